package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.AccessionSteps;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that every Ally has signed the protocol. */
@Component
class RecordProtocolSigningDelegate implements JavaDelegate {

  private final AccessionSteps accession;

  RecordProtocolSigningDelegate(AccessionSteps accession) {
    this.accession = accession;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    LocalDate happenedOn = form.date("happenedOn");
    boolean everyAllySigned = form.yes("everyAllySigned");
    String detail = form.text("detail");
    form.accept();
    accession.signProtocol(execution.getProcessBusinessKey(), happenedOn, everyAllySigned, detail);
  }
}
