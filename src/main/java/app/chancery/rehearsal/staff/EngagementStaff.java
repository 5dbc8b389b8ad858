package app.chancery.rehearsal.staff;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.StaffScript;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What planners and executives do with the tasks of step 2 in a rehearsal. */
@Component
public class EngagementStaff implements StaffScript {

  @Override
  public Map<String, Answer> answers() {
    return Map.of(
        "userTask_draftOffer", new Answer(5, EngagementStaff::draftOffer),
        "userTask_approveTierRaise",
            new Answer(
                2, decision("raiseDecision", "raiseReason", "The reason given carries the raise.")),
        "userTask_decideOverstretch",
            new Answer(
                2,
                decision(
                    "overstretchDecision",
                    "overstretchReason",
                    "The candidate cannot wait for another programme to end.")),
        "userTask_approvePackage",
            new Answer(
                3,
                decision(
                    "packageDecision",
                    "packageReason",
                    "The package is in proportion to the candidate's readiness.")));
  }

  /** Takes the offer as the form suggests it and says why. */
  private static Map<String, Object> draftOffer(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    Map<String, Object> fields = new HashMap<>();
    for (String field :
        new String[] {
          "tier",
          "tierReason",
          "securityAssurances",
          "economicCooperation",
          "jointTraining",
          "milestones"
        }) {
      fields.put(field, facts.get(field));
    }
    fields.put(
        "justification",
        "%s is ready for the tier %s by the policy's own thresholds; the offer follows the template of that tier and goes no further."
            .formatted(facts.get("candidateName"), Tier.of(facts.get("tier").toString()).word()));
    return fields;
  }

  private static Answer.Form decision(String field, String reasonField, String reason) {
    return (task, facts, today) -> Map.of(field, "true", reasonField, reason);
  }
}
