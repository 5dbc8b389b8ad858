package app.chancery.integration;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.people.Author;
import app.chancery.readiness.MilestoneKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of milestones. */
@Repository
class MilestoneRegister {

  private static final String SELECT =
      """
      select id, programme, package_id, name, measure, target, interoperability, planned_for,
        due_on, met_on, evidence, reported_by, reported_at
      from milestone\s""";

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  MilestoneRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /** Those of the programmes' newest packages, by due date. */
  List<Milestone> newestOf(Collection<String> programmes) {
    return db.sql(
            SELECT
                + """
                m where programme in (:programmes) and package_id =
                  (select max(package_id) from milestone newest
                   where newest.programme = m.programme)
                order by due_on, id
                """)
        .param("programmes", programmes)
        .query(MilestoneRegister::milestone)
        .list();
  }

  /** Those that were met, under whichever package. */
  List<Milestone> met(String programme) {
    return db.sql(SELECT + "where programme = :programme and met_on is not null order by id")
        .param("programme", programme)
        .query(MilestoneRegister::milestone)
        .list();
  }

  /**
   * @param dueOn from now on; it was planned for the day of the plan
   */
  void add(EngagementPackage endorsed, PlannedMilestone planned, LocalDate dueOn) {
    db.sql(
            """
            insert into milestone (programme, package_id, name, measure, target, interoperability,
              planned_for, due_on)
            values (:programme, :packageId, :name, :measure, :target, :interoperability,
              :plannedFor, :dueOn)
            """)
        .param("programme", endorsed.programme())
        .param("packageId", endorsed.id())
        .param("name", planned.name())
        .param("measure", planned.measure())
        .param("target", planned.target())
        .param("interoperability", planned.kind() == MilestoneKind.INTEROPERABILITY)
        .param("plannedFor", planned.dueOn())
        .param("dueOn", dueOn)
        .update();
  }

  /**
   * @throws OptimisticLockingFailureException if it was met meanwhile
   */
  void meet(long id, LocalDate on, String evidence) {
    unlessMet(
        db.sql(
                """
                update milestone
                set met_on = :on, evidence = :evidence, reported_by = :by, reported_at = :at
                where id = :id and met_on is null
                """)
            .param("on", on)
            .param("evidence", evidence)
            .param("by", author.name())
            .param("at", OffsetDateTime.now(clock))
            .param("id", id));
  }

  /**
   * @throws OptimisticLockingFailureException if it was met meanwhile
   */
  void adjust(long id, String target, LocalDate dueOn) {
    unlessMet(
        db.sql(
                "update milestone set target = :target, due_on = :dueOn"
                    + " where id = :id and met_on is null")
            .param("target", target)
            .param("dueOn", dueOn)
            .param("id", id));
  }

  private static void unlessMet(JdbcClient.StatementSpec update) {
    if (update.update() == 0) {
      throw new OptimisticLockingFailureException("The milestone was met meanwhile");
    }
  }

  /** The one was met; so is the other, unless it is already. */
  void carry(Milestone before, Milestone now) {
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
