package app.chancery.integration;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.security.Author;
import app.chancery.platform.time.Days;
import app.chancery.programme.Step;
import app.chancery.readiness.MilestoneKind;
import app.chancery.records.DecisionRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The milestones of all programmes. */
@Service
public class Milestones {

  private static final String SELECT =
      """
      select id, programme, package_id, name, measure, target, interoperability, planned_for,
        due_on, met_on, evidence, reported_by, reported_at
      from milestone\s""";

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final Author author;
  private final DecisionRecords decisions;

  Milestones(JdbcClient db, Clock clock, Days days, Author author, DecisionRecords decisions) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.author = author;
    this.decisions = decisions;
  }

  /** The milestones of the newest package under which integration was prepared, by due date. */
  public List<Milestone> of(String programme) {
    return ofEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  /** The same of several programmes, by programme; those without any are left out. */
  public Map<String, List<Milestone>> ofEach(Collection<String> programmes) {
    return db
        .sql(
            SELECT
                + """
                m where programme in (:programmes) and package_id =
                  (select max(package_id) from milestone newest
                   where newest.programme = m.programme)
                order by due_on, id
                """)
        .param("programmes", programmes)
        .query(Milestones::milestone)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Milestone::programme));
  }

  /**
   * The milestone of that id.
   *
   * @throws NotFound if the programme has none of that id in its newest package
   */
  public Milestone get(String programme, long id) {
    return of(programme).stream()
        .filter(milestone -> milestone.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("%s has no milestone %s".formatted(programme, id)));
  }

  /**
   * Somebody reports a milestone met.
   *
   * @param on not in the future
   * @param evidence what shows it, with its source
   * @throws app.chancery.platform.refusal.Refused if it is met already, the day is in the future or
   *     the evidence is missing; fields {@code milestone}, {@code metOn}, {@code evidence}
   */
  public void reportMet(String programme, long id, LocalDate on, String evidence) {
    Milestone milestone = get(programme, id);
    Faults faults = new Faults();
    faults.check(!milestone.isMet(), "milestone", "'" + milestone.name() + "' is met already");
    faults.check(!on.isAfter(days.today()), "metOn", "must not be in the future");
    faults.check(!evidence.isBlank(), "evidence", "is required");
    faults.refuseIfAny();
    db.sql(
            """
            update milestone
            set met_on = :on, evidence = :evidence, reported_by = :by, reported_at = :at
            where id = :id
            """)
        .param("on", on)
        .param("evidence", evidence)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        "Milestone met: " + milestone.name(),
        evidence + " (" + on + ")");
  }

  void adjust(String programme, long id, String target, LocalDate dueOn, String why) {
    Milestone milestone = get(programme, id);
    Faults faults = new Faults();
    faults.check(!milestone.isMet(), "milestone", "'" + milestone.name() + "' is met already");
    faults.check(!target.isBlank(), "milestoneTarget", "is required");
    faults.check(!dueOn.isBefore(days.today()), "milestoneDueOn", "must not be in the past");
    faults.refuseIfAny();
    db.sql("update milestone set target = :target, due_on = :dueOn where id = :id")
        .param("target", target)
        .param("dueOn", dueOn)
        .param("id", id)
        .update();
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        "Milestone adjusted: %s, from '%s' by %s to '%s' by %s"
            .formatted(milestone.name(), milestone.target(), milestone.dueOn(), target, dueOn),
        why);
  }

  /** The milestones that accession talks wait for (rule 5). */
  public List<Milestone> interoperability(String programme) {
    return of(programme).stream().filter(Milestone::interoperability).toList();
  }

  void add(EngagementPackage endorsed, PlannedMilestone planned) {
    db.sql(
            """
            insert into milestone (programme, package_id, name, measure, target, interoperability,
              planned_for, due_on)
            values (:programme, :packageId, :name, :measure, :target, :interoperability, :dueOn,
              :dueOn)
            """)
        .param("programme", endorsed.programme())
        .param("packageId", endorsed.id())
        .param("name", planned.name())
        .param("measure", planned.measure())
        .param("target", planned.target())
        .param("interoperability", planned.kind() == MilestoneKind.INTEROPERABILITY)
        .param("dueOn", planned.dueOn())
        .update();
  }

  /** What was met under an earlier package with the same target stays met under the newest. */
  void carryOver(String programme) {
    List<Milestone> met =
        db.sql(SELECT + "where programme = :programme and met_on is not null order by id")
            .param("programme", programme)
            .query(Milestones::milestone)
            .list();
    for (Milestone now : of(programme)) {
      met.stream()
          .filter(
              before -> before.name().equals(now.name()) && before.target().equals(now.target()))
          .findFirst()
          .ifPresent(before -> carry(before, now));
    }
  }

  private void carry(Milestone before, Milestone now) {
    db.sql(
            """
            update milestone
            set met_on = :on, evidence = :evidence, reported_by = :by, reported_at = :at
            where id = :id and met_on is null
            """)
        .param("on", before.metOn())
        .param("evidence", before.evidence())
        .param("by", before.reportedBy())
        .param("at", before.reportedAt())
        .param("id", now.id())
        .update();
  }

  private static Milestone milestone(ResultSet row, int number) throws SQLException {
    return new Milestone(
        row.getLong("id"),
        row.getString("programme"),
        row.getLong("package_id"),
        row.getString("name"),
        row.getString("measure"),
        row.getString("target"),
        row.getBoolean("interoperability"),
        row.getObject("planned_for", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("met_on", LocalDate.class),
        row.getString("evidence"),
        row.getString("reported_by"),
        row.getObject("reported_at", OffsetDateTime.class));
  }
}
