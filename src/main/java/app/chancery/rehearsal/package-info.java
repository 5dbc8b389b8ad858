/** The whole programme with scripted staff on a virtual clock. */
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
      "prerequisites",
      "stakeholders",
      "engagement",
      "consensus",
      "diplomacy",
      "integration",
      "oversight"
    })
package app.chancery.rehearsal;
