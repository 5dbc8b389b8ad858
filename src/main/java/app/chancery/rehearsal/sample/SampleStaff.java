package app.chancery.rehearsal.sample;

import app.chancery.consensus.Stance;
import app.chancery.oversight.CommitteeDecision;
import app.chancery.oversight.Quarter;
import app.chancery.oversight.WorkInHand;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.prerequisites.EndorsementChoice;
import app.chancery.prerequisites.Verdict;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.StaffScript;
import app.chancery.rehearsal.StaffScript.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the scripted staff do otherwise in the sample portfolio than in a rehearsal, so that it
 * holds what a real one does: delegations are silent, and one of them once is not; the
 * prerequisites of one candidate are not met, one programme is suspended, one moved to another
 * tier, in one the work lies; and some wait in a step for whoever tries Chancery.
 */
@Component
class SampleStaff {

  private static final String NOT_MET = "XH";
  private static final String SUSPENDED = "XG";
  private static final String MOVED_DOWN = "XJ";
  private static final String OBJECTED_TO = "XI";
  private static final String BEFORE_THE_COUNCIL = "XD";

  /** What nobody does in a programme: its work lies, or that is the step to which it has come. */
  private static final Map<String, String> LEFT =
      Map.of(
          "userTask_approveStakeholderMap", "XB",
          "userTask_approvePackage", "XC",
          "userTask_launchCampaign", "XE",
          "userTask_assessPoliticalBandwidth", "XK");

  /** With the others the staff speak to one stakeholder of each kind. */
  private static final String ALL_INTERVIEWED = "XB";

  private static final String REVIEW = "userTask_decideReview";
  private static final String REVIEW_LEFT = "XI";

  private static final String OBJECTING = Delegations.groupOf("HU");
  private static final String RESERVED = Delegations.groupOf("NO");

  /** The others are silent, and that is assent. */
  private static final Set<String> SPEAKING = Set.of(OBJECTING, RESERVED);

  /** The committee suspends and moves the tier at its first review within so many days. */
  private static final int SUSPENDED_WITHIN = 190;

  private static final int MOVED_WITHIN = 330;

  /** So many days more the silence of one round runs. */
  private static final int SILENCE_RUNS = 5;

  private final Map<String, Answer> usual = new HashMap<>();
  private final Programmes programmes;
  private final Days days;
  private final WorkingDays workingDays;

  SampleStaff(
      List<StaffScript> scripts, Programmes programmes, Days days, WorkingDays workingDays) {
    scripts.forEach(script -> usual.putAll(script.answers()));
    this.programmes = programmes;
    this.days = days;
    this.workingDays = workingDays;
  }

  /**
   * @param last the day to which the portfolio is brought
   */
  Map<String, Answer> otherwise(LocalDate last) {
    Map<String, Answer> otherwise = new HashMap<>();
    LEFT.forEach(
        (task, candidate) ->
            put(otherwise, task, open -> !isOf(candidate, open), SampleStaff::asUsual));
    put(otherwise, "userTask_assessSecurityBaseline", SampleStaff::security);
    put(otherwise, "userTask_endorseReadiness", SampleStaff::endorsement);
    put(otherwise, "userTask_identifyStakeholders", SampleStaff::stakeholders);
    put(
        otherwise,
        "userTask_circulateProposal",
        (task, facts, form, today) -> circulation(task, form, last));
    put(
        otherwise,
        "userTask_statePosition",
        task ->
            SPEAKING.contains(task.group())
                && (RESERVED.equals(task.group()) || isOf(OBJECTED_TO, task)),
        SampleStaff::position);
    put(
        otherwise,
        REVIEW,
        task ->
            !isOf(REVIEW_LEFT, task) || days.of(task.dueAt()).isBefore(Quarter.of(last).firstDay()),
        (task, facts, form, today) -> decision(task, form, today, last));
    return otherwise;
  }

  private static Map<String, Object> asUsual(
      OpenTask task, Map<String, Object> facts, Map<String, Object> form, LocalDate today) {
    return form;
  }

  private static Map<String, Object> security(
      OpenTask task, Map<String, Object> facts, Map<String, Object> form, LocalDate today) {
    return isOf(NOT_MET, task)
        ? with(
            form,
            Map.of(
                "securityVerdict",
                Verdict.NOT_SATISFIED.code(),
                "securityWhy",
                "Forces of a third state control two districts, and no date for their leaving is agreed."))
        : form;
  }

