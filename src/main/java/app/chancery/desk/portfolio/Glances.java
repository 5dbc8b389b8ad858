package app.chancery.desk.portfolio;

import app.chancery.consensus.RunningRounds;
import app.chancery.oversight.Rating;
import app.chancery.oversight.Ratings;
import app.chancery.platform.time.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Looks at many programmes with as many statements as at one. */
@Service
class Glances {

  private final JdbcClient db;
  private final Ratings ratings;
  private final Days days;

  Glances(JdbcClient db, Ratings ratings, Days days) {
    this.db = db;
    this.ratings = ratings;
    this.days = days;
  }

  /**
   * By programme; each that was asked for is there.
   *
   * @param rated whether the reader may see how reviews rate them: staff may, delegations may not
   */
  Map<String, Glance> of(Collection<String> programmes, boolean rated) {
    if (programmes.isEmpty()) {
      return Map.of();
    }
    Map<String, LocalDate> next = new HashMap<>();
    Map<String, LocalDate> late = new HashMap<>();
    db.sql(
            """
            select e.business_key_,
              min(case when t.due_date_ >= :today then t.due_date_ end) as next,
              min(case when t.due_date_ < :today then t.due_date_ end) as late
            from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
            where e.business_key_ in (:programmes) and t.suspension_state_ = 1
            group by e.business_key_
            """)
        .param("programmes", programmes)
        .param("today", Timestamp.from(days.begin(days.today()).toInstant()))
        .query(
            row -> {
              String programme = row.getString("business_key_");
              day(row, "next").ifPresent(day -> next.put(programme, day));
              day(row, "late").ifPresent(day -> late.put(programme, day));
            });
    Map<String, OffsetDateTime> silences =
        first(
            """
            select programme, min(silence_ends) from council_round
            where id in (%s) and programme in (:programmes) group by programme
            """
                .formatted(RunningRounds.IDS),
            programmes,
            OffsetDateTime.class);
    Map<String, LocalDate> decisions =
        first(
            """
            select programme, min(decide_by) from review
            where status = 'OPEN' and programme in (:programmes) group by programme
            """,
            programmes,
            LocalDate.class);
    Map<String, List<Rating>> known = rated ? ratings.of(programmes) : Map.of();
    Map<String, Glance> glances = new HashMap<>();
    programmes.forEach(
        each ->
            glances.put(
                each,
                new Glance(
                    next.get(each),
                    late.get(each),
                    silences.get(each),
                    decisions.get(each),
                    known.getOrDefault(each, List.of()))));
    return glances;
  }

  private Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(at -> days.of(at.toInstant()));
  }

  private <T> Map<String, T> first(String statement, Collection<String> programmes, Class<T> type) {
    Map<String, T> first = new HashMap<>();
    db.sql(statement)
        .param("programmes", programmes)
        .query(
            row -> {
              first.put(row.getString(1), row.getObject(2, type));
            });
    return first;
  }
}
