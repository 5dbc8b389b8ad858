package app.chancery.integration;

import app.chancery.platform.security.Author;
import app.chancery.platform.time.Days;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The checks of domestic opposition (rule 5); the last one of a programme counts. */
@Service
public class OppositionChecks {

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final Author author;
  private final DecisionRecords decisions;

  OppositionChecks(
      JdbcClient db, Clock clock, Days days, Author author, DecisionRecords decisions) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.author = author;
    this.decisions = decisions;
  }

  public void record(String programme, OppositionFinding finding, String detail, String source) {
    db.sql(
            """
            insert into opposition_check (programme, finding, detail, source, checked_on,
              recorded_by, recorded_at)
            values (:programme, :finding, :detail, :source, :on, :by, :at)
            """)
        .param("programme", programme)
        .param("finding", finding.name())
        .param("detail", detail)
        .param("source", source)
        .param("on", days.today())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        "Domestic opposition checked: " + finding.word(),
        "%s (source: %s)".formatted(detail, source));
  }

  /** The last check, if there was one. */
  public Optional<OppositionCheck> latest(String programme) {
    return Optional.ofNullable(latestOfEach(List.of(programme)).get(programme));
  }

  /** The last checks of several programmes, by programme; those without any are left out. */
  public Map<String, OppositionCheck> latestOfEach(Collection<String> programmes) {
    return db
        .sql(
            """
            select id, programme, finding, detail, source, checked_on, recorded_by
            from opposition_check where id in
              (select max(id) from opposition_check where programme in (:programmes)
               group by programme)
            """)
        .param("programmes", programmes)
        .query(OppositionChecks::check)
        .list()
        .stream()
        .collect(Collectors.toMap(OppositionCheck::programme, check -> check));
  }

  private static OppositionCheck check(ResultSet row, int number) throws SQLException {
    return new OppositionCheck(
        row.getLong("id"),
        row.getString("programme"),
        OppositionFinding.valueOf(row.getString("finding")),
        row.getString("detail"),
        row.getString("source"),
        row.getObject("checked_on", LocalDate.class),
        row.getString("recorded_by"));
  }
}
