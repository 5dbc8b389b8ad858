/**
 * Step 5: integration in phases by instrument, up to accession. Each phase has its milestones,
 * exercises and assurances; a full candidate's accession is ratified by every Party.
 */
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
package app.chancery.integration;
