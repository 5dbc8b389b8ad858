package app.chancery.prerequisites;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.LateTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.programme.Programmes;
import app.chancery.programme.Reminders;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What has been found on the prerequisites of a programme, and what the executives decided. */
@Service
public class Prerequisites {

  private final Programmes programmes;
  private final FindingRegister register;
  private final Days days;
  private final Dossiers dossiers;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Reminders reminders;
  private final ReadinessBaseline baseline;
  private final Intelligence intelligence;

  Prerequisites(
      Programmes programmes,
      FindingRegister register,
      Days days,
      Dossiers dossiers,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices,
      Reminders reminders,
      ReadinessBaseline baseline,
      Intelligence intelligence) {
    this.programmes = programmes;
    this.register = register;
    this.days = days;
    this.dossiers = dossiers;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
    this.reminders = reminders;
    this.baseline = baseline;
    this.intelligence = intelligence;
  }

  /** The examination begins: every area is open. */
  public void openAll(String programme) {
    for (Area area : Area.values()) {
      open(programme, area, Words.of("prerequisites.theProgrammeWasOpened"));
    }
  }

  /** Whether something of the area is still to be found. */
  public boolean isOpen(String programme, Area area) {
    return register.of(programme).openAreas().contains(area);
  }

  /**
   * Why an area is open: the words of the one who opened it last.
   *
   * @return null if it was never opened
   */
  public String openedBecause(String programme, Area area) {
    return register.reason(programme, area);
  }

  /** Records the verdict on a part and what it rests on. */
  public void find(String programme, Part part, Verdict verdict, String why, List<Detail> details) {
    register.add(programme, part, attempt(programme, part.area()), verdict, why, details);
    decisions.record(
        programme,
        Step.PREREQUISITES.folder(),
        "%s: %s".formatted(part.title(), verdict.word()),
        why);
  }

  /** Records the verdict on the political bandwidth. */
  public void findBandwidth(String programme, Bandwidth bandwidth, Verdict verdict, String why) {
    find(programme, Part.POLITICAL_BANDWIDTH, verdict, why, bandwidth.details());
  }

  /** The newest finding on each part, in the order of the parts. */
  public List<Finding> findings(String programme) {
    return register.of(programme).findings();
  }

  /** Drafts the readiness baseline from what is on record. */
  public void compileBaseline(String programme) {
    Dossier dossier = dossiers.of(programme, days.today());
    Examination examination = register.of(programme);
    deliverables.draft(
        programme,
        DeliverableKind.READINESS_BASELINE,
        baseline.document(
            dossier,
            programmes.get(programme).policy(),
            examination.findings(),
            intelligence.briefs(programme),
            intelligence.gaps(programme)));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.BASELINE_PROPOSED,
            programme,
            Step.PREREQUISITES.folder(),
            NoticePlace.programme(),
            examination.verdicts()));
  }

  /**
   * The executives decide on the baseline.
   *
   * @param sentBack the area to examine again; only with {@link EndorsementChoice#SEND_BACK}
   * @param why the reason, for the record
   * @throws Refused if they endorse what is not satisfied, or send nothing back
   */
  public void decide(String programme, EndorsementChoice choice, Area sentBack, String why) {
    switch (choice) {
      case ENDORSE -> endorse(programme, why);
      case SEND_BACK -> sendBack(programme, sentBack, why);
      case SHELVE -> shelve(programme, why);
      default -> throw new IllegalArgumentException("No such choice: " + choice);
    }
  }

  /** Tells those above that something is overdue, and what is still open. */
  public void escalate(LateTask task) {
    reminders.escalate(
        task,
        Words.of("notice.stillWaitedFor").formatted(register.of(task.programme()).waitedFor()));
  }

  private void endorse(String programme, String why) {
    register.of(programme).againstEndorsement().refuseIfAny();
    deliverables.approve(programme, DeliverableKind.READINESS_BASELINE);
    decide(
        programme,
        NoticeKind.BASELINE_ENDORSED,
        Words.of("prerequisites.readinessBaselineEndorsed"),
        why);
  }

  private void sendBack(String programme, Area area, String why) {
    if (area == null) {
      throw new Refused("areaSentBack", Words.of("prerequisites.whichArea"));
    }
    open(programme, area, why);
    decide(
        programme,
        NoticeKind.BASELINE_SENT_BACK,
        Words.of("prerequisites.readinessBaselineSentBack").formatted(area.title()),
        why,
        area.title());
  }

  private void shelve(String programme, String why) {
    decisions.recordEnd(
        programme, Step.PREREQUISITES.folder(), Words.of("prerequisites.prerequisitesNotMet"), why);
    tell(programme, NoticeKind.PREREQUISITES_NOT_MET, why);
  }

  private void decide(
      String programme, NoticeKind told, String what, String why, Object... further) {
    decisions.record(programme, Step.PREREQUISITES.folder(), what, why);
    tell(programme, told, Stream.concat(Stream.of(why), Arrays.stream(further)).toArray());
  }

  private void tell(String programme, NoticeKind told, Object... facts) {
    notices.tellAllAllies(
        Message.of(told, programme, Step.PREREQUISITES.folder(), NoticePlace.programme(), facts));
  }

  private void open(String programme, Area area, String reason) {
    register.open(programme, area, attempt(programme, area) + 1, reason);
  }

  /** The running attempt at an area; 0 if it was never opened. */
  int attempt(String programme, Area area) {
    return register.of(programme).attempt(area);
  }
}
