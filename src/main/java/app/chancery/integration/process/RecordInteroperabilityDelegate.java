package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.PhaseEntry;
import app.chancery.integration.PhaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the interoperability milestone is met. */
@Component
class RecordInteroperabilityDelegate implements JavaDelegate {

  private final PhaseWork work;

  RecordInteroperabilityDelegate(PhaseWork work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    PhaseEntry.Met met =
        new PhaseEntry.Met(
            form.optionalNumber("milestone", 1, Long.MAX_VALUE).map(Double::longValue).orElse(null),
            form.date("metOn"),
            form.text("evidence"));
    form.accept();
    work.meet(execution.getProcessBusinessKey(), met);
  }
}
