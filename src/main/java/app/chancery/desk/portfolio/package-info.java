/**
 * All programmes, and one programme's story: pages, REST interface and calendar feed over all
 * steps.
 */
package app.chancery.desk.portfolio;
