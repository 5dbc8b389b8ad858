package app.chancery.prerequisites.process;

import app.chancery.engine.FormInput;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.prerequisites.Part;
import app.chancery.prerequisites.Prerequisites;
import app.chancery.prerequisites.Verdict;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the verdict on the security baseline from the form. */
@Component
class RecordSecurityBaselineDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  RecordSecurityBaselineDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    Verdict verdict = input.choice("securityVerdict", Verdict.class);
    String why = input.text("securityWhy");
    List<Detail> details =
        List.of(
            new Detail("Threats", input.text("threats")),
            new Detail("Borders and disputes", input.text("borderSituation")));
    input.accept();
    prerequisites.find(
        execution.getProcessBusinessKey(), Part.SECURITY_BASELINE, verdict, why, details);
  }
}
