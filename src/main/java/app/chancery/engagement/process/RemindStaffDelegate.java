package app.chancery.engagement.process;

import app.chancery.engagement.Reminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells a group what waits for it, or for those it leads; the model says whom and what. */
@Component
class RemindStaffDelegate implements JavaDelegate {

  private final Reminders reminders;

  RemindStaffDelegate(Reminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reminders.tell(
        execution.getProcessBusinessKey(),
        DesignEngagementPackageModel.RECIPIENTS.from(execution),
        DesignEngagementPackageModel.ABOUT.from(execution));
  }
}
