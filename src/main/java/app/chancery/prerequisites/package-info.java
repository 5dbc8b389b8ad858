/**
 * What must be in place before anybody is approached: the security baseline, the mechanisms and
 * command structures, the political bandwidth, and the executives' endorsement.
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
      "records :: dossier",
      "readiness",
      "programme",
      "documents",
      "documents :: icalendar"
    })
package app.chancery.prerequisites;
