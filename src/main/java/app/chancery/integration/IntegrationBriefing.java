package app.chancery.integration;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people see who confirm the schedule, conduct phases and clear the gate to talks. */
@Component
class IntegrationBriefing implements TaskBriefing {

  private static final String CONFIRM_SCHEDULE = "userTask_confirmExerciseSchedule";
  private static final String CONDUCT_PHASE = "userTask_conductPhase";
  private static final String EXTEND_ASSURANCES = "userTask_extendAssurances";
  private static final String REPORT_INTEROPERABILITY = "userTask_reportInteroperability";
  private static final String CHECK_OPPOSITION = "userTask_checkDomesticOpposition";
  private static final String BRING_INTO_FORCE = "userTask_bringAssurancesIntoForce";

  /** Each instrument has a phase, with these tasks of its own. */
  private static final Set<String> PHASES = Set.of(CONDUCT_PHASE, EXTEND_ASSURANCES);

  private final Days days;
  private final IntegrationPolicy policy;
  private final Programmes programmes;
  private final Phases phases;
  private final Milestones milestones;
  private final Activities activities;
  private final PlannedExercises exercises;
  private final Assurances assurances;
  private final AccessionGate gate;
  private final OppositionChecks opposition;
  private final Dossiers dossiers;
  private final Deliverables deliverables;

