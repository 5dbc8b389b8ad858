package app.chancery.diplomacy.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code launch-public-diplomacy.bpmn}. */
final class LaunchPublicDiplomacyModel {

  static final String PROCESS_ID = "launch-public-diplomacy";

  /** Whether the executives have approved the brief. */
  static final ProcessVariable<Boolean> BRIEF_APPROVED = ProcessVariable.flag("briefApproved");

  private LaunchPublicDiplomacyModel() {}
}
