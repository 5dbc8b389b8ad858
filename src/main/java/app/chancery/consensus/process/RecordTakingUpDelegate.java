package app.chancery.consensus.process;

import app.chancery.consensus.Consultations;
import app.chancery.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A proposal on hold is taken up again. */
@Component
class RecordTakingUpDelegate implements JavaDelegate {

  private final Consultations consultations;

  RecordTakingUpDelegate(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    String reason = form.text("takeUpReason");
    form.accept();
    consultations.takeUpAgain(execution.getProcessBusinessKey(), reason);
  }
}
