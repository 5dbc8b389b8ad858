package app.chancery.stakeholders;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/**
 * What an envoy decides on a stakeholder map.
 *
 * @param releasableSummary what planners may know, in the envoy's own words; needed to approve
 * @param revisit the id of the stakeholder to interview again; needed not to approve
 * @param question what the further interview is to find out; needed not to approve; confidential
 */
public record MapDecision(
    Choice choice, String releasableSummary, Double revisit, String question) {

  /** Approve the map, or interview somebody again. */
  public enum Choice implements Coded {
    APPROVE,
    INTERVIEW_AGAIN;
  }

  /**
   * @throws app.chancery.platform.refusal.Refused if what the choice needs is missing
   */
  public MapDecision {
    Faults faults = new Faults();
    if (choice == Choice.APPROVE) {
      faults.check(
          releasableSummary != null,
          "releasableSummary",
          Words.of("mapDecision.isRequiredToApprove"));
    } else {
      faults.check(
          revisit != null, "stakeholderToRevisit", Words.of("mapDecision.sayWhoIsToBeInterviewed"));
      faults.check(
          question != null, "confidential_question", Words.of("mapDecision.sayWhatIsToBeFound"));
    }
    faults.refuseIfAny();
  }

  /** Says nothing of the question, so that no log can. */
  @Override
  public String toString() {
    return "decision on the map: " + choice.code();
  }
}
