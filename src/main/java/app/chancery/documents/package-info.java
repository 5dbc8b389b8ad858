/** The documents of a programme: their content, versions and approval. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: engine",
      "platform :: security",
      "platform :: refusal",
      "platform :: decisions",
      "platform :: briefing",
      "platform :: time",
      "platform :: words",
      "records",
      "records :: alliance",
      "records :: dossier",
      "readiness",
      "programme"
    })
package app.chancery.documents;
