package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the executives of an intelligence gap. */
@Component
class InformOfGapDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  InformOfGapDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    prerequisites.informOfGap(execution.getProcessBusinessKey());
  }
}
