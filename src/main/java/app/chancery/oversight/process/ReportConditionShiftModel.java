package app.chancery.oversight.process;

/** The contract of {@code report-condition-shift.bpmn}. */
final class ReportConditionShiftModel {

  static final String PROCESS_ID = "report-condition-shift";

  private ReportConditionShiftModel() {}
}
