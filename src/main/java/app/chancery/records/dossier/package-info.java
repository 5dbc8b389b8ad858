/** What is known of a candidate: indicators with value, day and source. */
@org.springframework.modulith.NamedInterface("dossier")
package app.chancery.records.dossier;
