/** The documents of a programme: their content, versions and approval. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: audit",
      "platform :: decisions",
      "platform :: export",
      "platform :: engine",
      "platform :: files",
      "platform :: refusal",
      "platform :: secrecy",
      "platform :: security",
      "platform :: time",
      "platform :: words",
      "records",
      "readiness",
      "programme"
    })
package app.chancery.documents;
