package app.chancery.diplomacy.process;

import app.chancery.diplomacy.Campaign;
import app.chancery.diplomacy.CampaignResultsProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaCampaignResultsProcess implements CampaignResultsProcess {

  private final RuntimeService runtime;

  CamundaCampaignResultsProcess(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void campaignLaunched(Campaign campaign) {
    runtime
        .createMessageCorrelation(RecordCampaignResultsModel.CAMPAIGN_LAUNCHED)
        .processInstanceBusinessKey(campaign.programme())
        .setVariable(RecordCampaignResultsModel.CAMPAIGN.name(), campaign.id())
        .correlateStartMessage();
  }

  @Override
  public void programmeEnded(String programme) {
    runtime
        .createMessageCorrelation(RecordCampaignResultsModel.PROGRAMME_ENDED)
        .processInstanceBusinessKey(programme)
        .correlateAll();
  }
}
