/**
 * Step 1: who has an interest in the programme and what they want. What was said in interviews is
 * confidential (rule 11): it lies sealed in tables that only this package reads, and in the
 * stakeholder map, which only analysts and envoys may read.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: briefing",
      "platform :: engine",
      "platform :: people",
      "platform :: reading",
      "platform :: refusal",
      "platform :: secrecy",
      "platform :: time",
      "platform :: words",
      "records",
      "records :: alliance",
      "records :: dossier",
      "programme",
      "documents"
    })
package app.chancery.stakeholders;
