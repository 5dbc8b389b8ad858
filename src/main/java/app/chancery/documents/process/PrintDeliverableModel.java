package app.chancery.documents.process;

import app.chancery.documents.PrintingProcess;
import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code print-deliverable.bpmn}. */
final class PrintDeliverableModel {

  static final String PROCESS_ID = PrintingProcess.ID;

  /** The id of the document to print. */
  static final ProcessVariable<Long> DELIVERABLE = ProcessVariable.number("deliverable");

  private PrintDeliverableModel() {}
}
