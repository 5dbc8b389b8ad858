/** The documents of a programme: their content, versions and approval. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: audit",
      "platform :: decisions",
      "platform :: export",
      "platform :: engine",
      "platform :: files",
      "platform :: people",
      "platform :: refusal",
      "platform :: secrecy",
      "platform :: time",
      "platform :: words",
      "records",
      "readiness",
      "programme"
    })
package app.chancery.documents;
