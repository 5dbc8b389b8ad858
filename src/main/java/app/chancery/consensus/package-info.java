/** Step 3: the alliance agrees on a package under silence, by consensus. */
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
      "engagement"
    })
package app.chancery.consensus;
