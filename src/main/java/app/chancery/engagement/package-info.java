/** Step 2: the package a candidate is offered, in proportion to its readiness. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: decisions",
      "platform :: engine",
      "platform :: people",
      "platform :: reading",
      "platform :: refusal",
      "platform :: time",
      "platform :: words",
      "records",
      "records :: dossier",
      "readiness",
      "programme",
      "documents",
      "stakeholders"
    })
package app.chancery.engagement;
