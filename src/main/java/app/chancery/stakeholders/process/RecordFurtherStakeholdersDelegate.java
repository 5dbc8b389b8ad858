package app.chancery.stakeholders.process;

import app.chancery.engine.FormInput;
import app.chancery.stakeholders.Stakeholders;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes further stakeholders from the form, each of whom is interviewed too. */
@Component
class RecordFurtherStakeholdersDelegate implements JavaDelegate {

  private final Stakeholders stakeholders;

  RecordFurtherStakeholdersDelegate(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    List<String> lines = input.lines("furtherStakeholders");
    boolean close = input.yes("closeList");
    input.check(
        close || !lines.isEmpty(),
        "furtherStakeholders",
        "must name somebody, unless the list is to be closed");
    input.accept();
    stakeholders.addFurther(execution.getProcessBusinessKey(), "furtherStakeholders", lines);
    MapStakeholderInterestsModel.LIST_CLOSED.set(execution, close);
  }
}
