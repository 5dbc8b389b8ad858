package app.chancery.integration.process;

/** The contract of {@code hold-ratification.bpmn}. */
final class HoldRatificationModel {

  static final String PROCESS_ID = "hold-ratification";

  private HoldRatificationModel() {}
}
