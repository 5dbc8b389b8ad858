package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Turns to those above the ones who approve. */
@Component
class EscalateApprovalDelegate implements JavaDelegate {

  private final CampaignReminders reminders;

  EscalateApprovalDelegate(CampaignReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reminders.approvalOverdue(execution.getProcessBusinessKey());
  }
}
