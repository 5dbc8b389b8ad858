package app.chancery.diplomacy;

import app.chancery.programme.Programmes;
import app.chancery.records.Notices;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the office says when a task of a campaign waits longer than policy allows. */
@Service
public class CampaignReminders {

  private static final List<String> PUBLIC_AFFAIRS = List.of("public-affairs");
  private static final List<String> EXECUTIVES = List.of("executives");
  private static final List<String> MANAGERS = List.of("managers");

  private final Notices notices;
  private final Programmes programmes;

  CampaignReminders(Notices notices, Programmes programmes) {
    this.notices = notices;
    this.programmes = programmes;
  }

  public void mediaPlanLate(String programme) {
    tell(programme, PUBLIC_AFFAIRS, "Media plan awaited", "the media plan is not drafted yet");
  }

  public void approvalLate(String programme) {
    tell(programme, EXECUTIVES, "Media brief awaits approval", "the media brief is not decided on");
  }

  public void approvalOverdue(String programme) {
    tell(
        programme,
        MANAGERS,
        "Media brief overdue",
        "the executives were reminded and have not decided on the media brief");
  }

  public void launchLate(String programme) {
    tell(programme, PUBLIC_AFFAIRS, "Launch awaited", "the approved campaign is not launched yet");
  }

  public void resultsLate(String programme) {
    tell(
        programme,
        PUBLIC_AFFAIRS,
        "Campaign results awaited",
        "results of the campaign can be known and are not on record yet");
  }

  public void resultsOverdue(String programme) {
    tell(
        programme,
        MANAGERS,
        "Campaign results overdue",
        "public affairs was reminded and has not recorded the campaign's results");
  }

  private void tell(String programme, List<String> groups, String subject, String what) {
    String name = programmes.get(programme).name();
    notices.tell(
        programme,
        Campaigns.STEP,
        subject + ": " + name,
        "Public diplomacy for %s: %s.".formatted(name, what),
        groups);
  }
}
