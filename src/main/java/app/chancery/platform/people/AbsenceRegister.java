package app.chancery.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The absences on record. None is deleted. */
@Component
class AbsenceRegister {

  private static final String COLUMNS =
      """
      select id, account, deputy, first_day, last_day, on_strength_of, allowed,
        entered_by, entered_at, ended_by, ended_at, uncovered
      from absence
      """;

  private static final LocalDate LAST_OF_ALL = LocalDate.of(9999, 12, 31);

  private final JdbcClient db;
  private final Clock clock;

  AbsenceRegister(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Those that count on a day. */
  List<Absence> on(LocalDate day) {
    return between(day, day);
  }

  /** Those that count on some day of these, both inclusive. */
  List<Absence> between(LocalDate first, LocalDate last) {
    return db.sql(
            COLUMNS
                + " where first_day <= :last and last_day >= :first and ended_at is null"
                + " order by first_day, id")
        .param("first", first)
        .param("last", last)
        .query(AbsenceRegister::absence)
        .list();
  }

  /** All of somebody that do not lie wholly before a day, ended ones too; the earliest first. */
  List<Absence> of(String account, LocalDate from) {
    return db.sql(
            COLUMNS + " where account = :account and last_day >= :from order by first_day, id")
        .param("account", account)
        .param("from", from)
        .query(AbsenceRegister::absence)
        .list();
  }

  List<Absence> byId(long id) {
    return db.sql(COLUMNS + " where id = :id")
        .param("id", id)
        .query(AbsenceRegister::absence)
        .list();
  }

  /** Those that count today or later; the earliest first. */
  List<Absence> from(LocalDate day) {
    return between(day, LAST_OF_ALL);
  }

  /**
   * Keeps of what the people were told.
   *
   * @param written of the gaps of the absence
   */
  void keepUncovered(long id, String written) {
    db.sql("update absence set uncovered = :uncovered where id = :id")
        .param("uncovered", written)
        .param("id", id)
        .update();
  }

  /** Gives the id of the absence. */
  long add(
      String account,
      String deputy,
      LocalDate first,
      LocalDate last,
      List<String> onStrengthOf,
      boolean allowed,
      String enteredBy) {
    KeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into absence (account, deputy, first_day, last_day, on_strength_of, allowed,
              entered_by, entered_at)
            values (:account, :deputy, :first, :last, :groups, :allowed, :by, :at)
            """)
        .param("account", account)
        .param("deputy", deputy)
        .param("first", first)
        .param("last", last)
        .param("groups", String.join(",", onStrengthOf))
        .param("allowed", allowed)
        .param("by", enteredBy)
        .param("at", OffsetDateTime.now(clock))
        .update(id, "id");
    return Objects.requireNonNull(id.getKeyAs(Long.class));
  }

  /** From now on it counts no more. */
  void end(long id, String by) {
    db.sql("update absence set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
  }

  /**
   * An account is deleted: another one of its id has nothing to do with it.
   *
   * @param retired what stands for it from now on
   */
  void leave(String account, String retired, String by) {
    db.sql(
            """
            update absence set ended_by = :by, ended_at = :at
            where account = :account and ended_at is null
            """)
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .param("account", account)
        .update();
    for (String column : List.of("account", "deputy", "entered_by", "ended_by")) {
      db.sql("update absence set " + column + " = :retired where " + column + " = :account")
          .param("retired", retired)
          .param("account", account)
          .update();
    }
  }

  private static Absence absence(ResultSet row, int number) throws SQLException {
    String groups = row.getString("on_strength_of");
    return new Absence(
        row.getLong("id"),
        row.getString("account"),
        row.getString("deputy"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        groups.isEmpty() ? List.of() : Arrays.asList(groups.split(",")),
        row.getBoolean("allowed"),
        row.getString("entered_by"),
        row.getObject("entered_at", OffsetDateTime.class),
        row.getString("ended_by"),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getString("uncovered"));
  }
}
