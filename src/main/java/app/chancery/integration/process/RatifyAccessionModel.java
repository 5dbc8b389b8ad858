package app.chancery.integration.process;

/** The contract of {@code ratify-accession.bpmn}. */
final class RatifyAccessionModel {

  static final String PROCESS_ID = "ratify-accession";

  private RatifyAccessionModel() {}
}
