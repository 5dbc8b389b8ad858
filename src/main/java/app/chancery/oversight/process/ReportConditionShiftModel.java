package app.chancery.oversight.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code report-condition-shift.bpmn}. */
final class ReportConditionShiftModel {

  static final String PROCESS_ID = "report-condition-shift";

  /** The report as it was recorded. */
  static final ProcessVariable<Long> SHIFT_ID = ProcessVariable.number("shiftId");

  private ReportConditionShiftModel() {}
}
