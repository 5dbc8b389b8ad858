/** Dates in the form that calendar programs read (RFC 5545). */
@org.springframework.modulith.NamedInterface("icalendar")
package app.chancery.documents.icalendar;
