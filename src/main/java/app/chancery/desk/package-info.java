/**
 * Where people look: all programmes and each one's story, the outcomes, the file of a programme.
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
      "documents :: icalendar",
      "consensus",
      "integration",
      "oversight"
    })
package app.chancery.desk;
