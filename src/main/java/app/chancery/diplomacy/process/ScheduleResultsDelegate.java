package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignResults;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes from when on the next results can be known. */
@Component
class ScheduleResultsDelegate implements JavaDelegate {

  private final CampaignResults results;

  ScheduleResultsDelegate(CampaignResults results) {
    this.results = results;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long campaign = RecordCampaignResultsModel.CAMPAIGN.from(execution);
    RecordCampaignResultsModel.RESULTS_DUE_ON.set(
        execution, Date.from(results.nextDueAt(campaign)));
  }
}
