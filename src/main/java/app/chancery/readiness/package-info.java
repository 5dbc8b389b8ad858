/**
 * What a candidate is ready for: scores and tier from its dossier, by the tables that policy staff
 * own.
 */
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
      "records :: dossier"
    })
package app.chancery.readiness;
