package app.chancery.platform.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The absences on record. None is deleted. */
@Component
class AbsenceRegister {

  private static final String COLUMNS =
      """
      select id, account, deputy, first_day, last_day, on_strength_of, allowed, deputy_left,
        entered_by, entered_at, ended_by, ended_at
      from absence
      """;

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

  void add(
      String account,
      String deputy,
      LocalDate first,
      LocalDate last,
      List<String> onStrengthOf,
      boolean allowed,
      String enteredBy) {
    db.sql(
            """
            insert into absence (account, deputy, first_day, last_day, on_strength_of, allowed,
              deputy_left, entered_by, entered_at)
            values (:account, :deputy, :first, :last, :groups, :allowed, false, :by, :at)
            """)
        .param("account", account)
        .param("deputy", deputy)
        .param("first", first)
        .param("last", last)
        .param("groups", String.join(",", onStrengthOf))
        .param("allowed", allowed)
        .param("by", enteredBy)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** From now on it counts no more. */
  void end(long id, String by) {
    db.sql("update absence set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
  }

  /** An account is deleted: another one of its name has nothing to do with it. */
  void leave(String account, String by) {
    db.sql("update absence set deputy_left = true where deputy = :account")
        .param("account", account)
        .update();
    db.sql(
            """
            update absence set ended_by = :by, ended_at = :at
            where account = :account and ended_at is null
            """)
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .param("account", account)
        .update();
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
        row.getBoolean("deputy_left"),
        row.getString("entered_by"),
        row.getObject("entered_at", OffsetDateTime.class),
        row.getString("ended_by"),
        row.getObject("ended_at", OffsetDateTime.class));
  }
}
