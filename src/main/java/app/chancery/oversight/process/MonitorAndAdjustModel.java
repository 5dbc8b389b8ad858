package app.chancery.oversight.process;

import app.chancery.platform.engine.ProcessVariable;
import java.util.Date;

/** The contract of {@code monitor-and-adjust.bpmn}. */
final class MonitorAndAdjustModel {

  static final String PROCESS_ID = "monitor-and-adjust";

  static final String REVIEW_DUE = "intermediateCatchEvent_reviewDue";

  static final String CONDITIONS_SHIFTED = "conditions-shifted";

  /** When the next quarterly review opens. */
  static final ProcessVariable<Date> NEXT_REVIEW_AT =
      new ProcessVariable<>("nextReviewAt", Date.class);

  /** The review that is to be held; also what {@code hold-review} takes. */
  static final ProcessVariable<Long> REVIEW_ID = ProcessVariable.number("reviewId");

  private MonitorAndAdjustModel() {}
}
