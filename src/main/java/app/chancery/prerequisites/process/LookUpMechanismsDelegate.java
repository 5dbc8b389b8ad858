package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up in which partnership frameworks the candidate takes part. */
@Component
class LookUpMechanismsDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  LookUpMechanismsDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    prerequisites.lookUpMechanisms(execution.getProcessBusinessKey());
  }
}
