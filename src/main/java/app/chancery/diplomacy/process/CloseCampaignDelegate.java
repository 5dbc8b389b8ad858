package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignResults;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what is not awaited any more. */
@Component
class CloseCampaignDelegate implements JavaDelegate {

  private final CampaignResults results;

  CloseCampaignDelegate(CampaignResults results) {
    this.results = results;
  }

  @Override
  public void execute(DelegateExecution execution) {
    results.abandon(RecordCampaignResultsModel.CAMPAIGN.from(execution));
  }
}
