/** Dates in the form that calendar programs read (RFC 5545). */
package app.chancery.icalendar;
