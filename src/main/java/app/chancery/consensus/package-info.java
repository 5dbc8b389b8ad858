/** Step 3: the alliance agrees on a package under silence, by consensus. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: audit",
      "platform :: briefing",
      "platform :: engine",
      "platform :: people",
      "platform :: refusal",
      "platform :: time",
      "platform :: watching",
      "platform :: words",
      "records",
      "records :: alliance",
      "readiness",
      "programme",
      "documents",
      "engagement"
    })
package app.chancery.consensus;
