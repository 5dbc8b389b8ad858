package app.chancery.diplomacy;

/** What the business tells the processes that follow launched campaigns. */
public interface CampaignResultsProcess {

  /** The campaign of the programme was launched: from now on its results are awaited. */
  void campaignLaunched(Campaign campaign);

  /** The programme has ended: nothing more is awaited of its campaigns. */
  void programmeEnded(String programme);
}
