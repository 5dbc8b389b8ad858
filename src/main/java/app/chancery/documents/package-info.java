/** The documents of a programme: their content, versions and approval. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: engine",
      "platform :: files",
      "platform :: refusal",
      "platform :: security",
      "platform :: time",
      "platform :: words",
      "records",
      "readiness",
      "programme"
    })
package app.chancery.documents;
