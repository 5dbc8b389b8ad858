package app.chancery.prerequisites.process;

import app.chancery.engine.FormInput;
import app.chancery.prerequisites.Intelligence;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes intelligence briefs from the form, and a gap that the executives must hear of. */
@Component
class RecordIntelligenceBriefsDelegate implements JavaDelegate {

  private final Intelligence intelligence;

  RecordIntelligenceBriefsDelegate(Intelligence intelligence) {
    this.intelligence = intelligence;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    List<String> briefs = input.lines("briefs");
    String gap = input.optionalText("intelligenceGap").orElse(null);
    boolean more = input.yes("moreBriefsToCome");
    input.accept();
    EstablishPrerequisitesModel.GAP_FOUND.set(
        execution,
        intelligence.fileBriefs(execution.getProcessBusinessKey(), "briefs", briefs, gap));
    EstablishPrerequisitesModel.BRIEFS_COMPLETE.set(execution, !more);
  }
}
