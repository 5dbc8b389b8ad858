package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds a group of a task that waits. */
@Component
class RemindOfPrerequisiteDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  RemindOfPrerequisiteDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    prerequisites.remind(
        execution.getProcessBusinessKey(),
        EstablishPrerequisitesModel.LATE_TASK.from(execution),
        EstablishPrerequisitesModel.LATE_GROUP.from(execution));
  }
}
