/** Step 2: the package a candidate is offered, in proportion to its readiness. */
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
      "stakeholders"
    })
package app.chancery.engagement;
