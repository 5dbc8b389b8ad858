package app.chancery.prerequisites;

import app.chancery.platform.people.Author;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of intelligence briefs and gaps. */
@Repository
class IntelligenceRegister {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  IntelligenceRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /** The briefs on file, in the order of their dates. */
  List<IntelligenceBrief> briefs(String programme) {
    return db.sql(
            """
            select dated_on, source, confidence, finding from intelligence_brief
            where programme = :programme and taken_back_at is null order by dated_on, id
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

  void add(String programme, IntelligenceBrief brief) {
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

  /** Those that were filed since a moment count no more. */
  void takeBack(String programme, OffsetDateTime since) {
    db.sql(
            """
            update intelligence_brief set taken_back_at = :now
            where programme = :programme and filed_at >= :since and taken_back_at is null
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("programme", programme)
        .param("since", since)
        .update();
  }

  /** Whether a gap was reported since a moment. */
  boolean hasGap(String programme, OffsetDateTime since) {
    return db.sql(
                """
                select count(*) from intelligence_gap
                where programme = :programme and raised_at >= :since
                """)
            .param("programme", programme)
            .param("since", since)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The gaps that were reported, oldest first. */
  List<String> gaps(String programme) {
    return db.sql("select gap from intelligence_gap where programme = :programme order by id")
        .param("programme", programme)
        .query(String.class)
        .list();
  }

  void addGap(String programme, String gap) {
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
}
