package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Mechanisms;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up in which partnership frameworks the candidate takes part. */
@Component
class LookUpMechanismsDelegate implements JavaDelegate {

  private final Mechanisms mechanisms;

  LookUpMechanismsDelegate(Mechanisms mechanisms) {
    this.mechanisms = mechanisms;
  }

  @Override
  public void execute(DelegateExecution execution) {
    mechanisms.lookUp(execution.getProcessBusinessKey());
  }
}
