/** What was decided and who was told, kept for good. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: engine",
      "platform :: security",
      "platform :: refusal",
      "platform :: decisions",
      "platform :: briefing",
      "platform :: time",
      "platform :: words"
    })
package app.chancery.records;
