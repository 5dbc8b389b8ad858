package app.chancery.stakeholders.process;

import app.chancery.stakeholders.Stakeholders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds groups of a task that waits. */
@Component
class RemindOfStakeholdersDelegate implements JavaDelegate {

  private final Stakeholders stakeholders;

  RemindOfStakeholdersDelegate(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stakeholders.remind(
        execution.getProcessBusinessKey(),
        MapStakeholderInterestsModel.LATE_TASK.from(execution),
        MapStakeholderInterestsModel.LATE_GROUPS.from(execution));
  }
}
