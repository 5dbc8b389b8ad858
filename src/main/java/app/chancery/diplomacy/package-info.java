/** Step 4: the public is told what is planned and why, and the effect is measured afterwards. */
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
      "stakeholders",
      "engagement"
    })
package app.chancery.diplomacy;
