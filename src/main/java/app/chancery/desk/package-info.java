/**
 * Where people look: all programmes and each one's story, the outcomes, the file of a programme.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: decisions",
      "platform :: engine",
      "platform :: files",
      "platform :: forms",
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
      "oversight"
    })
package app.chancery.desk;
