package app.chancery.stakeholders.process;

import app.chancery.engine.FormInput;
import app.chancery.stakeholders.MapDecision;
import app.chancery.stakeholders.Stakeholders;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the decision of the envoys on the map from the form. */
@Component
class RecordMapApprovalDelegate implements JavaDelegate {

  private final Stakeholders stakeholders;

  RecordMapApprovalDelegate(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    MapDecision decision =
        new MapDecision(
            input.choice("mapDecision", MapDecision.Choice.class),
            input.optionalText("releasableSummary").orElse(null),
            input.optionalNumber("stakeholderToRevisit", 1, Long.MAX_VALUE).orElse(null),
            input.optionalText("confidential_question").orElse(null));
    input.accept();
    List<Long> again = stakeholders.decideOnMap(execution.getProcessBusinessKey(), decision);
    MapStakeholderInterestsModel.STAKEHOLDERS.set(execution, again);
    MapStakeholderInterestsModel.MAP_APPROVED.set(execution, again.isEmpty());
  }
}
