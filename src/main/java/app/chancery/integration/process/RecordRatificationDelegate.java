package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.Ratifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records one date of one Party's ratification. */
@Component
class RecordRatificationDelegate implements JavaDelegate {

  private final Ratifications ratifications;

  RecordRatificationDelegate(Ratifications ratifications) {
    this.ratifications = ratifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    String ally = form.optionalText("ally").orElse(null);
    String stage = form.optionalText("stage").orElse(null);
    String date = form.optionalText("date").orElse(null);
    form.accept();
    ratifications.record(execution.getProcessBusinessKey(), ally, stage, date);
  }
}
