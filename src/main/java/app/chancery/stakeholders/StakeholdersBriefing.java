package app.chancery.stakeholders;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.people.Author;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Regions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the forms of step 1 show. Others than analysts and envoys may be allowed to look at a task
 * (managers watch all of them), so what was said in interviews is only for the readers of the map.
 */
@Component
class StakeholdersBriefing implements TaskBriefing {

  private final Stakeholders stakeholders;
  private final Interviews interviews;
  private final Dossiers dossiers;
  private final Regions regions;
  private final Deliverables deliverables;
  private final Author author;

  StakeholdersBriefing(
      Stakeholders stakeholders,
      Interviews interviews,
      Dossiers dossiers,
      Regions regions,
      Deliverables deliverables,
      Author author) {
    this.stakeholders = stakeholders;
    this.interviews = interviews;
    this.dossiers = dossiers;
    this.regions = regions;
    this.deliverables = deliverables;
    this.author = author;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        "userTask_identifyStakeholders",
        "userTask_extendStakeholderList",
        "userTask_interviewStakeholder",
        "userTask_approveStakeholderMap");
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Dossier dossier = dossiers.of(task.programme());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("candidateName", dossier.name());
    facts.put("programmeKey", task.programme());
    facts.put("stakeholderKinds", String.join(", ", StakeholderKind.words()));
    switch (task.key()) {
      case "userTask_identifyStakeholders" -> identify(facts, task.programme(), dossier);
      case "userTask_extendStakeholderList" -> extend(facts, task.programme());
      case "userTask_interviewStakeholder" ->
          interview(facts, task.programme(), Long.parseLong(task.text("stakeholderId")));
      default -> approve(facts, task.programme());
    }
    return facts;
  }

  @Override
  public String subject(String task, String programme, Function<String, Object> variables) {
    return task.equals("userTask_interviewStakeholder")
        ? stakeholders.get(programme, (Long) variables.apply("stakeholderId")).name()
        : null;
  }

  private void identify(Map<String, Object> facts, String programme, Dossier dossier) {
    facts.put("regionName", regions.regions().get(dossier.region()));
    facts.put(
        "stakeholders",
        stakeholders.proposed(programme).stream()
            .map(NewStakeholder::line)
            .collect(Collectors.joining("\n")));
  }

  private void extend(Map<String, Object> facts, String programme) {
    facts.put(
        "stakeholderList",
        stakeholders.of(programme).stream()
            .map(
                each ->
                    Map.of(
                        "name",
                        each.name(),
                        "kind",
                        each.kind().word(),
                        "state",
                        interviews.isInterviewed(each.id())
                            ? Words.of("stakeholdersBriefing.interviewed")
                            : Words.of("stakeholdersBriefing.open")))
            .toList());
  }

  private void interview(Map<String, Object> facts, String programme, long id) {
    Stakeholder stakeholder = stakeholders.get(programme, id);
    facts.put("stakeholderName", stakeholder.name());
    facts.put("stakeholderKind", stakeholder.kind().word());
    facts.put("stakeholderKindCode", stakeholder.kind().code());
    List<String> questions = mayReadInterviews() ? interviews.questionsFor(id) : List.of();
    facts.put("hasQuestions", !questions.isEmpty());
    facts.put("questions", questions.stream().map(each -> Map.of("question", each)).toList());
  }

  private void approve(Map<String, Object> facts, String programme) {
    facts.put(
        "mapPath",
        deliverables
            .latest(programme, DeliverableKind.STAKEHOLDER_MAP)
            .map(Deliverable::id)
            .map(id -> "/programmes/%s/deliverables/%s".formatted(programme, id))
            .orElse(""));
    facts.put("mayReadInterviews", mayReadInterviews());
    facts.put(
        "stakeholderChoices",
        stakeholders.of(programme).stream()
            .map(each -> Map.of("label", each.name(), "value", String.valueOf(each.id())))
            .toList());
    if (mayReadInterviews()) {
      StakeholderMap map = stakeholders.map(programme);
      facts.put(
          "places",
          map.places().stream()
              .map(
                  place ->
                      Map.of(
                          "name",
                          place.stakeholder().name(),
                          "quadrant",
                          place.quadrant().word(),
                          "move",
                          place.move(),
                          "wonOver",
                          place.mustBeWonOver()
                              ? Words.of("stakeholdersBriefing.yes")
                              : Words.of("stakeholdersBriefing.no"),
                          "leverage",
                          place.withoutLeverage()
                              ? Words.of("stakeholdersBriefing.noneKnown")
                              : Words.of("stakeholdersBriefing.known")))
              .toList());
      facts.put(
          "collisions",
          map.collisions().stream()
              .map(
                  each ->
                      Map.of(
                          "subject",
                          each.demand().subject(),
                          "demandedBy",
                          each.one().stakeholder().name(),
                          "excludedBy",
                          each.other().stakeholder().name()))
              .toList());
    }
  }

  private boolean mayReadInterviews() {
    return author.isOneOf(DeliverableKind.STAKEHOLDER_MAP.readers());
  }
}
