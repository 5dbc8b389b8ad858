/** Who is an Ally on which day, and which days are working days. */
package app.chancery.alliance;
