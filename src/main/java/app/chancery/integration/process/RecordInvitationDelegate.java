package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.AccessionSteps;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the Secretary General's invitation. */
@Component
class RecordInvitationDelegate implements JavaDelegate {

  private final AccessionSteps accession;

  RecordInvitationDelegate(AccessionSteps accession) {
    this.accession = accession;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    LocalDate happenedOn = form.date("happenedOn");
    String detail = form.text("detail");
    form.accept();
    accession.invite(execution.getProcessBusinessKey(), happenedOn, detail);
  }
}
