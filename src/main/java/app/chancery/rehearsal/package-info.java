/** The whole programme with scripted staff on a virtual clock. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: database",
      "platform :: engine",
      "platform :: mail",
      "platform :: reading",
      "platform :: refusal",
      "platform :: security",
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
      "oversight"
    })
package app.chancery.rehearsal;
