/** What was decided and who was told, kept for good. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: audit",
      "platform :: briefing",
      "platform :: files",
      "platform :: mail",
      "platform :: people",
      "platform :: refusal",
      "platform :: time",
      "platform :: words"
    })
package app.chancery.records;
