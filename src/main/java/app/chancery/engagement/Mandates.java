package app.chancery.engagement;

import app.chancery.platform.people.Author;
import app.chancery.readiness.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Mandates for the next design: the council's fall-back to a lower tier, or the oversight
 * committee's move of the tier.
 */
@Service
public class Mandates {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  Mandates(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /**
   * The next design of this programme's package starts from this tier. The last mandate given
   * counts.
   *
   * @param origin who gave it, the council or the oversight committee
   */
  public void give(String programme, Tier tier, String reason, Mandate.Origin origin) {
    db.sql(
            """
            insert into tier_mandate (programme, tier, reason, origin, given_by, given_at)
            values (:programme, :tier, :reason, :origin, :by, :at)
            """)
        .param("programme", programme)
        .param("tier", tier.name())
        .param("reason", reason)
        .param("origin", origin.name())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The mandate that no design has carried out yet. */
  public Optional<Mandate> open(String programme) {
    return db.sql(
            """
            select id, programme, tier, reason, origin from tier_mandate
            where programme = :programme and taken_up_at is null order by id desc limit 1
            """)
        .param("programme", programme)
        .query(Mandates::mandate)
        .optional();
  }

  /** A design has carried out what was mandated. */
  void carriedOut(String programme) {
    db.sql(
            """
            update tier_mandate set taken_up_at = :at
            where programme = :programme and taken_up_at is null
            """)
        .param("at", OffsetDateTime.now(clock))
        .param("programme", programme)
        .update();
  }

  private static Mandate mandate(ResultSet row, int number) throws SQLException {
    return new Mandate(
        row.getLong("id"),
        row.getString("programme"),
        Tier.valueOf(row.getString("tier")),
        row.getString("reason"),
        Mandate.Origin.valueOf(row.getString("origin")));
  }
}
