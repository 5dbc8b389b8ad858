package app.chancery.diplomacy.process;

import app.chancery.platform.engine.ProcessVariable;
import java.util.Date;

/** The contract of {@code record-campaign-results.bpmn}. */
final class RecordCampaignResultsModel {

  static final String PROCESS_ID = "record-campaign-results";

  static final String CAMPAIGN_LAUNCHED = "campaign-launched";
  static final String PROGRAMME_ENDED = "programme-ended";

  /** The id of the campaign whose results are awaited. */
  static final ProcessVariable<Long> CAMPAIGN = ProcessVariable.number("campaign");

  /** From when on the next results can be known. */
  static final ProcessVariable<Date> RESULTS_DUE_ON =
      new ProcessVariable<>("resultsDueOn", Date.class);

  static final ProcessVariable<Boolean> ALL_RESULTS_RECORDED =
      ProcessVariable.flag("allResultsRecorded");

  private RecordCampaignResultsModel() {}
}
