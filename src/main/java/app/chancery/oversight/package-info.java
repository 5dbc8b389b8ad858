/**
 * Step 6, monitor and adjust: the oversight committee's reviews of a programme, quarterly or
 * because conditions shifted, and what its decisions do to the running programme.
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
      "engagement",
      "integration"
    })
package app.chancery.oversight;
