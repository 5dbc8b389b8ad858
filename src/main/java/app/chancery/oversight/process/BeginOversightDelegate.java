package app.chancery.oversight.process;

import app.chancery.oversight.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From now on the programme has its quarterly reviews. */
@Component
class BeginOversightDelegate implements JavaDelegate {

  private final Reviews reviews;

  BeginOversightDelegate(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reviews.begin(execution.getProcessBusinessKey());
  }
}
