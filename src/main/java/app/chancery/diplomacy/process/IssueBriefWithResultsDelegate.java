package app.chancery.diplomacy.process;

import app.chancery.diplomacy.MediaBriefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the brief with all that was recorded of its effect. */
@Component
class IssueBriefWithResultsDelegate implements JavaDelegate {

  private final MediaBriefs briefs;

  IssueBriefWithResultsDelegate(MediaBriefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    briefs.issueWithResults(RecordCampaignResultsModel.CAMPAIGN.from(execution));
  }
}
