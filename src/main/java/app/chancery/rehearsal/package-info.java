/** The whole programme with scripted staff on a virtual clock. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: audit",
      "platform :: briefing",
      "platform :: database",
      "platform :: engine",
      "platform :: migration",
      "platform :: mail",
      "platform :: people",
      "platform :: reading",
      "platform :: refusal",
      "platform :: secrecy",
      "platform :: start",
      "platform :: time",
      "platform :: words",
      "records",
      "records :: alliance",
      "records :: dossier",
      "readiness",
      "programme",
      "documents",
      "prerequisites",
      "stakeholders",
      "engagement",
      "consensus",
      "diplomacy",
      "integration",
      "oversight",
      "forecast"
    })
package app.chancery.rehearsal;
