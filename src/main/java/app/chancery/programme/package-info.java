/** A programme from its dossier to its end: which step it is in, its tier and its outcome. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: decisions",
      "platform :: export",
      "platform :: engine",
      "platform :: people",
      "platform :: refusal",
      "platform :: time",
      "platform :: words",
      "records",
      "records :: alliance",
      "records :: dossier",
      "readiness"
    })
package app.chancery.programme;
