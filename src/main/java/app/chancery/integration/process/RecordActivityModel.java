package app.chancery.integration.process;

/** The contract of {@code record-activity.bpmn}. */
final class RecordActivityModel {

  static final String PROCESS_ID = "record-activity";

  private RecordActivityModel() {}
}
