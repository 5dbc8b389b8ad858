package app.chancery.records.alliance;

import app.chancery.platform.briefing.AllyNames;
import app.chancery.platform.time.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is an Ally is a question of the date: a country is one from the day it became a Party. The
 * founding data is {@code alliance/nato_members.csv}; accessions add to it.
 */
@Service
public class Allies implements AllyNames {

  private final JdbcClient db;
  private final Days days;
  private final ApplicationEventPublisher events;

  Allies(JdbcClient db, Days days, ApplicationEventPublisher events) {
    this.db = db;
    this.days = days;
    this.events = events;
  }

  /** The Allies of today, in the order of their names. */
  public List<Ally> today() {
    return on(days.today());
  }

  /** The Allies of that day, in the order of their names. */
  public List<Ally> on(LocalDate day) {
    return db.sql(
            "select iso2, name, party_since, source from ally where party_since <= :day order by name")
        .param("day", day)
        .query(Allies::ally)
        .list();
  }

  /** The day on which the alliance had its first Parties. */
  public LocalDate founded() {
    return db.sql("select party_since from ally order by party_since limit 1")
        .query(LocalDate.class)
        .single();
  }

  public boolean isAlly(String iso2, LocalDate day) {
    return on(day).stream().anyMatch(ally -> ally.iso2().equals(iso2));
  }

  @Override
  public UnaryOperator<String> names() {
    Map<String, String> names =
        db
            .sql("select iso2, name, party_since, source from ally")
            .query(Allies::ally)
            .list()
            .stream()
            .collect(Collectors.toMap(Ally::iso2, Ally::name));
    return code -> names.getOrDefault(code, code);
  }

  /**
   * What a person wrote for an Ally of today, its name or its code, as its code.
   *
   * @return what was written, in capitals, if no Ally is called so
   */
  public String codeOf(String nameOrCode) {
    return today().stream()
        .filter(ally -> ally.name().equalsIgnoreCase(nameOrCode))
        .findFirst()
        .map(Ally::iso2)
        .orElse(nameOrCode.toUpperCase(Locale.ROOT));
  }

  /** The Ally of that code, whether it is a Party already or from a later day on. */
  public Optional<Ally> find(String iso2) {
    return db.sql("select iso2, name, party_since, source from ally where iso2 = :iso2")
        .param("iso2", iso2)
        .query(Allies::ally)
        .optional();
  }

  /**
   * Forgets an accession that is still ahead on the office's clock, so that a rehearsal of that
   * very accession finds out by itself whether and when it comes. Changes nothing for an Ally of
   * today.
   */
  public void leaveOpen(String iso2) {
    db.sql("delete from ally where iso2 = :iso2 and party_since > :today")
        .param("iso2", iso2)
        .param("today", days.today())
        .update();
  }

  /** The next day from which a further country is an Ally, if one is known to be ahead. */
  public Optional<LocalDate> nextJoining() {
    return db.sql("select min(party_since) from ally where party_since > :today")
        .param("today", days.today())
        .query(LocalDate.class)
        .optional();
  }

  /**
   * For this transaction alone, and before any round is locked: who asks all Allies and who joins
   * them come one after the other, so that either the one finds the new Ally or the other the round
   * that is open. The first of the founding Parties stands for all.
   */
  public void hold() {
    db.sql(
            """
            select iso2 from ally
            where iso2 = (select min(iso2) from ally
              where party_since = (select min(party_since) from ally))
            for update
            """)
        .query(String.class)
        .optional();
  }

  /**
   * Adds a country that acceded. A second call for the same country changes nothing. Who wants to
   * know of it listens to {@link AllyJoined}.
   *
   * @param since the day it deposited its instrument of accession
   */
  @Transactional
  public void admit(String iso2, String name, LocalDate since, String source) {
    hold();
    if (find(iso2).isEmpty()) {
      db.sql(
              "insert into ally (iso2, name, party_since, source) values (:iso2, :name, :since, :source)")
          .param("iso2", iso2)
          .param("name", name)
          .param("since", since)
          .param("source", source)
          .update();
    }
    events.publishEvent(new AllyJoined(iso2));
  }

  /** A country that acceded was entered by a name that was wrong. */
  public void rename(String iso2, String before, String after) {
    db.sql("update ally set name = :after where iso2 = :iso2 and name = :before")
        .param("iso2", iso2)
        .param("before", before)
        .param("after", after)
        .update();
  }

  private static Ally ally(ResultSet row, int number) throws SQLException {
    return new Ally(
        row.getString("iso2"),
        row.getString("name"),
        row.getObject("party_since", LocalDate.class),
        row.getString("source"));
  }
}
