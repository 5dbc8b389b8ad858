package app.chancery.oversight;

import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.Author;
import app.chancery.refusal.Conflict;
import app.chancery.refusal.Faults;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports that conditions around a programme have shifted; a review takes them up at once. */
@Service
public class ConditionShifts {

  private static final String SELECT =
      """
      select id, programme, kind, severity, description, source, reported_by, reported_at, review
      from condition_shift
      """;

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final Programmes programmes;
  private final Reviews reviews;
  private final ReviewPlans plans;
  private final OversightProcess process;

  ConditionShifts(
      JdbcClient db,
      Clock clock,
      Author author,
      Programmes programmes,
      Reviews reviews,
      ReviewPlans plans,
      OversightProcess process) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.programmes = programmes;
    this.reviews = reviews;
    this.plans = plans;
    this.process = process;
  }

  /**
   * Reports a shift. It joins the review that is open, or opens one at once. While the programme is
   * not in oversight it is kept for its first review.
   *
   * @throws app.chancery.refusal.NotFound if there is no such programme
   * @throws Conflict if the programme has ended
   * @throws app.chancery.refusal.Refused naming every blank field
   */
  @Transactional
  public ConditionShift report(
      String programme,
      ConditionShift.Kind kind,
      ConditionShift.Severity severity,
      String description,
      String source) {
    Programme concerned = programmes.get(programme);
    if (!concerned.isOpen()) {
      throw new Conflict("programme", programme + " has ended");
    }
    Faults faults = new Faults();
    faults.check(!description.isBlank(), "description", "is required");
    faults.check(!source.isBlank(), "source", "is required");
    faults.refuseIfAny();
    boolean watched = plans.lock(programme).isPresent();
    Optional<Long> joined = reviews.open(programme).map(Review::id);
    long id = insert(programme, kind, severity, description, source, joined.orElse(null));
    if (watched && joined.isEmpty()) {
      long review =
          reviews.openForShift(
              programme,
              "Conditions shifted (%s, %s): %s"
                  .formatted(kind.word(), severity.word(), description));
      takeUp(programme, review);
      process.conditionsShifted(programme, review);
    }
    return get(id);
  }

  /** All shifts reported of a programme, oldest first. */
  public List<ConditionShift> of(String programme) {
    return db.sql(SELECT + "where programme = :programme order by id")
        .param("programme", programme)
        .query(MAPPER)
        .list();
  }

  /** The shifts that a review takes up, oldest first. */
  List<ConditionShift> takenUpBy(long review) {
    return db.sql(SELECT + "where review = :review order by id")
        .param("review", review)
        .query(MAPPER)
        .list();
  }

  /** A review takes up what no other has taken up yet. */
  void takeUp(String programme, long review) {
    db.sql(
            "update condition_shift set review = :review where programme = :programme and review is null")
        .param("review", review)
        .param("programme", programme)
        .update();
  }

  private ConditionShift get(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query(MAPPER).single();
  }

  private long insert(
      String programme,
      ConditionShift.Kind kind,
      ConditionShift.Severity severity,
      String description,
      String source,
      Long review) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into condition_shift (programme, kind, severity, description, source,
              reported_by, reported_at, review)
            values (:programme, :kind, :severity, :description, :source, :by, :at, :review)
            """)
        .param("programme", programme)
        .param("kind", kind.name())
        .param("severity", severity.name())
        .param("description", description)
        .param("source", source)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .param("review", review)
        .update(id, "id");
    return id.getKeyAs(Long.class);
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
