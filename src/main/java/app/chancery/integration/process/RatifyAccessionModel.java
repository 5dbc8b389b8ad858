package app.chancery.integration.process;

/** The contract of {@code ratify-accession.bpmn}. */
final class RatifyAccessionModel {

  static final String PROCESS_ID = "ratify-accession";

  static final String RATIFICATION_RECORDED = "ratification-recorded";

  private RatifyAccessionModel() {}
}
