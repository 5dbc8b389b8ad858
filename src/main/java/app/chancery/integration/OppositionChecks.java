package app.chancery.integration;

import app.chancery.records.Author;
import app.chancery.records.DecisionRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The checks of domestic opposition (rule 5); the last one of a programme counts. */
@Service
public class OppositionChecks {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final DecisionRecords decisions;

  OppositionChecks(JdbcClient db, Clock clock, Author author, DecisionRecords decisions) {
    this.db = db;
    this.clock = clock;
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
        .param("on", LocalDate.now(clock))
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
    decisions.record(
        programme,
        Integration.STEP,
        "Domestic opposition checked: " + finding.word(),
        "%s (source: %s)".formatted(detail, source));
  }

  /** The last check, if there was one. */
  public Optional<OppositionCheck> latest(String programme) {
    return db.sql(
            """
            select id, programme, finding, detail, source, checked_on, recorded_by
            from opposition_check where programme = :programme order by id desc limit 1
            """)
        .param("programme", programme)
        .query(OppositionCheck.class)
        .optional();
  }
}
