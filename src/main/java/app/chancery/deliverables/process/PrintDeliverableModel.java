package app.chancery.deliverables.process;

import app.chancery.deliverables.PrintingProcess;
import app.chancery.engine.ProcessVariable;

/** The contract of {@code print-deliverable.bpmn}. */
final class PrintDeliverableModel {

  static final String PROCESS_ID = PrintingProcess.ID;

  /** The id of the document to print. */
  static final ProcessVariable<Long> DELIVERABLE = ProcessVariable.number("deliverable");

  private PrintDeliverableModel() {}
}
