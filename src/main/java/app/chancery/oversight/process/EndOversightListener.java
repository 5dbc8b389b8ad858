package app.chancery.oversight.process;

import app.chancery.oversight.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** However oversight ends, nothing is planned for the programme any more. */
@Component
class EndOversightListener implements ExecutionListener {

  private final Reviews reviews;

  EndOversightListener(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void notify(DelegateExecution execution) {
    reviews.end(execution.getProcessBusinessKey());
  }
}
