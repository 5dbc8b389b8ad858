package app.chancery.integration.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code collect-ratifications.bpmn}. */
final class CollectRatificationsModel {

  static final String PROCESS_ID = "collect-ratifications";

  /** A date of a Party's ratification was recorded outside the process's own task. */
  static final String RATIFICATION_RECORDED = "ratification-recorded";

  static final ProcessVariable<Boolean> RATIFICATION_COMPLETE =
      ProcessVariable.flag("ratificationComplete");

  private CollectRatificationsModel() {}
}
