/** Step 4: the public is told what is planned and why, and the effect is measured afterwards. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: engine",
      "platform :: people",
      "platform :: refusal",
      "platform :: time",
      "platform :: words",
      "records",
      "records :: dossier",
      "readiness",
      "programme",
      "documents",
      "stakeholders",
      "engagement"
    })
package app.chancery.diplomacy;
