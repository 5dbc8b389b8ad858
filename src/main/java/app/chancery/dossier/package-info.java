/** What is known of a candidate: indicators with value, day and source. */
package app.chancery.dossier;
