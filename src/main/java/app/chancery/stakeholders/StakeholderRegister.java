package app.chancery.stakeholders;

import app.chancery.platform.people.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The tables of the stakeholders of all programmes and of what was released of their interviews.
 */
@Repository
class StakeholderRegister {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  StakeholderRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /** In the order in which they were added. */
  List<Stakeholder> of(String programme) {
    return db.sql(
            """
            select id, programme, name, kind from stakeholder
            where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(StakeholderRegister::stakeholder)
        .list();
  }

  /** Enters a stakeholder and gives its id. */
  long add(String programme, NewStakeholder added) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into stakeholder (programme, name, kind, added_by, added_at)
            values (:programme, :name, :kind, :by, :at)
            """)
        .param("programme", programme)
        .param("name", added.name())
        .param("kind", added.kind().name())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update(id, "id");
    return Objects.requireNonNull(id.getKeyAs(Long.class));
  }

  /** A stakeholder is called otherwise from now on. */
  void rename(String programme, StakeholderKind kind, String before, String after) {
    db.sql(
            """
            update stakeholder set name = :after
            where programme = :programme and kind = :kind and name = :before
            """)
        .param("after", after)
        .param("programme", programme)
        .param("kind", kind.name())
        .param("before", before)
        .update();
  }

  /** Enters what planners may know from now on. */
  void release(String programme, String summary) {
    db.sql(
            """
            insert into releasable_summary (programme, summary, released_by, released_at)
            values (:programme, :summary, :by, :at)
            """)
        .param("programme", programme)
        .param("summary", summary)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** What was released last. */
  Optional<String> released(String programme) {
    return db.sql(
            """
            select summary from releasable_summary where programme = :programme
            order by id desc limit 1
            """)
        .param("programme", programme)
        .query(String.class)
        .optional();
  }

  private static Stakeholder stakeholder(ResultSet row, int number) throws SQLException {
    return new Stakeholder(
        row.getLong("id"),
        row.getString("programme"),
        row.getString("name"),
        StakeholderKind.valueOf(row.getString("kind")));
  }
}
