package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.OppositionChecks;
import app.chancery.integration.OppositionFinding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the check of domestic opposition found. */
@Component
class RecordOppositionCheckDelegate implements JavaDelegate {

  private final OppositionChecks checks;

  RecordOppositionCheckDelegate(OppositionChecks checks) {
    this.checks = checks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    OppositionFinding finding = form.choice("finding", OppositionFinding.class);
    String detail = form.text("findingDetail");
    String source = form.text("findingSource");
    form.accept();
    checks.record(execution.getProcessBusinessKey(), finding, detail, source);
  }
}
