package app.chancery.deliverables.process;

import app.chancery.deliverables.Prints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints one document; one that cannot be printed fails the job, and its message names it. */
@Component
class PrintDeliverableDelegate implements JavaDelegate {

  private final Prints prints;

  PrintDeliverableDelegate(Prints prints) {
    this.prints = prints;
  }

  @Override
  public void execute(DelegateExecution execution) {
    prints.print(
        execution.getProcessBusinessKey(), PrintDeliverableModel.DELIVERABLE.from(execution));
  }
}
