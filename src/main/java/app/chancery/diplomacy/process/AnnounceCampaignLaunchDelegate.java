package app.chancery.diplomacy.process;

import app.chancery.diplomacy.Campaigns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the recording of results. */
@Component
class AnnounceCampaignLaunchDelegate implements JavaDelegate {

  private final Campaigns campaigns;

  AnnounceCampaignLaunchDelegate(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    campaigns.announceLaunch(execution.getProcessBusinessKey());
  }
}
