package app.chancery.diplomacy.process;

import app.chancery.diplomacy.CampaignResults;
import app.chancery.engine.FormInput;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the submitted results on record and says whether all are there. */
@Component
class RecordResultsDelegate implements JavaDelegate {

  private final CampaignResults results;

  RecordResultsDelegate(CampaignResults results) {
    this.results = results;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long campaign = RecordCampaignResultsModel.CAMPAIGN.from(execution);
    FormInput form = FormInput.of(execution);
    List<CampaignResults.Finding> findings = FindingFields.read(form);
    String learned = form.text("learned");
    form.accept();
    results.record(campaign, findings, learned);
    RecordCampaignResultsModel.ALL_RESULTS_RECORDED.set(
        execution, results.nextStage(campaign).isEmpty());
  }
}
