package app.chancery.prerequisites;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the partnership mechanisms that were found, attempt by attempt. */
@Repository
class MechanismRegister {

  private final JdbcClient db;
  private final Clock clock;

  MechanismRegister(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void add(String programme, int attempt, PartnershipFramework found) {
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

  /** In the order in which they were added. */
  List<PartnershipFramework> of(String programme, int attempt) {
    return db.sql(
            """
            select framework, status, since, source from partnership_mechanism
            where programme = :programme and attempt = :attempt order by id
            """)
        .param("programme", programme)
        .param("attempt", attempt)
        .query(MechanismRegister::framework)
        .list();
  }

  private static PartnershipFramework framework(ResultSet row, int number) throws SQLException {
    return new PartnershipFramework(
        row.getString("framework"),
        row.getString("status"),
        row.getString("since"),
        row.getString("source"));
  }
}
