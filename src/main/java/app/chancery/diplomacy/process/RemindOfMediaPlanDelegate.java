package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who draft. */
@Component
class RemindOfMediaPlanDelegate implements JavaDelegate {

  private final CampaignReminders reminders;

  RemindOfMediaPlanDelegate(CampaignReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reminders.mediaPlanLate(execution.getProcessBusinessKey());
  }
}
