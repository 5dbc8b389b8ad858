package app.chancery.prerequisites;

import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.dossier.Dossier;
import app.chancery.dossier.Dossiers;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.records.Author;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.refusal.Faults;
import app.chancery.refusal.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final ReadinessBaseline baseline;
  private final Frameworks frameworks;

  Prerequisites(
      JdbcClient db,
      Clock clock,
      Author author,
      Dossiers dossiers,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices,
      ReadinessBaseline baseline,
      Frameworks frameworks) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.dossiers = dossiers;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
    this.baseline = baseline;
    this.frameworks = frameworks;
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

  /**
   * Files intelligence briefs, each with its date, source and confidence.
   *
   * @param field the form field that faults are reported for
   * @param gap what is not known and must be, so that the executives are to hear of it; may be null
   * @return whether there is such a gap
   * @throws Refused if a line cannot be read, or no brief is on file after it
   */
  public boolean fileBriefs(String programme, String field, List<String> lines, String gap) {
    Faults faults = new Faults();
    List<IntelligenceBrief> briefs =
        IntelligenceBrief.list(field, lines, LocalDate.now(clock), faults);
    faults.check(
        !lines.isEmpty() || !briefs(programme).isEmpty(),
        field,
        "must hold at least one brief, because none is on file");
    faults.refuseIfAny();
    briefs.forEach(brief -> insert(programme, brief));
    Optional.ofNullable(gap).ifPresent(text -> reportGap(programme, text));
    return gap != null;
  }

  /** The briefs on file, in the order of their dates. */
  public List<IntelligenceBrief> briefs(String programme) {
    return db.sql(
            """
            select dated_on, source, confidence, finding from intelligence_brief
            where programme = :programme order by dated_on, id
            """)
        .param("programme", programme)
        .query(
            (row, number) ->
                new IntelligenceBrief(
                    row.getObject("dated_on", LocalDate.class),
                    row.getString("source"),
                    Confidence.valueOf(row.getString("confidence")),
                    row.getString("finding")))
        .list();
  }

  private void reportGap(String programme, String gap) {
    db.sql(
            """
            insert into intelligence_gap (programme, gap, raised_by, raised_at)
            values (:programme, :gap, :by, :at)
            """)
        .param("programme", programme)
        .param("gap", gap)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The gaps that were reported, oldest first. */
  public List<String> gaps(String programme) {
    return db.sql("select gap from intelligence_gap where programme = :programme order by id")
        .param("programme", programme)
        .query(String.class)
        .list();
  }

  /** Tells the executives and the managers of the newest intelligence gap. */
  public void informOfGap(String programme) {
    List<String> gaps = gaps(programme);
    notices.tell(
        programme,
        STEP,
        "Intelligence gap: " + dossiers.of(programme).name(),
        gaps.get(gaps.size() - 1),
        List.of("executives", "managers"));
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
    decisions.record(programme, STEP, "%s: %s".formatted(part.title(), verdict), why);
  }

  /**
   * Looks up in which partnership frameworks the candidate takes part, and keeps what was found.
   */
  public void lookUpMechanisms(String programme) {
    int attempt = attempt(programme, Area.MECHANISMS_AND_COMMAND);
    for (PartnershipFramework found : frameworks.of(dossiers.of(programme).candidate())) {
      db.sql(
              """
              insert into partnership_mechanism (programme, attempt, framework, status, since,
                source, found_at)
              values (:programme, :attempt, :framework, :status, :since, :source, :at)
              """)
          .param("programme", programme)
          .param("attempt", attempt)
          .param("framework", found.framework())
          .param("status", found.status())
          .param("since", found.since())
          .param("source", found.source())
          .param("at", OffsetDateTime.now(clock))
          .update();
    }
  }

  /** What the newest look-up found, in the order of the table of frameworks. */
  public List<PartnershipFramework> mechanismsFound(String programme) {
    return db.sql(
            """
            select framework, status, since, source from partnership_mechanism
            where programme = :programme and attempt = :attempt order by id
            """)
        .param("programme", programme)
        .param("attempt", attempt(programme, Area.MECHANISMS_AND_COMMAND))
        .query(PartnershipFramework.class)
        .list();
  }

  /**
   * Records the mechanisms as planners confirm or adjust them, each with where it is known from.
   *
   * @param field the form field that faults are reported for
   * @param lines {@code framework | status | since}, one each; since may be left out
   */
  public void confirmMechanisms(
      String programme, String field, List<String> lines, Verdict verdict, String why) {
    Map<String, String> sources =
        mechanismsFound(programme).stream()
            .collect(
                Collectors.toMap(
                    PartnershipFramework::line, PartnershipFramework::source, (one, two) -> one));
    Faults faults = new Faults();
    List<Detail> details = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\\|", 2);
      faults.check(
          cells.length == 2 && !cells[0].isBlank() && !cells[1].isBlank(),
          field,
          "line %d must read 'framework | status | since'".formatted(i + 1));
      details.add(
          new Detail(
              cells[0].strip(),
              "%s (%s)"
                  .formatted(
                      cells[cells.length - 1].replace(" |", ",").strip(),
                      sources.getOrDefault(lines.get(i), "as recorded by " + author.name()))));
    }
    faults.refuseIfAny();
    find(programme, Part.PARTNERSHIP_MECHANISMS, verdict, why, details);
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
        baseline.document(dossier, findings(programme), briefs(programme), gaps(programme)));
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

  /** Reminds a group of what it has not done yet. */
  public void remind(String programme, String what, String group) {
    notices.tell(
        programme,
        STEP,
        "Reminder: " + what,
        "'%s' for %s is waiting.".formatted(what, dossiers.of(programme).name()),
        List.of(group));
  }

  /** Tells managers and executives that something is overdue, and what is still open. */
  public void escalate(String programme) {
    notices.tell(
        programme,
        STEP,
        "Overdue: prerequisites of " + dossiers.of(programme).name(),
        "Still waited for: %s.".formatted(openTitles(programme)),
        List.of("managers", "executives"));
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
  private int attempt(String programme, Area area) {
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
        .query(Detail.class)
        .list();
  }

  private void insert(String programme, IntelligenceBrief brief) {
    db.sql(
            """
            insert into intelligence_brief (programme, dated_on, source, confidence, finding,
              filed_by, filed_at)
            values (:programme, :datedOn, :source, :confidence, :finding, :by, :at)
            """)
        .param("programme", programme)
        .param("datedOn", brief.datedOn())
        .param("source", brief.source())
        .param("confidence", brief.confidence().name())
        .param("finding", brief.finding())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
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
}
