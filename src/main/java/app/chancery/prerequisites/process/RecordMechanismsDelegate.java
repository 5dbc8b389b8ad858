package app.chancery.prerequisites.process;

import app.chancery.engine.FormInput;
import app.chancery.prerequisites.Mechanisms;
import app.chancery.prerequisites.Verdict;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the confirmed partnership mechanisms and the verdict on them from the form. */
@Component
class RecordMechanismsDelegate implements JavaDelegate {

  private final Mechanisms mechanisms;

  RecordMechanismsDelegate(Mechanisms mechanisms) {
    this.mechanisms = mechanisms;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    List<String> lines = input.lines("mechanisms");
    Verdict verdict = input.choice("mechanismsVerdict", Verdict.class);
    String why = input.text("mechanismsWhy");
    input.accept();
    mechanisms.confirm(execution.getProcessBusinessKey(), "mechanisms", lines, verdict, why);
  }
}
