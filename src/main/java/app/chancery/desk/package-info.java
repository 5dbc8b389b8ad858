/**
 * Where people look: all programmes and each one's story, the outcomes, the file of a programme.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: audit",
      "platform :: briefing",
      "platform :: database",
      "platform :: decisions",
      "platform :: export",
      "platform :: engine",
      "platform :: files",
      "platform :: forms",
      "platform :: people",
      "platform :: reading",
      "platform :: refusal",
      "platform :: security",
      "platform :: time",
      "platform :: words",
      "records",
      "records :: alliance",
      "records :: dossier",
      "records :: talk",
      "readiness",
      "programme",
      "documents",
      "documents :: icalendar",
      "engagement",
      "consensus",
      "integration",
      "oversight",
      "forecast"
    })
package app.chancery.desk;
