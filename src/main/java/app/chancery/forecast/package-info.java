/**
 * When the coming stages of a programme could be reached, if every decision is favourable. Told are
 * days by which so many of like cases had got there, from recorded accessions and the office's own
 * programmes; no probability of membership, for that is a decision.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform :: decisions",
      "platform :: export",
      "platform :: reading",
      "platform :: refusal",
      "platform :: time",
      "platform :: words",
      "records :: dossier",
      "readiness",
      "programme",
      "engagement",
      "consensus",
      "integration"
    })
package app.chancery.forecast;
