package app.chancery.oversight.process;

import app.chancery.engine.ProcessVariable;

/** The contract of {@code hold-review.bpmn}. */
final class HoldReviewModel {

  static final String PROCESS_ID = "hold-review";

  /** What the committee decided, in its own word. */
  static final ProcessVariable<String> REVIEW_OUTCOME = ProcessVariable.text("reviewOutcome");

  private HoldReviewModel() {}
}
