package app.chancery.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why Chancery did not start without an administrator. */
class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<NoAdministrator> {

  @Override
  protected FailureAnalysis analyze(Throwable root, NoAdministrator cause) {
    return new FailureAnalysis(
        "Chancery has no administrator yet. It does not start without one, because then anybody"
            + " could make themselves one.",
        "Set CHANCERY_ADMIN_USER and CHANCERY_ADMIN_PASSWORD in the environment and start again."
            + " They are needed for the first start only. To try Chancery on your own machine,"
            + " start it with the profile 'local'.",
        cause);
  }
}
