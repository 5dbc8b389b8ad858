package app.chancery.consensus.process;

import app.chancery.consensus.Consultations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the executives that a consultation takes long. */
@Component
class EscalateConsultationDelegate implements JavaDelegate {

  private final Consultations consultations;

  EscalateConsultationDelegate(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    consultations.escalate(execution.getProcessBusinessKey());
  }
}
