package app.chancery.oversight;

import app.chancery.platform.people.Author;
import app.chancery.platform.people.InPlace;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table of reported shifts. */
@Repository
class ConditionShiftRegister {

  private static final String SELECT =
      """
      select id, programme, kind, severity, description, source, reported_by, reported_at, review
      from condition_shift
      """;

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  ConditionShiftRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  long add(
      String programme,
      ConditionShift.Kind kind,
      ConditionShift.Severity severity,
      String description,
      String source) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into condition_shift (programme, kind, severity, description, source,
              reported_by, reported_at)
            values (:programme, :kind, :severity, :description, :source, :by, :at)
            """)
        .param("programme", programme)
        .param("kind", kind.name())
        .param("severity", severity.name())
        .param("description", description)
        .param("source", source)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /**
   * When the person who acts made their reports, the newest first; Chancery itself is nobody.
   *
   * @param most so many of them
   */
  List<OffsetDateTime> ownSince(OffsetDateTime since, int most) {
    if (Author.CHANCERY.equals(author.account())) {
      return List.of();
    }
    return db.sql(
            """
            select reported_at from condition_shift
            where (reported_by = :by or position(:inPlace in reported_by) = 1)
              and reported_at > :since
            order by reported_at desc limit :most
            """)
        .param("by", author.self())
        .param("inPlace", InPlace.signedBy(author.self()))
        .param("since", since)
        .param("most", most)
        .query((row, number) -> row.getObject("reported_at", OffsetDateTime.class))
        .list();
  }

  /** A review takes up what no other has taken up yet. */
  void takeUp(String programme, long review) {
    db.sql(
            """
            update condition_shift set review = :review
            where programme = :programme and review is null
            """)
        .param("review", review)
        .param("programme", programme)
        .update();
  }

  /** What a review took up that was withdrawn waits for the next one. */
  void giveBack(long review) {
    db.sql("update condition_shift set review = null where review = :review")
        .param("review", review)
        .update();
  }

  ConditionShift get(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query(MAPPER).single();
  }

  List<ConditionShift> of(String programme) {
    return ofEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  /** The shifts of several programmes, by programme, oldest first; those without are left out. */
  Map<String, List<ConditionShift>> ofEach(Collection<String> programmes) {
    return db
        .sql(SELECT + "where programme in (:programmes) order by id")
        .param("programmes", programmes)
        .query(MAPPER)
        .list()
        .stream()
        .collect(Collectors.groupingBy(ConditionShift::programme));
  }

  /** The shifts that a review takes up, oldest first. */
  List<ConditionShift> takenUpBy(Review review) {
    return of(review.programme()).stream()
        .filter(shift -> Objects.equals(shift.review(), review.id()))
        .toList();
  }

  private static final RowMapper<ConditionShift> MAPPER =
      (row, number) ->
          new ConditionShift(
              row.getLong("id"),
              row.getString("programme"),
              ConditionShift.Kind.valueOf(row.getString("kind")),
              ConditionShift.Severity.valueOf(row.getString("severity")),
              row.getString("description"),
              row.getString("source"),
              row.getString("reported_by"),
              row.getObject("reported_at", OffsetDateTime.class),
              row.getObject("review", Long.class));
}
