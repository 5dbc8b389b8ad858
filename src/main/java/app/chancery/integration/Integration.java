package app.chancery.integration;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedInstrument;
import app.chancery.platform.people.Groups;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The integration of a candidate from its endorsed package to its end. */
@Service
public class Integration {

  private final Days days;
  private final Packages packages;
  private final Programmes programmes;
  private final Phases phases;
  private final Milestones milestones;
  private final Assurances assurances;
  private final Activities activities;
  private final Accessions accessions;
  private final DecisionRecords decisions;
  private final Notices notices;

  Integration(
      Days days,
      Packages packages,
      Programmes programmes,
      Phases phases,
      Milestones milestones,
      Assurances assurances,
      Activities activities,
      Accessions accessions,
      DecisionRecords decisions,
      Notices notices) {
    this.days = days;
    this.packages = packages;
    this.programmes = programmes;
    this.phases = phases;
    this.milestones = milestones;
    this.assurances = assurances;
    this.activities = activities;
    this.accessions = accessions;
    this.decisions = decisions;
    this.notices = notices;
  }

  /**
   * Sets up phases, milestones and assurances from the endorsed package; a second call for the same
   * package changes nothing. The phases follow each other in the order of their instruments. If the
   * endorsement came later than the design had planned, all of them move by that delay. The
   * assurances of the first phase are in force from today: the council has given them.
   */
  public void prepare(String programme) {
    EngagementPackage endorsed = packages.endorsed(programme).orElseThrow();
    boolean prepared =
        phases.of(programme).stream().anyMatch(phase -> phase.packageId() == endorsed.id());
    if (!prepared) {
      plan(endorsed);
      Phase first = phases.of(programme).get(0);
      assurances.putInForce(
          first,
          days.today(),
          first.plannedTo(),
          Words.of("integration.councilEndorsementOfPackageVersion").formatted(endorsed.version()));
      tell(endorsed);
    }
  }

  /** Begins the next phase of the package that has not begun, if one is left. */
  public NextPhase openNextPhase(String programme) {
    NextPhase next =
        NextPhase.of(phases.of(programme).stream().filter(Phase::isAhead).findFirst(), days);
    phases.of(programme).stream().filter(Phase::isAhead).findFirst().ifPresent(this::begin);
    return next;
  }

  /** Ends a phase and tells all Allies what it achieved. */
  public void closePhase(String programme, long phaseId) {
    Phase phase = phases.get(phaseId);
    phases.end(phase);
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        Words.of("integration.phaseEnded").formatted(phase.instrument().title()),
        Words.of("integration.reportedCompleteAndTheAssurancesOf"));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PHASE_COMPLETED,
            programme,
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            phase.instrument().title(),
            achievements(phase)));
  }

  /** Reminds those who work on a phase that its planned end has come; it goes on until they act. */
  public void remindOfPlannedEnd(String programme, long phaseId) {
    Phase phase = phases.get(phaseId);
    notices.tell(
        Message.of(
            NoticeKind.PHASE_END_REACHED,
            programme,
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            phase.instrument().title(),
            phase.plannedTo(),
            assuranceTerms(phase)),
        List.of(Groups.MILITARY_STAFF, Groups.ENVOYS));
  }

  /**
   * Ends the integration: says how it ended and why, and tells all Allies.
   *
   * @return {@code acceded} or {@code settled}
   */
  public String conclude(String programme) {
    phases.current(programme).ifPresent(phases::end);
    boolean acceded = accessions.dateOf(programme, AccessionStage.ACCEDED).isPresent();
    String name = programmes.get(programme).name();
    String what =
        acceded
            ? Words.of("integration.integrationEndedWithAccession")
            : Words.of("integration.partnershipSettled");
    String why =
        accessions
            .dateOf(programme, AccessionStage.ACCEDED)
            .map(
                on ->
                    Words.of("integration.becameAPartyOn")
                        .formatted(name, Dates.words(on), achieved(programme)))
            .orElseGet(
                () ->
                    Words.of("integration.hasGoneThroughAllPhasesOf")
                        .formatted(name, achieved(programme)));
    decisions.recordEnd(programme, Step.INTEGRATION.folder(), what, why);
    notices.tellAllAllies(
        Message.of(
            acceded ? NoticeKind.ACCEDED : NoticeKind.PARTNERSHIP_SETTLED,
            programme,
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            why));
    return acceded ? "acceded" : "settled";
  }

  private void begin(Phase phase) {
    phases.start(phase);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PHASE_OPENED,
            phase.programme(),
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            phase.instrument().title(),
            phase.plannedFrom(),
            phase.plannedTo()));
  }

  private void plan(EngagementPackage endorsed) {
    List<PlannedInstrument> instruments =
        endorsed.instruments().stream()
            .sorted(Comparator.comparing(PlannedInstrument::instrument))
            .toList();
    long delay = endorsed.delay(days.today());
    for (int number = 1; number <= instruments.size(); number++) {
      PlannedInstrument planned = instruments.get(number - 1);
      Phase phase =
          phases.plan(
              endorsed.programme(),
              endorsed.id(),
              number,
              planned.instrument(),
              planned.from().plusDays(delay),
              planned.to().plusDays(delay));
      endorsed.securityAssurances().forEach(text -> assurances.promise(phase, text));
    }
    endorsed.milestones().forEach(planned -> milestones.add(endorsed, planned, delay));
    milestones.carryOver(endorsed.programme());
  }

  private String achieved(String programme) {
    return Words.counted(
        "integration.achieved",
        milestones.of(programme).stream().filter(Milestone::isMet).count(),
        milestones.of(programme).size(),
        activities.of(programme).size());
  }

  private void tell(EngagementPackage endorsed) {
    String programme = endorsed.programme();
    String plan =
        phases.of(programme).stream()
            .map(
                phase ->
                    Words.of("integration.to")
                        .formatted(
                            phase.instrument().title(),
                            Dates.words(phase.plannedFrom()),
                            Dates.words(phase.plannedTo())))
            .collect(Collectors.joining(Words.of("integration.then")));
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        Words.of("integration.integrationBeginsUnderPackageVersion").formatted(endorsed.version()),
        Words.of("integration.theCouncilHasAdoptedIt").formatted(plan));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.INTEGRATION_BEGUN,
            programme,
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            Words.counted("integration.begins", plan, milestones.of(programme).size())));
  }

  private String achievements(Phase phase) {
    List<Activity> held =
        activities.of(phase.programme()).stream()
            .filter(each -> !each.recordedAt().isBefore(phase.startedAt()))
            .toList();
    return Words.counted(
        "integration.sincePhaseBegan",
        count(held, ActivityKind.EXERCISE),
        count(held, ActivityKind.WORKSHOP),
        count(held, ActivityKind.INTELLIGENCE_SHARING),
        milestones.of(phase.programme()).stream().filter(Milestone::isMet).count(),
        milestones.of(phase.programme()).size());
  }

  private String assuranceTerms(Phase phase) {
    return assurances.of(phase).stream()
        .map(Assurance::inForceUntil)
        .filter(java.util.Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(Dates::words)
        .map(Words.of("notice.assurancesUntil")::formatted)
        .orElse(Words.of("notice.noAssurances"));
  }

  private static long count(List<Activity> held, ActivityKind kind) {
    return held.stream().filter(each -> each.kind() == kind).count();
  }
}
