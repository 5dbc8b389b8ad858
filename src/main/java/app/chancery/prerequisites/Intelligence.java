package app.chancery.prerequisites;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.Author;
import app.chancery.platform.security.Groups;
import app.chancery.platform.time.Days;
import app.chancery.programme.Step;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The intelligence briefs on a candidate, and what is not known and must be. */
@Service
public class Intelligence {

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final Author author;
  private final Dossiers dossiers;
  private final Notices notices;

  Intelligence(
      JdbcClient db, Clock clock, Days days, Author author, Dossiers dossiers, Notices notices) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.author = author;
    this.dossiers = dossiers;
    this.notices = notices;
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
    List<IntelligenceBrief> briefs = IntelligenceBrief.list(field, lines, days.today(), faults);
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
        Step.PREREQUISITES.folder(),
        "Intelligence gap: " + dossiers.of(programme).name(),
        gaps.get(gaps.size() - 1),
        List.of(Groups.EXECUTIVES, Groups.MANAGERS));
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
}
