package app.chancery.stakeholders.process;

import app.chancery.engine.FormInput;
import app.chancery.stakeholders.Stakeholders;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the list of those to interview from the form. */
@Component
class RecordStakeholdersDelegate implements JavaDelegate {

  private final Stakeholders stakeholders;

  RecordStakeholdersDelegate(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    List<String> lines = input.lines("stakeholders");
    input.accept();
    MapStakeholderInterestsModel.STAKEHOLDERS.set(
        execution, stakeholders.add(execution.getProcessBusinessKey(), "stakeholders", lines));
  }
}
