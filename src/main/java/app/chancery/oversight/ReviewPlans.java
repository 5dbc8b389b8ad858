package app.chancery.oversight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what each programme in oversight waits for. */
@Repository
class ReviewPlans {

  /**
   * @param watchedSince since when oversight watches the programme
   * @param quarter the quarter of the review that comes next; null before it was planned
   * @param dueAt when that review opens; null likewise
   */
  record Plan(String programme, Instant watchedSince, Quarter quarter, OffsetDateTime dueAt) {}

  private final JdbcClient db;

  ReviewPlans(JdbcClient db) {
    this.db = db;
  }

  void begin(String programme, Instant now) {
    end(programme);
    db.sql("insert into review_plan (programme, watched_since) values (:programme, :now)")
        .param("programme", programme)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void end(String programme) {
    db.sql("delete from review_plan where programme = :programme")
        .param("programme", programme)
        .update();
  }

  void next(String programme, Quarter quarter, OffsetDateTime dueAt) {
    next(List.of(programme), quarter, dueAt);
  }

  /** The same of several programmes, which wait for one quarter. */
  void next(Collection<String> programmes, Quarter quarter, OffsetDateTime dueAt) {
    db.sql(
            """
            update review_plan set
              revision = case when quarter is null or quarter <> :quarter then 0
                when due_at = :dueAt then revision else revision + 1 end,
              quarter = :quarter, due_at = :dueAt
            where programme in (:programmes)
            """)
        .param("quarter", quarter.toString())
        .param("dueAt", dueAt.withOffsetSameInstant(ZoneOffset.UTC))
        .param("programmes", programmes)
        .update();
  }

  /**
   * The plan of a programme, for this transaction alone: two reports at the same moment must not
   * open two reviews.
   */
  Optional<Plan> lock(String programme) {
    return Optional.ofNullable(lockEach(List.of(programme)).get(programme));
  }

  /** The same of several programmes, by programme; those that are not in oversight are left out. */
  Map<String, Plan> lockEach(Collection<String> programmes) {
    return db
        .sql(
            "select * from review_plan where programme in (:programmes) order by programme for update")
        .param("programmes", programmes)
        .query(MAPPER)
        .list()
        .stream()
        .collect(Collectors.toMap(Plan::programme, plan -> plan));
  }

  Optional<Plan> of(String programme) {
    return db.sql("select * from review_plan where programme = :programme")
        .param("programme", programme)
        .query(MAPPER)
        .optional();
  }

  List<Plan> all() {
    return db.sql("select * from review_plan order by programme").query(MAPPER).list();
  }

  private static final RowMapper<Plan> MAPPER =
      (row, number) ->
          new Plan(
              row.getString("programme"),
              row.getObject("watched_since", OffsetDateTime.class).toInstant(),
              Optional.ofNullable(row.getString("quarter")).map(Quarter::parse).orElse(null),
              row.getObject("due_at", OffsetDateTime.class));
}
