package app.chancery.integration.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code ratify-accession.bpmn}. */
final class RatifyAccessionModel {

  static final String PROCESS_ID = "ratify-accession";

  /** Whether the talks were held; if not, the gate is cleared again first. */
  static final ProcessVariable<Boolean> TALKS_HELD = ProcessVariable.flag("talksHeld");

  private RatifyAccessionModel() {}
}
