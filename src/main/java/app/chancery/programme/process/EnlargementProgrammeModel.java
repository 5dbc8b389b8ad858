package app.chancery.programme.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code enlargement-programme.bpmn}. */
final class EnlargementProgrammeModel {

  static final String PROCESS_ID = "enlargement-programme";

  /**
   * Takes the start form of Tasklist. A dossier that comes another way (REST, a table, the command
   * line) is in the register before the process starts, so the process starts right behind this
   * task and has nothing but its business key: the dossier is read and judged once, whichever way
   * it comes.
   */
  static final String REGISTER_PROGRAMME = "serviceTask_registerProgramme";

  static final String APPLICATION_WITHDRAWN = "application-withdrawn";

  /** Waits for its turn behind {@link #APPLICATION_WITHDRAWN}. */
  static final String CLOSE_WITHDRAWN = "serviceTask_closeWithdrawn";

  /** How the programme ends: the name of an {@link app.chancery.programme.Outcome}; local. */
  static final ProcessVariable<String> OUTCOME = ProcessVariable.text("outcome");

  private EnlargementProgrammeModel() {}
}
