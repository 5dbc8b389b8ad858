package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells managers and executives that something is overdue. */
@Component
class EscalatePrerequisitesDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  EscalatePrerequisitesDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    prerequisites.escalate(execution.getProcessBusinessKey());
  }
}
