package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignResults;
import app.chancery.diplomacy.MediaBriefs;
import app.chancery.platform.engine.FormInput;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code record-campaign-results.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class RecordCampaignResultsTasks {

  /** Notes from when on the next results can be known. */
  @Bean
  JavaDelegate scheduleResultsDelegate(CampaignResults results) {
    return execution -> {
      long campaign = RecordCampaignResultsModel.CAMPAIGN.from(execution);
      RecordCampaignResultsModel.RESULTS_DUE_ON.set(
          execution, Date.from(results.nextDueAt(campaign)));
    };
  }

  /** Puts the submitted results on record and says whether all are there. */
  @Bean
  JavaDelegate recordResultsDelegate(CampaignResults results) {
    return execution -> {
      long campaign = RecordCampaignResultsModel.CAMPAIGN.from(execution);
      FormInput form = FormInput.of(execution);
      List<CampaignResults.Finding> findings = FindingFields.read(form);
      String learned = form.text("learned");
      form.accept();
      results.record(campaign, findings, learned);
      RecordCampaignResultsModel.ALL_RESULTS_RECORDED.set(
          execution, results.nextStage(campaign).isEmpty());
    };
  }

  /** Files the brief with all that was recorded of its effect. */
  @Bean
  JavaDelegate issueBriefWithResultsDelegate(MediaBriefs briefs) {
    return execution ->
        briefs.issueWithResults(RecordCampaignResultsModel.CAMPAIGN.from(execution));
  }

  /** Notes what is not awaited any more. */
  @Bean
  JavaDelegate closeCampaignDelegate(CampaignResults results) {
    return execution -> results.abandon(RecordCampaignResultsModel.CAMPAIGN.from(execution));
  }
}
