package app.chancery.oversight;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table of reviews. */
@Repository
class ReviewRegister {

  private static final String SELECT =
      """
      select id, programme, kind, quarter, status, planned_for, opened_at, decide_by, decision,
        reasons, decided_by, decided_at, held_late
      from review
      """;

  private final JdbcClient db;
  private final NamedParameterJdbcOperations batches;

  ReviewRegister(JdbcClient db, NamedParameterJdbcOperations batches) {
    this.db = db;
    this.batches = batches;
  }

  /**
   * @param quarter null for a review because conditions shifted
   * @param plannedFor null likewise
   */
  Review open(
      String programme,
      Review.Kind kind,
      Quarter quarter,
      OffsetDateTime plannedFor,
      OffsetDateTime openedAt,
      LocalDate decideBy) {
    long id = insert(programme, kind, Review.Status.OPEN, quarter, plannedFor, openedAt, decideBy);
    return new Review(
        id,
        programme,
        kind,
        quarter,
        Review.Status.OPEN,
        plannedFor,
        openedAt,
        decideBy,
        null,
        null,
        null,
        null,
        false);
  }

  void missed(String programme, Quarter quarter, OffsetDateTime plannedFor) {
    insert(programme, Review.Kind.QUARTERLY, Review.Status.MISSED, quarter, plannedFor, null, null);
  }

  private long insert(
      String programme,
      Review.Kind kind,
      Review.Status status,
      Quarter quarter,
      OffsetDateTime plannedFor,
      OffsetDateTime openedAt,
      LocalDate decideBy) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into review (programme, kind, quarter, status, planned_for, opened_at, decide_by)
            values (:programme, :kind, :quarter, :status, :plannedFor, :openedAt, :decideBy)
            """)
        .param("programme", programme)
        .param("kind", kind.name())
        .param("quarter", quarter == null ? null : quarter.toString())
        .param("status", status.name())
        .param(
            "plannedFor",
            plannedFor == null ? null : plannedFor.withOffsetSameInstant(ZoneOffset.UTC))
        .param("openedAt", openedAt)
        .param("decideBy", decideBy)
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /**
   * @param milestoneChanges one milestone a line; empty unless milestones are adjusted
   * @throws Conflict if the review is not open any more
   */
  void decided(
      long id,
      CommitteeDecision decision,
      String reasons,
      String milestoneChanges,
      String by,
      OffsetDateTime at,
      boolean late) {
    int changed =
        db.sql(
                """
                update review
                set status = 'HELD', decision = :decision, reasons = :reasons,
                  milestone_changes = :changes, decided_by = :by, decided_at = :at,
                  held_late = :late
                where id = :id and status = 'OPEN'
                """)
            .param("decision", decision.name())
            .param("reasons", reasons)
            .param("changes", milestoneChanges)
            .param("by", by)
            .param("at", at)
            .param("late", late)
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new Conflict("review", Words.of("reviewRegister.thisReviewIsNotOpenAny"));
    }
  }

  /** What the committee decided to change of the milestones, one a line. */
  String milestoneChanges(long id) {
    return db.sql("select milestone_changes from review where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** What becomes of the work in hand, of a review that moved the tier. */
  void workInHand(long id, WorkInHand work) {
    db.sql("update review set work_in_hand = :work where id = :id")
        .param("work", work.name())
        .param("id", id)
        .update();
  }

  boolean isWorkCarriedOn(long id) {
    return db.sql("select count(*) from review where id = :id and work_in_hand = 'CARRIED_ON'")
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Leaves a review alone that is not open any more.
   *
   * @return whether it was open
   */
  boolean withdraw(long id) {
    return db.sql("update review set status = 'WITHDRAWN' where id = :id and status = 'OPEN'")
            .param("id", id)
            .update()
        == 1;
  }

  /** Keeps packs, by review. */
  void savePacks(Map<Long, String> packs) {
    batches.batchUpdate(
        "update review set pack = :pack where id = :id",
        packs.entrySet().stream()
            .map(
                each ->
                    new MapSqlParameterSource("pack", each.getValue())
                        .addValue("id", each.getKey()))
            .toArray(SqlParameterSource[]::new));
  }

  Optional<String> pack(long id) {
    return db.sql("select pack from review where id = :id and pack is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** The packs of those reviews that have one, by review. */
  Map<Long, String> packs(Collection<Long> ids) {
    Map<Long, String> packs = new HashMap<>();
    if (!ids.isEmpty()) {
      db.sql("select id, pack from review where id in (:ids) and pack is not null")
          .param("ids", ids)
          .query(
              row -> {
                packs.put(row.getLong("id"), row.getString("pack"));
              });
    }
    return packs;
  }

  /** The packs of the last quarterly reviews of several programmes, of those before a review. */
  Map<String, String> lastPacksOfEach(Collection<String> programmes, long before) {
    return db
        .sql(
            """
            select programme, pack from review where id in
              (select max(id) from review
               where programme in (:programmes) and kind = 'QUARTERLY' and pack is not null
                 and id < :before
               group by programme)
            """)
        .param("programmes", programmes)
        .param("before", before)
        .query((row, number) -> Map.entry(row.getString("programme"), row.getString("pack")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Review get(long id) {
    return db.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(MAPPER)
        .optional()
        .orElseThrow(() -> new NotFound(Words.of("reviewRegister.thereIsNoReview").formatted(id)));
  }

  /** The reviews of a programme, in the order they were recorded. */
  List<Review> of(String programme) {
    return ofEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  /** The same of several programmes, by programme; those without any are left out. */
  Map<String, List<Review>> ofEach(Collection<String> programmes) {
    return db
        .sql(SELECT + "where programme in (:programmes) order by id")
        .param("programmes", programmes)
        .query(MAPPER)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Review::programme));
  }

  /**
   * The quarterly reviews of a quarter, also missed ones, and those opened in it because conditions
   * shifted; by programme.
   */
  List<Review> of(Quarter quarter, OffsetDateTime begins, OffsetDateTime ends) {
    return db.sql(
            SELECT
                + """
                where quarter = :quarter
                  or (kind = 'CONDITIONS_SHIFTED' and opened_at >= :begins and opened_at < :ends)
                order by programme, id
                """)
        .param("quarter", quarter.toString())
        .param("begins", begins)
        .param("ends", ends)
        .query(MAPPER)
        .list();
  }

  private static final RowMapper<Review> MAPPER =
      (row, number) ->
          new Review(
              row.getLong("id"),
              row.getString("programme"),
              Review.Kind.valueOf(row.getString("kind")),
              Optional.ofNullable(row.getString("quarter")).map(Quarter::parse).orElse(null),
              Review.Status.valueOf(row.getString("status")),
              row.getObject("planned_for", OffsetDateTime.class),
              row.getObject("opened_at", OffsetDateTime.class),
              row.getObject("decide_by", LocalDate.class),
              Optional.ofNullable(row.getString("decision"))
                  .map(CommitteeDecision::valueOf)
                  .orElse(null),
              row.getString("reasons"),
              row.getString("decided_by"),
              row.getObject("decided_at", OffsetDateTime.class),
              row.getBoolean("held_late"));
}
