package app.chancery.stakeholders.process;

import app.chancery.stakeholders.Stakeholders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the managers that something is overdue. */
@Component
class EscalateMappingDelegate implements JavaDelegate {

  private final Stakeholders stakeholders;

  EscalateMappingDelegate(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stakeholders.escalate(execution.getProcessBusinessKey());
  }
}
