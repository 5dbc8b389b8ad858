package app.chancery.stakeholders;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.LateTask;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.CandidateRenamed;
import app.chancery.programme.Reminders;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has an interest in a programme, what they want, and what of it may be told to planners. What
 * was said in interviews leaves this package only in the stakeholder map.
 */
@Service
public class Stakeholders {

  private final StakeholderRegister register;
  private final Interviews interviews;
  private final StakeholderPolicy policy;
  private final Days days;
  private final Dossiers dossiers;
  private final Allies allies;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Reminders reminders;
  private final StakeholderProcess process;
  private final Signatures signatures;

  Stakeholders(
      StakeholderRegister register,
      Interviews interviews,
      StakeholderPolicy policy,
      Days days,
      Dossiers dossiers,
      Allies allies,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices,
      Reminders reminders,
      StakeholderProcess process,
      Signatures signatures) {
    this.register = register;
    this.interviews = interviews;
    this.policy = policy;
    this.days = days;
    this.dossiers = dossiers;
    this.allies = allies;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
    this.reminders = reminders;
    this.process = process;
    this.signatures = signatures;
  }

  /**
   * Whom the policy would interview: the candidate's government, the bloc of its region, the key
   * Allies of today.
   */
  public List<NewStakeholder> proposed(String programme) {
    Dossier dossier = dossiers.of(programme);
    List<NewStakeholder> proposed = new ArrayList<>();
    proposed.add(
        new NewStakeholder(governmentOf(dossier.name()), StakeholderKind.CANDIDATE_GOVERNMENT));
    Optional.ofNullable(policy.regionalBlocs().get(dossier.region()))
        .ifPresent(bloc -> proposed.add(new NewStakeholder(bloc, StakeholderKind.REGIONAL_BLOC)));
    allies.today().stream()
        .filter(ally -> policy.keyAllies().contains(ally.iso2()))
        .map(Ally::name)
        .forEach(name -> proposed.add(new NewStakeholder(name, StakeholderKind.KEY_ALLY)));
    return proposed;
  }

  /** On the list it goes by the candidate's name, as it was proposed. */
  @EventListener
  void candidateRenamed(CandidateRenamed renamed) {
    register.rename(
        renamed.programme(),
        StakeholderKind.CANDIDATE_GOVERNMENT,
        governmentOf(renamed.before()),
        governmentOf(renamed.after()));
  }

  private static String governmentOf(String candidate) {
    return Words.of("stakeholders.governmentOf").formatted(candidate);
  }

  /**
   * Puts stakeholders on the list of a programme.
   *
   * @param field the form field that faults are reported for
   * @param lines {@code name | kind}, one each
   * @return their ids
   * @throws app.chancery.platform.refusal.Refused if there is none, a line cannot be read, or one
   *     is on the list already
   */
  public List<Long> add(String programme, String field, List<String> lines) {
    Faults faults = new Faults();
    List<NewStakeholder> added = NewStakeholder.list(field, lines, faults);
    faults.check(!lines.isEmpty(), field, Words.of("stakeholders.mustNameAtLeastOneStakeholder"));
    Set<Wording> names =
        of(programme).stream()
            .map(each -> Wording.of(each.name()))
            .collect(Collectors.toCollection(HashSet::new));
    for (NewStakeholder each : added) {
      faults.check(
          names.add(Wording.of(each.name())),
          field,
          Words.of("stakeholders.isOnTheList").formatted(each.name()));
    }
    faults.refuseIfAny();
    List<Long> ids = added.stream().map(each -> register.add(programme, each)).toList();
    decisions.record(
        programme,
        Step.STAKEHOLDERS.folder(),
        Words.of("stakeholders.stakeholdersToInterview"),
        added.stream()
            .map(each -> "%s (%s)".formatted(each.name(), each.kind().word()))
            .collect(Collectors.joining("; ")));
    return ids;
  }

