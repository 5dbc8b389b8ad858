/**
 * Step 5: integration in phases by instrument, up to accession. Each phase has its milestones,
 * exercises and assurances; a full candidate's accession is ratified by every Party.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: decisions",
      "platform :: engine",
      "platform :: people",
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
      "engagement"
    })
package app.chancery.integration;
