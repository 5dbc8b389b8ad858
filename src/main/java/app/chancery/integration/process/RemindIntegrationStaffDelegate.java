package app.chancery.integration.process;

import app.chancery.integration.IntegrationReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the groups that the model names of what waits for them. */
@Component
class RemindIntegrationStaffDelegate implements JavaDelegate {

  private final IntegrationReminders reminders;

  RemindIntegrationStaffDelegate(IntegrationReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reminders.remind(
        execution.getProcessBusinessKey(),
        ConductPhaseModel.REMINDER_SUBJECT.from(execution),
        ConductPhaseModel.REMINDED_GROUPS.from(execution));
  }
}
