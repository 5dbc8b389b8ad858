/** Programmes of invented countries, for trying the application. */
package app.chancery.rehearsal.sample;
