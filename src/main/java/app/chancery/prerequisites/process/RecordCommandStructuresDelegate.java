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

/** Takes the inventory of command structures and the verdict on them from the form. */
@Component
class RecordCommandStructuresDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  RecordCommandStructuresDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    Verdict verdict = input.choice("commandVerdict", Verdict.class);
    String why = input.text("commandWhy");
    List<Detail> details =
        List.of(
            new Detail("Command structures", input.text("commandStructures")),
            new Detail("Liaison with the alliance", input.text("liaisonArrangements")));
    input.accept();
    prerequisites.find(
        execution.getProcessBusinessKey(), Part.COMMAND_STRUCTURES, verdict, why, details);
  }
}
