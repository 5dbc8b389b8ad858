/**
 * Step 6, monitor and adjust: the oversight committee's reviews of a programme, quarterly or
 * because conditions shifted, and what its decisions do to the running programme.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: decisions",
      "platform :: export",
      "platform :: engine",
      "platform :: people",
      "platform :: reading",
      "platform :: refusal",
      "platform :: time",
      "platform :: watching",
      "platform :: words",
      "records",
      "records :: dossier",
      "readiness",
      "programme",
      "documents",
      "engagement",
      "integration"
    })
package app.chancery.oversight;
