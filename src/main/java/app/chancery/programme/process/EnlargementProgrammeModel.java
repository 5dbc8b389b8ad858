package app.chancery.programme.process;

import app.chancery.engine.ProcessVariable;

/** The contract of {@code enlargement-programme.bpmn}. */
final class EnlargementProgrammeModel {

  static final String PROCESS_ID = "enlargement-programme";

  /** How the programme ends: the name of an {@link app.chancery.programme.Outcome}; local. */
  static final ProcessVariable<String> OUTCOME = ProcessVariable.text("outcome");

  private EnlargementProgrammeModel() {}
}
