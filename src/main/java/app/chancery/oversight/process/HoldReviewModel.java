package app.chancery.oversight.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code hold-review.bpmn}. */
final class HoldReviewModel {

  static final String PROCESS_ID = "hold-review";

  /** The review that is held; given by the caller. */
  static final ProcessVariable<Long> REVIEW_ID = MonitorAndAdjustModel.REVIEW_ID;

  /** What the committee decided, in its own word. */
  static final ProcessVariable<String> REVIEW_OUTCOME = ProcessVariable.text("reviewOutcome");

  /** Whether the programme goes back to package design: the tier moves and the work is held. */
  static final ProcessVariable<Boolean> BACK_TO_DESIGN = ProcessVariable.flag("backToDesign");

  private HoldReviewModel() {}
}