  private static Map<String, Object> endorsement(
      OpenTask task, Map<String, Object> facts, Map<String, Object> form, LocalDate today) {
    return isOf(NOT_MET, task)
        ? Map.of(
            "endorsement",
            EndorsementChoice.SHELVE.code(),
            "finalConfirmed",
            true,
            "endorsementWhy",
            "The security baseline is not satisfied; the candidate is welcome again when it is.")
        : form;
  }

  private static Map<String, Object> stakeholders(
      OpenTask task, Map<String, Object> facts, Map<String, Object> form, LocalDate today) {
    Set<String> kinds = new HashSet<>();
    return isOf(ALL_INTERVIEWED, task)
        ? form
        : with(
            form,
            Map.of(
                "stakeholders",
                form.get("stakeholders")
                    .toString()
                    .lines()
                    .filter(line -> kinds.add(line.substring(line.lastIndexOf('|'))))
                    .collect(Collectors.joining("\n"))));
  }

  private Map<String, Object> circulation(OpenTask task, Map<String, Object> form, LocalDate last) {
    return isOf(BEFORE_THE_COUNCIL, task)
        ? with(
            form,
            Map.of("silenceDate", workingDays.onOrAfter(last.plusDays(SILENCE_RUNS)).toString()))
        : form;
  }

  private static Map<String, Object> position(
      OpenTask task, Map<String, Object> facts, Map<String, Object> form, LocalDate today) {
    return form != null
            && OBJECTING.equals(task.group())
            && Boolean.FALSE.equals(facts.get("isLaterRound"))
        ? Map.of(
            "position",
            Stance.OBJECTION.code(),
            "objectionConfirmed",
            true,
            "objectionReason",
            "The package names no consultation of the neighbours before exercises near their borders.",
            "amendmentSought",
            "Consultation of all Allies before each new phase")
        : form;
  }

  private Map<String, Object> decision(
      OpenTask task, Map<String, Object> form, LocalDate today, LocalDate last) {
    if (isOf(SUSPENDED, task) && !today.isBefore(last.minusDays(SUSPENDED_WITHIN))) {
      return programme(task).status() == Programme.Status.SUSPENDED
          ? decided(
              CommitteeDecision.CONTINUE,
              "The new government has not named its ministers yet; nothing is to be resumed before.")
          : decided(
              CommitteeDecision.SUSPEND,
              "After the early election nobody can speak for the candidate; work rests until a government is formed.");
    }
    if (isOf(MOVED_DOWN, task)
        && !today.isBefore(last.minusDays(MOVED_WITHIN))
        && programme(task).tier() == Tier.FULL_CANDIDATE) {
      return with(
          decided(
              CommitteeDecision.MOVE_TIER_DOWN,
              "Support among the people has fallen below what a full candidate needs; the offer is to fit what they stand behind."),
          Map.of("workInHand", WorkInHand.HELD.code()));
    }
    return form;
  }

  private Programme programme(OpenTask task) {
    return programmes.get(task.programme());
  }

  private static Map<String, Object> decided(CommitteeDecision decision, String reasons) {
    return Map.of("decision", decision.code(), "reasons", reasons);
  }

  private static boolean isOf(String candidate, OpenTask task) {
    return task.programme().startsWith(candidate + "-");
  }

  private static Map<String, Object> with(Map<String, Object> form, Map<String, Object> changes) {
    Map<String, Object> changed = new HashMap<>(form);
    changed.putAll(changes);
    return changed;
  }

  /** How a form is changed that was filled in as usual. */
  @FunctionalInterface
  private interface Change {

    /**
     * @param form null if the usual staff leave the task as it is
     */
    Map<String, Object> of(
        OpenTask task, Map<String, Object> facts, Map<String, Object> form, LocalDate today);
  }

  private void put(Map<String, Answer> otherwise, String task, Change change) {
    put(otherwise, task, open -> true, change);
  }

  private void put(
      Map<String, Answer> otherwise, String task, Predicate<OpenTask> whom, Change change) {
    Answer as = usual.get(task);
    otherwise.put(task, new Answer(as.days(), new Changed(as.form(), whom, change)));
  }

  private record Changed(Answer.Form usual, Predicate<OpenTask> whom, Change change)
      implements Answer.Form {

    @Override
    public boolean isFor(OpenTask task) {
      return whom.test(task);
    }

    @Override
    public Map<String, Object> fill(OpenTask task, Map<String, Object> facts, LocalDate today) {
      return change.of(task, facts, usual.fill(task, facts, today), today);
    }
  }
}
