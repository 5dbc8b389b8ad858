package app.chancery.rehearsal.staff;

import app.chancery.diplomacy.Attitude;
import app.chancery.diplomacy.BriefDecision;
import app.chancery.diplomacy.ChannelKind;
import app.chancery.diplomacy.ResultStage;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.words.Coded;
import app.chancery.rehearsal.StaffScript;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The staff of public diplomacy in a rehearsal. */
@Component
public class DiplomacyStaff implements StaffScript {

  @Override
  public Map<String, Answer> answers() {
    return Map.of(
        "userTask_draftMediaPlan", new Answer(10, DiplomacyStaff::draft),
        "userTask_approveMediaBrief", new Answer(3, DiplomacyStaff::approve),
        "userTask_launchCampaign", new Answer(2, DiplomacyStaff::launch),
        "userTask_recordCampaignResults", new Answer(5, DiplomacyStaff::results));
  }

  private static Map<String, Object> draft(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    String name = facts.get("candidateName").toString();
    Map<String, Object> fields = new HashMap<>();
    for (String field :
        new String[] {
          "policyAim",
          "objective1",
          "baseline1",
          "change1",
          "measure1",
          "audience1",
          "attitude1",
          "barriers1",
          "action1",
          "proposition",
          "messages",
          "channel1",
          "channelKind1",
          "timeline",
          "budgetEur",
          "owner",
          "startsOn",
          "endsOn"
        }) {
      fields.put(field, facts.get(field));
    }
    fields.put(
        "mutualBenefits",
        facts.get("mutualBenefits").toString().isBlank()
            ? "For %s: forces that train and plan with the Allies.\n".formatted(name)
                + "For the alliance: a partner that shares its knowledge of the region."
            : facts.get("mutualBenefits"));
    fields.put("audience2", "Young people in " + name);
    fields.put("attitude2", Attitude.INDIFFERENT.code());
    fields.put("barriers2", "Follow no news media that report on security");
    fields.put("action2", "Ask questions and find the answers in their own channels");
    fields.put("channel2", "Public broadcaster of " + name);
    fields.put("channelKind2", ChannelKind.NEWS_MEDIA.code());
    fields.put("channel3", "Town-hall meetings in the regions of " + name);
    fields.put("channelKind3", ChannelKind.DIRECT.code());
    fields.put("claim1", name + " gives up its say over its own soldiers");
    fields.put(
        "answer1",
        "Every deployment stays a decision of %s; nothing in the package changes that."
            .formatted(name));
    fields.put("proof1", "The text of the package, published in full");
    fields.put("claim2", "The money is taken from hospitals and schools");
    fields.put("answer2", "The budget shows what is spent on what, before and after.");
    fields.put("proof2", "The state budget as adopted by parliament");
    return fields;
  }

  private static Map<String, Object> approve(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "decision",
        BriefDecision.APPROVE.code(),
        "reason",
        "The messages agree with the endorsed package and answer the expected claims.");
  }

  private static Map<String, Object> launch(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "launchOn", facts.get("launchOn"),
        "channel1Ready", true,
        "channel2Ready", true,
        "channel3Ready", true);
  }

  private static Map<String, Object> results(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return switch (Coded.of(ResultStage.class, facts.get("stageCode").toString())) {
      case OUTPUTS ->
          Map.of(
              "measure1", "Articles and broadcasts that carry a message",
              "result1", "46 in the three largest outlets",
              "source1", "Media monitoring of public affairs",
              "measure2", "Town-hall meetings",
              "result2", "12 held, about 1,900 people came",
              "source2", "Attendance lists",
              "learned", "The meetings reached people whom the media do not; hold more of them.");
      case OUTTAKES ->
          Map.of(
              "measure1", "People who can name one benefit of the programme",
              "result1", "41 %, before the campaign 28 %",
              "source1", "Survey, 1,000 online interviews",
              "learned", "Benefits for daily life are remembered, military ones are not.");
      case OUTCOMES ->
          Map.of(
              "measure1", "Support for the programme",
              "result1", "Four points more than before the campaign",
              "source1", "The same survey, repeated",
              "learned", "The objective was nearly met; young people were reached too late.");
    };
  }
}
