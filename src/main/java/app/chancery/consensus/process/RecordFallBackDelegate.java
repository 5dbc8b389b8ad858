package app.chancery.consensus.process;

import app.chancery.consensus.Consultations;
import app.chancery.consensus.FallBack;
import app.chancery.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what follows when there is no consensus. */
@Component
class RecordFallBackDelegate implements JavaDelegate {

  private final Consultations consultations;

  RecordFallBackDelegate(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    FallBack choice = form.choice("fallBack", FallBack.class);
    String reason = form.text("fallBackReason");
    form.accept();
    SecureAllianceConsensusModel.COUNCIL_OUTCOME.set(
        execution,
        consultations.fallBack(execution.getProcessBusinessKey(), choice, reason).word());
  }
}
