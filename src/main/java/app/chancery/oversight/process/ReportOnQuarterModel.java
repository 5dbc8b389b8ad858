package app.chancery.oversight.process;

import app.chancery.platform.engine.ProcessVariable;
import java.util.Date;

/** The contract of {@code report-on-quarter.bpmn}; its business key is the quarter. */
final class ReportOnQuarterModel {

  static final String PROCESS_ID = "report-on-quarter";

  /** When the next quarter opens. */
  static final ProcessVariable<Date> QUARTER_REPORT_AT =
      new ProcessVariable<>("quarterReportAt", Date.class);

  private ReportOnQuarterModel() {}
}
