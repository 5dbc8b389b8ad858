package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Intelligence;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the executives of an intelligence gap. */
@Component
class InformOfGapDelegate implements JavaDelegate {

  private final Intelligence intelligence;

  InformOfGapDelegate(Intelligence intelligence) {
    this.intelligence = intelligence;
  }

  @Override
  public void execute(DelegateExecution execution) {
    intelligence.informOfGap(execution.getProcessBusinessKey());
  }
}