  /**
   * Puts further stakeholders on the list while interviews run; each is interviewed too.
   *
   * @param field the form field that faults are reported for
   * @param lines {@code name | kind}, one each; may be empty
   * @throws app.chancery.platform.refusal.Conflict if no interviews of the programme run now
   */
  @Transactional
  public void addFurther(String programme, String field, List<String> lines) {
    if (!lines.isEmpty()) {
      add(programme, field, lines).forEach(id -> process.stakeholderAdded(programme, id));
    }
  }

  /** The list, in the order in which they were added. */
  public List<Stakeholder> of(String programme) {
    return register.of(programme);
  }

  /**
   * @throws NotFound if the programme has no such stakeholder
   */
  public Stakeholder get(String programme, long id) {
    return of(programme).stream()
        .filter(stakeholder -> stakeholder.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Words.of("none.stakeholder").formatted(programme, id)));
  }

  /** An interview was held, or refused and recorded from open sources. */
  public void recordInterview(String programme, long stakeholder, InterviewAnswers answers) {
    interviews.add(programme, get(programme, stakeholder).id(), answers);
  }

  /** The analysis of the newest interview of each stakeholder; confidential. */
  StakeholderMap map(String programme) {
    return StakeholderMap.of(of(programme), interviews.newest(programme), policy);
  }

  /** Compiles the map from the newest interview of each stakeholder, as a draft. */
  public void compileMap(String programme) {
    deliverables.draft(
        programme,
        DeliverableKind.STAKEHOLDER_MAP,
        MapDocument.of(dossiers.of(programme).name(), map(programme), policy, days, signatures));
  }

  /**
   * An envoy approves the map, or has somebody interviewed again.
   *
   * @return whom to interview again; nobody if the map is approved
   * @throws app.chancery.platform.refusal.Refused if the releasable summary quotes an interview
   */
  public List<Long> decideOnMap(String programme, MapDecision decision) {
    if (decision.choice() == MapDecision.Choice.APPROVE) {
      approveMap(programme, "releasableSummary", decision.releasableSummary());
      return List.of();
    }
    long stakeholder = get(programme, decision.revisit().longValue()).id();
    sendBack(programme, stakeholder, decision.question());
    return List.of(stakeholder);
  }

  private void approveMap(String programme, String field, String releasableSummary) {
    Faults faults = new Faults();
    faults.check(
        !quotesAnInterview(programme, releasableSummary),
        field,
        Words.of("stakeholders.quotesAnInterviewSayItIn"));
    faults.refuseIfAny();
    register.release(programme, releasableSummary);
    deliverables.approve(programme, DeliverableKind.STAKEHOLDER_MAP);
    decisions.record(
        programme,
        Step.STAKEHOLDERS.folder(),
        Words.of("stakeholders.stakeholderMapApproved"),
        Words.counted("stakeholders.mapped", of(programme).size()));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.INTERESTS_MAPPED,
            programme,
            Step.STAKEHOLDERS.folder(),
            NoticePlace.programme()));
  }

  /** The reason stays with the interviews: it may tell what was said in one. */
  private void sendBack(String programme, long stakeholder, String question) {
    interviews.ask(programme, get(programme, stakeholder).id(), question);
    decisions.record(
        programme,
        Step.STAKEHOLDERS.folder(),
        Words.of("stakeholders.stakeholderMapSentBack"),
        Words.of("stakeholders.aFurtherInterviewIsNeeded")
            .formatted(get(programme, stakeholder).name()));
  }

  /** What planners may know of the interviews, in an envoy's words; the newest one. */
  public Optional<String> releasableSummary(String programme) {
    return register.released(programme);
  }

  /** Tells those above that something is overdue, and of whom an interview is missing. */
  public void escalate(LateTask task) {
    List<String> missing =
        of(task.programme()).stream()
            .filter(stakeholder -> !interviews.isInterviewed(stakeholder.id()))
            .map(Stakeholder::name)
            .toList();
    reminders.escalate(
        task,
        missing.isEmpty()
            ? Words.of("notice.noInterviewMissing")
            : Words.of("notice.interviewsMissing").formatted(String.join("; ", missing)));
  }

  private boolean quotesAnInterview(String programme, String summary) {
    return Wording.of(summary)
        .quotes(interviews.newest(programme).stream().flatMap(Interview::sentences));
  }
}
