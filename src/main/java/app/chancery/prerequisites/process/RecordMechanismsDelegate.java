package app.chancery.prerequisites.process;

import app.chancery.engine.FormInput;
import app.chancery.prerequisites.Prerequisites;
import app.chancery.prerequisites.Verdict;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the confirmed partnership mechanisms and the verdict on them from the form. */
@Component
class RecordMechanismsDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  RecordMechanismsDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    List<String> mechanisms = input.lines("mechanisms");
    Verdict verdict = input.choice("mechanismsVerdict", Verdict.class);
    String why = input.text("mechanismsWhy");
    input.accept();
    prerequisites.confirmMechanisms(
        execution.getProcessBusinessKey(), "mechanisms", mechanisms, verdict, why);
  }
}
