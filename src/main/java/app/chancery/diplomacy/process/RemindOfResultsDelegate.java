package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who record results. */
@Component
class RemindOfResultsDelegate implements JavaDelegate {

  private final CampaignReminders reminders;

  RemindOfResultsDelegate(CampaignReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reminders.resultsLate(execution.getProcessBusinessKey());
  }
}
