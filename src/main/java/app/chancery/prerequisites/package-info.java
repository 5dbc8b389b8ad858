/**
 * What must be in place before anybody is approached: the security baseline, the mechanisms and
 * command structures, the political bandwidth, and the executives' endorsement.
 */
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
      "documents"
    })
package app.chancery.prerequisites;
