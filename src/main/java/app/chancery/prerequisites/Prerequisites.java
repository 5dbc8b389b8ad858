package app.chancery.prerequisites;

import app.chancery.briefing.LateTask;
import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.dossier.Dossier;
import app.chancery.dossier.Dossiers;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.programme.Reminders;
import app.chancery.records.Author;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.refusal.Faults;
import app.chancery.refusal.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What has been found on the prerequisites of a programme, and what the executives decided. */
@Service
public class Prerequisites {

  /** The step's folder name. */
  static final String STEP = "prerequisites";

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final Dossiers dossiers;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Reminders reminders;
  private final ReadinessBaseline baseline;
  private final Intelligence intelligence;

  Prerequisites(
      JdbcClient db,
      Clock clock,
      Author author,
      Dossiers dossiers,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices,
      Reminders reminders,
      ReadinessBaseline baseline,
      Intelligence intelligence) {
    this.db = db;
    this.clock = clock;
    this.author = author;
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
      open(programme, area, "The programme was opened");
    }
  }

  /** Whether something of the area is still to be found. */
  public boolean isOpen(String programme, Area area) {
    return openAreas(programme).contains(area);
  }

  /** The areas of which something is still to be found. */
  public List<Area> openAreas(String programme) {
    Map<Part, Finding> current = current(programme);
    return Arrays.stream(Area.values())
        .filter(area -> attempt(programme, area) > 0)
        .filter(area -> !current.keySet().containsAll(area.parts()))
        .toList();
  }

  /**
   * Why an area is open: the words of the one who opened it last.
   *
   * @return null if it was never opened
   */
  public String openedBecause(String programme, Area area) {
    return db.sql(
            """
            select reason from prerequisite_area where programme = :programme and area = :area
            order by attempt desc limit 1
            """)
        .param("programme", programme)
        .param("area", area.name())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** Records the verdict on a part and what it rests on. */
  public void find(String programme, Part part, Verdict verdict, String why, List<Detail> details) {
    int attempt = attempt(programme, part.area());
    db.sql(
            """
            insert into prerequisite_finding (programme, part, attempt, satisfied, why, found_by,
              found_at)
            values (:programme, :part, :attempt, :satisfied, :why, :by, :at)
            """)
        .param("programme", programme)
        .param("part", part.name())
        .param("attempt", attempt)
        .param("satisfied", verdict.isSatisfied())
        .param("why", why)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
    long finding = findingId(programme, part, attempt);
    details.forEach(
        detail ->
            db.sql(
                    """
                    insert into prerequisite_detail (finding, label, detail)
                    values (:finding, :label, :detail)
                    """)
                .param("finding", finding)
                .param("label", detail.label())
                .param("detail", detail.detail())
                .update());
    decisions.record(programme, STEP, "%s: %s".formatted(part.title(), verdict.word()), why);
  }

  /** Records the verdict on the political bandwidth. */
  public void findBandwidth(String programme, Bandwidth bandwidth, Verdict verdict, String why) {
    find(programme, Part.POLITICAL_BANDWIDTH, verdict, why, bandwidth.details());
  }

  /** The newest finding on each part, in the order of the parts. */
  public List<Finding> findings(String programme) {
    return db
        .sql(
            """
            select id, part, attempt, satisfied, why, found_by, found_at
            from prerequisite_finding where programme = :programme order by attempt
            """)
        .param("programme", programme)
        .query(
            (row, number) ->
                new Finding(
                    Part.valueOf(row.getString("part")),
                    row.getInt("attempt"),
                    row.getBoolean("satisfied"),
                    row.getString("why"),
                    details(row.getLong("id")),
                    row.getString("found_by"),
                    row.getObject("found_at", OffsetDateTime.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Finding::part, finding -> finding, (earlier, later) -> later))
        .values()
        .stream()
        .sorted(Comparator.comparing(Finding::part))
        .toList();
  }

  /** Drafts the readiness baseline from what is on record. */
  public void compileBaseline(String programme) {
    Dossier dossier = dossiers.of(programme, LocalDate.now(clock));
    deliverables.draft(
        programme,
        DeliverableKind.READINESS_BASELINE,
        baseline.document(
            dossier,
            findings(programme),
            intelligence.briefs(programme),
            intelligence.gaps(programme)));
    notices.tellAllAllies(
        programme,
        STEP,
        "Readiness baseline proposed: " + dossier.name(),
        "The prerequisites were examined and the baseline is before the executives: "
            + verdicts(programme));
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
        dossiers.of(task.programme()).name(),
        "Still waited for: %s.".formatted(openTitles(task.programme())));
  }

  private void endorse(String programme, String why) {
    List<Finding> findings = findings(programme);
    Faults faults = new Faults();
    faults.check(
        findings.size() == Part.values().length,
        "endorsement",
        "not everything has been examined yet");
    findings.stream()
        .filter(finding -> !finding.satisfied())
        .forEach(
            finding ->
                faults.add(
                    "endorsement",
                    "%s is not satisfied (%s); send its area back or shelve the programme"
                        .formatted(finding.part().title(), finding.why())));
    faults.refuseIfAny();
    deliverables.approve(programme, DeliverableKind.READINESS_BASELINE);
    decide(programme, "Readiness baseline endorsed", why, "Outreach may begin.");
  }

  private void sendBack(String programme, Area area, String why) {
    if (area == null) {
      throw new Refused("areaSentBack", "say which area is to be examined again");
    }
    open(programme, area, why);
    decide(programme, "Readiness baseline sent back: " + area.title(), why, "");
  }

  private void shelve(String programme, String why) {
    decide(programme, "Prerequisites not met", why, "No outreach takes place.");
  }

  private void decide(String programme, String what, String why, String consequence) {
    decisions.record(programme, STEP, what, why);
    notices.tellAllAllies(
        programme,
        STEP,
        what + ": " + dossiers.of(programme).name(),
        "%s: %s %s".formatted(what, why, consequence).strip());
  }

  private void open(String programme, Area area, String reason) {
    db.sql(
            """
            insert into prerequisite_area (programme, area, attempt, reason, opened_by, opened_at)
            values (:programme, :area, :attempt, :reason, :by, :at)
            """)
        .param("programme", programme)
        .param("area", area.name())
        .param("attempt", attempt(programme, area) + 1)
        .param("reason", reason)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The running attempt at an area; 0 if it was never opened. */
  int attempt(String programme, Area area) {
    return db.sql(
            """
            select coalesce(max(attempt), 0) from prerequisite_area
            where programme = :programme and area = :area
            """)
        .param("programme", programme)
        .param("area", area.name())
        .query(Integer.class)
        .single();
  }

  /** The findings of the running attempts. */
  private Map<Part, Finding> current(String programme) {
    Map<Part, Finding> current = new EnumMap<>(Part.class);
    for (Finding finding : findings(programme)) {
      if (finding.attempt() == attempt(programme, finding.part().area())) {
        current.put(finding.part(), finding);
      }
    }
    return current;
  }

  private long findingId(String programme, Part part, int attempt) {
    return db.sql(
            """
            select id from prerequisite_finding
            where programme = :programme and part = :part and attempt = :attempt
            """)
        .param("programme", programme)
        .param("part", part.name())
        .param("attempt", attempt)
        .query(Long.class)
        .single();
  }

  private List<Detail> details(long finding) {
    return db.sql("select label, detail from prerequisite_detail where finding = :id order by id")
        .param("id", finding)
        .query(Prerequisites::detail)
        .list();
  }

  private String verdicts(String programme) {
    return findings(programme).stream()
        .map(finding -> finding.part().title() + " " + finding.verdict())
        .collect(Collectors.joining("; "));
  }

  private String openTitles(String programme) {
    List<Area> open = openAreas(programme);
    return open.isEmpty()
        ? "the decision on the readiness baseline"
        : open.stream().map(Area::title).collect(Collectors.joining("; "));
  }

  private static Detail detail(ResultSet row, int number) throws SQLException {
    return new Detail(row.getString("label"), row.getString("detail"));
  }
}
