package app.chancery.integration;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the secretariat sees in the stages of an accession. */
@Component
class AccessionBriefing implements TaskBriefing {

  private final Days days;
  private final Programmes programmes;
  private final Allies allies;
  private final Accessions accessions;
  private final AccessionGate gate;
  private final Ratifications ratifications;

  AccessionBriefing(
      Days days,
      Programmes programmes,
      Allies allies,
      Accessions accessions,
      AccessionGate gate,
      Ratifications ratifications) {
    this.days = days;
    this.programmes = programmes;
    this.allies = allies;
    this.accessions = accessions;
    this.gate = gate;
    this.ratifications = ratifications;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        "userTask_holdAccessionTalks",
        "userTask_receiveLetterOfIntent",
        "userTask_signProtocol",
        "userTask_recordRatification",
        "userTask_inviteToAccede",
        "userTask_receiveInstrument");
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("programmeName", programmes.get(task.programme()).name());
    if (task.key().equals("userTask_recordRatification")) {
      ratification(task.programme(), facts);
    } else {
      stage(task.programme(), facts);
    }
    return facts;
  }

  /** One date of one Party each time, both chosen on the form. */
  @Override
  public String subject(String task, String programme, Function<String, Object> variables) {
    return task.equals("userTask_recordRatification")
            && variables.apply("ally") instanceof String ally
            && variables.apply("stage") instanceof String stage
        ? RatificationStage.of(stage)
            .map(
                reached ->
                    Words.of("ratification.of")
                        .formatted(allies.names().apply(ally), reached.word()))
            .orElse(null)
        : null;
  }

  private void stage(String programme, Map<String, Object> facts) {
    List<Ally> today = allies.today();
    facts.put(
        "history",
        accessions.of(programme).stream()
            .map(
                entry ->
                    IntegrationBriefing.row(
                        "stage", entry.stage().word(),
                        "date", entry.date(),
                        "detail", entry.detail()))
            .toList());
    List<String> because = gate.finding(programme).because();
    facts.put("gateIsShut", !because.isEmpty());
    facts.put(
        "gateText",
        because.isEmpty()
            ? Words.of("accessionBriefing.theGateToTheTalksIs")
            : Words.of("accessionBriefing.theGateHasShut").formatted(String.join(" ", because)));
    facts.put("signatoryCount", today.size());
    facts.put(
        "signatories",
        today.stream()
            .map(ally -> IntegrationBriefing.row("name", ally.name(), "since", ally.partySince()))
            .toList());
    facts.put("happenedOn", days.today().toString());
  }

  private void ratification(String programme, Map<String, Object> facts) {
    List<Ratification> all = ratifications.of(programme);
    List<Ratification> missing = ratifications.missing(programme);
    facts.put("parties", all.size());
    facts.put("deposited", all.size() - missing.size());
    facts.put(
        "missingText",
        Words.of("accessionBriefing.missing")
            .formatted(missing.stream().map(Ratification::name).collect(Collectors.joining(", "))));
    facts.put(
        "heldText",
        all.stream()
            .filter(each -> each.hold() != null)
            .map(
                each ->
                    Words.of("accessionBriefing.holdsItsRatificationSince")
                        .formatted(each.name(), each.hold().date(), each.hold().reason()))
            .collect(Collectors.joining("\n\n")));
    facts.put(
        "signedOn",
        accessions
            .dateOf(programme, AccessionStage.PROTOCOL_SIGNED)
            .map(LocalDate::toString)
            .orElse(Words.of("accessionBriefing.aDayNotRecorded")));
    facts.put(
        "ratifications",
        all.stream()
            .map(
                each ->
                    IntegrationBriefing.row(
                        "code", each.ally(),
                        "name", each.name(),
                        "parliament", text(each.parliament()),
                        "signature", text(each.signature()),
                        "deposit", text(each.deposit()),
                        "held", each.hold() == null ? "" : text(each.hold().date())))
            .toList());
    facts.put(
        "allyOptions",
        all.stream()
            .map(each -> IntegrationBriefing.row("label", each.name(), "value", each.ally()))
            .toList());
    facts.put("date", days.today().toString());
  }

  private static String text(LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
