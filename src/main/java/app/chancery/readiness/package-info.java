/**
 * What a candidate is ready for: scores and tier from its dossier, by the tables that policy staff
 * own.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: decisions",
      "platform :: refusal",
      "platform :: time",
      "platform :: words",
      "records :: dossier"
    })
package app.chancery.readiness;