  IntegrationBriefing(
      Days days,
      IntegrationPolicy policy,
      Programmes programmes,
      Phases phases,
      Milestones milestones,
      Activities activities,
      PlannedExercises exercises,
      Assurances assurances,
      AccessionGate gate,
      OppositionChecks opposition,
      Dossiers dossiers,
      Deliverables deliverables) {
    this.days = days;
    this.policy = policy;
    this.programmes = programmes;
    this.phases = phases;
    this.milestones = milestones;
    this.activities = activities;
    this.exercises = exercises;
    this.assurances = assurances;
    this.gate = gate;
    this.opposition = opposition;
    this.dossiers = dossiers;
    this.deliverables = deliverables;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        CONFIRM_SCHEDULE,
        CONDUCT_PHASE,
        EXTEND_ASSURANCES,
        REPORT_INTEROPERABILITY,
        CHECK_OPPOSITION,
        BRING_INTO_FORCE);
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("programmeName", programmes.get(task.programme()).name());
    switch (task.key()) {
      case CONFIRM_SCHEDULE -> schedule(task.programme(), facts);
      case CONDUCT_PHASE -> phase(phase(task), facts);
      case EXTEND_ASSURANCES -> gap(phase(task), facts);
      default -> gate(task, facts);
    }
    return facts;
  }

  @Override
  public String subject(String task, String programme, Function<String, Object> variables) {
    return PHASES.contains(task)
        ? phases.get((Long) variables.apply("phaseId")).instrument().title()
        : null;
  }

  private Phase phase(OpenTask task) {
    return phases.get(Long.parseLong(task.text("phaseId")));
  }

  private void schedule(String programme, Map<String, Object> facts) {
    Deliverable draft =
        deliverables.latest(programme, DeliverableKind.JOINT_EXERCISE_SCHEDULE).orElseThrow();
    facts.put("summary", draft.document().summary());
    facts.put("schedulePage", "/programmes/%s/deliverables/%s".formatted(programme, draft.id()));
    facts.put("scheduleVersion", draft.version());
    facts.put(
        "phases",
        phases.of(programme).stream()
            .map(
                phase ->
                    row(
                        "number", phase.number(),
                        "instrument", phase.instrument().title(),
                        "plannedFrom", phase.plannedFrom(),
                        "plannedTo", phase.plannedTo()))
            .toList());
    facts.put(
        "exercises",
        phases.of(programme).stream()
            .flatMap(phase -> exercises.of(phase).stream().map(each -> exercise(phase, each)))
            .toList());
    facts.put("exerciseOptions", options(exercises.of(programme)));
  }

  private void phase(Phase phase, Map<String, Object> facts) {
    LocalDate today = days.today();
    List<PlannedExercise> planned = exercises.of(phase);
    facts.put("instrument", phase.instrument().title());
    facts.put("phaseNumber", phase.number());
    facts.put("phaseCount", phases.of(phase.programme()).size());
    facts.put("plannedFrom", phase.plannedFrom().toString());
    facts.put("plannedTo", phase.plannedTo().toString());
    facts.put(
        "nextPhaseText",
        phases
            .after(phase)
            .map(next -> Words.of("integrationBriefing.next").formatted(next.instrument().title()))
            .orElse(Words.of("integrationBriefing.itIsTheLastOne")));
    milestones(phase.programme(), facts);
    facts.put("openMilestones", openMilestones(milestones.of(phase.programme())));
    facts.put("exercises", planned.stream().map(each -> exercise(phase, each)).toList());
    facts.put(
        "openExercises", options(planned.stream().filter(each -> each.heldOn() == null).toList()));
    facts.put(
        "activities",
        activities.of(phase.programme()).stream().map(IntegrationBriefing::activity).toList());
    facts.put("assurances", assurances(Stream.of(phase)));
    facts.put("date", today.toString());
    facts.put("metOn", today.toString());
  }

  private void gap(Phase phase, Map<String, Object> facts) {
    Optional<Phase> next = phases.after(phase);
    facts.put("instrument", phase.instrument().title());
    facts.put(
        "nextInstrument",
        next.map(each -> each.instrument().title()).orElse(Words.of("integrationBriefing.none")));
    facts.put("assurances", assurances(Stream.concat(Stream.of(phase), next.stream())));
    term(next.orElse(phase), facts);
  }

  private void gate(OpenTask task, Map<String, Object> facts) {
    String programme = task.programme();
    facts.put("because", String.join(" ", gate.finding(programme).because()));
    switch (task.key()) {
      case REPORT_INTEROPERABILITY -> {
        milestones(programme, facts);
        facts.put("openMilestones", openMilestones(milestones.interoperability(programme)));
        facts.put("metOn", days.today().toString());
      }
      case CHECK_OPPOSITION -> {
        facts.put("support", support(programme));
        facts.put(
            "lastCheck",
            opposition
                .latest(programme)
                .map(
                    check ->
                        Words.of("integrationBriefing.lastCheckOn")
                            .formatted(check.checkedOn(), check.finding().word(), check.detail()))
                .orElse(Words.of("integrationBriefing.thereWasNoCheckBefore")));
      }
      default -> {
        Phase phase = phase(task);
        facts.put("assurances", assurances(phases.of(programme).stream()));
        term(phase, facts);
      }
    }
  }

  /** The proposal: in force from today until the planned end, or for the policy's extension. */
  private void term(Phase phase, Map<String, Object> facts) {
    LocalDate today = days.today();
    LocalDate least = today.plusDays(policy.extensionDays());
    facts.put("inForceFrom", today.toString());
    facts.put(
        "inForceUntil", (phase.plannedTo().isAfter(least) ? phase.plannedTo() : least).toString());
  }

  private void milestones(String programme, Map<String, Object> facts) {
    facts.put("milestones", milestones.of(programme).stream().map(this::milestone).toList());
  }

  private Map<String, Object> milestone(Milestone milestone) {
    String open =
        milestone.isOverdue(days.today())
            ? Words.of("integrationBriefing.overdue")
            : Words.of("integrationBriefing.open");
    return row(
        "name", milestone.name(),
        "target", milestone.target(),
        "dueOn", milestone.dueOn(),
        "isMet", milestone.isMet(),
        "state",
            milestone.isMet()
                ? Words.of("integrationBriefing.metOn").formatted(milestone.metOn())
                : open);
  }

  private static List<Map<String, Object>> openMilestones(List<Milestone> milestones) {
    return milestones.stream()
        .filter(each -> !each.isMet())
        .map(each -> row("label", each.name(), "value", each.id()))
        .toList();
  }

  private static List<Map<String, Object>> options(List<PlannedExercise> exercises) {
    return exercises.stream()
        .map(
            each ->
                row(
                    "label",
                    "%s: %s (%s)".formatted(each.plannedOn(), each.name(), each.standard()),
                    "value",
                    each.id()))
        .toList();
  }

  private static Map<String, Object> exercise(Phase phase, PlannedExercise exercise) {
    return row(
        "quarter", exercise.quarter(),
        "plannedOn", exercise.plannedOn(),
        "name", exercise.name(),
        "participants", exercise.participants() == null ? "" : exercise.participants(),
        "standard", exercise.standard(),
        "phase", phase.instrument().title(),
        "isHeld", exercise.heldOn() != null,
        "state",
            exercise.heldOn() == null
                ? Words.of("integrationBriefing.planned")
                : Words.of("integrationBriefing.heldOn").formatted(exercise.heldOn()));
  }

  private static Map<String, Object> activity(Activity activity) {
    return row(
        "date", activity.date(),
        "kind", activity.kind().word(),
        "name", activity.name(),
        "participants", String.join(", ", activity.participants()));
  }

  private List<Map<String, Object>> assurances(Stream<Phase> of) {
    LocalDate today = days.today();
    return of.flatMap(
            phase ->
                assurances.of(phase).stream()
                    .map(
                        each ->
                            row(
                                "phase", phase.instrument().title(),
                                "text", each.text(),
                                "from", each.inForceFrom() == null ? "" : each.inForceFrom(),
                                "until", each.inForceUntil() == null ? "" : each.inForceUntil(),
                                "state",
                                    each.isInForce(today)
                                        ? Words.of("integrationBriefing.inForce")
                                        : Words.of("integrationBriefing.notInForce"))))
        .toList();
  }

  private List<Map<String, Object>> support(String programme) {
    return Stream.of(IndicatorName.PUBLIC_SUPPORT_PCT, IndicatorName.POLITICAL_CONSENSUS_PCT)
        .flatMap(name -> dossiers.of(programme).indicator(name).stream())
        .map(IntegrationBriefing::indicator)
        .toList();
  }

  private static Map<String, Object> indicator(Indicator indicator) {
    return row(
        "name", "%s, %s".formatted(indicator.name().label(), indicator.name().unit()),
        "value", indicator.said(),
        "asOf", indicator.asOf(),
        "source", indicator.source());
  }

  /** A row of a table: names and values in turn, the values as text. */
  static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      row.put(namesAndValues[index].toString(), namesAndValues[index + 1].toString());
    }
    return row;
  }
}
