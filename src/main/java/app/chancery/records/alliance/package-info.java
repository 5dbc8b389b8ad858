/** Who is an Ally on which day, and which days are working days. */
@org.springframework.modulith.NamedInterface("alliance")
package app.chancery.records.alliance;
