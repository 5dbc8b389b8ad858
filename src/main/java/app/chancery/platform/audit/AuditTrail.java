package app.chancery.platform.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The audit as auditors look into it: part by part, however long it is. */
@Service
public class AuditTrail {

  private static final int AT_ONCE = 1000;

  private final JdbcClient db;
  private final Chain chain;
  private final Actors actors;
  private final ObjectProvider<AuditRounds> rounds;

  AuditTrail(JdbcClient db, Chain chain, Actors actors, ObjectProvider<AuditRounds> rounds) {
    this.db = db;
    this.chain = chain;
    this.actors = actors;
    this.rounds = rounds;
  }

  /**
   * What is looked for; what is null does not matter.
   *
   * @param from the first moment
   * @param until the moment behind the last
   * @param accounts as records have them; none: nobody's
   */
  public record Wanted(
      OffsetDateTime from,
      OffsetDateTime until,
      Act act,
      String programme,
      Collection<String> accounts) {}

  /**
   * @param records the newest first
   * @param newer whether there are newer ones of those that are looked for
   * @param older whether there are older ones
   */
  public record Part(List<AuditRecord> records, boolean newer, boolean older) {}

  /**
   * How the chain ends, and what of it stands outside the database.
   *
   * @param links how many there are
   * @param hash of the last; null if there is none
   * @param written how many there were when the end was written down the last time; 0 if it was not
   * @param writtenAt null if it was not
   * @param waiting how many records cannot be put into the chain; more than 0 if it stands still
   */
  public record State(long links, String hash, long written, Instant writtenAt, long waiting) {}

  /** An end of the chain that was written down outside the database. */
  record Written(Chain.End end, Instant at) {}

  /** What was done up to now is in it. */
  public State state() {
    long waiting = close();
    Optional<Chain.End> end = chain.end();
    Optional<Written> written =
        Optional.ofNullable(rounds.getIfAvailable()).flatMap(AuditRounds::written);
    return new State(
        end.map(Chain.End::links).orElse(0L),
        end.map(Chain.End::hash).orElse(null),
        written.map(each -> each.end().links()).orElse(0L),
        written.map(Written::at).orElse(null),
        waiting);
  }

  /**
   * Puts into the chain what was done up to now.
   *
   * @return how many records wait because they cannot be put there; 0 if none
   */
  public long close() {
    return chain.closeAsFarAsPossible();
  }

  /** Up to so many records, of those that are looked for the newest. */
  public Part newest(Wanted wanted, int most) {
    return part(wanted, read(wanted, "number > 0", "desc", 0, most));
  }

  /** The same of those before the one of a number. */
  public Part before(Wanted wanted, long number, int most) {
    return part(wanted, read(wanted, "number < :number", "desc", number, most));
  }

  /** The same of those after it, the next ones; where there are too few, the newest. */
  public Part after(Wanted wanted, long number, int most) {
    List<AuditRecord> read = new ArrayList<>(behind(wanted, number, most));
    Collections.reverse(read);
    return read.size() < most ? newest(wanted, most) : part(wanted, read);
  }

  /**
   * All that are looked for behind the one of a number, in the order of the chain, however many
   * there are: some are read at a time.
   */
  public Iterable<AuditRecord> behind(Wanted wanted, long number) {
    return () ->
        Stream.iterate(
                behind(wanted, number, AT_ONCE),
                some -> !some.isEmpty(),
                some -> behind(wanted, some.get(some.size() - 1).number(), AT_ONCE))
            .flatMap(List::stream)
            .iterator();
  }

  private List<AuditRecord> behind(Wanted wanted, long number, int most) {
    return read(wanted, "number > :number", "asc", number, most);
  }

  private Part part(Wanted wanted, List<AuditRecord> records) {
    if (records.isEmpty()) {
      return new Part(records, false, false);
    }
    long first = records.get(0).number();
    long last = records.get(records.size() - 1).number();
    return new Part(
        records,
        !behind(wanted, first, 1).isEmpty(),
        !read(wanted, "number < :number", "desc", last, 1).isEmpty());
  }

  private List<AuditRecord> read(Wanted wanted, String where, String order, long number, int most) {
    if (wanted.accounts() != null && wanted.accounts().isEmpty()) {
      return List.of();
    }
    StringBuilder sql = new StringBuilder(Chain.SELECT).append(" where ").append(where);
    sql.append(wanted.from() == null ? "" : " and done_at >= :from");
    sql.append(wanted.until() == null ? "" : " and done_at < :until");
    sql.append(wanted.act() == null ? "" : " and act = :act");
    sql.append(wanted.programme() == null ? "" : " and programme = :programme");
    sql.append(wanted.accounts() == null ? "" : " and account in (:accounts)");
    sql.append(" order by number ").append(order);
    JdbcClient.StatementSpec query =
        db.sql(sql.append(" fetch first ").append(most).append(" rows only").toString());
    query = where.contains(":number") ? query.param("number", number) : query;
    query = wanted.from() == null ? query : query.param("from", wanted.from());
    query = wanted.until() == null ? query : query.param("until", wanted.until());
    query = wanted.act() == null ? query : query.param("act", wanted.act().code());
    query = wanted.programme() == null ? query : query.param("programme", wanted.programme());
    query = wanted.accounts() == null ? query : query.param("accounts", wanted.accounts());
    return query.query(Chain::link).list();
  }

  /** Those who have done something, as records have them and as they are called. */
  public List<Actor> actors() {
    List<String> accounts = new ArrayList<>();
    Optional<String> next = accountAfter("");
    while (next.isPresent()) {
      accounts.add(next.get());
      next = accountAfter(next.get());
    }
    UnaryOperator<String> called = actors.called(accounts);
    return accounts.stream().map(each -> new Actor(each, called.apply(each))).toList();
  }

  /** From one entry of the index to the next other one, since there are few among many. */
  private Optional<String> accountAfter(String last) {
    return db.sql(
            """
            select account from audit_record where account > :last
            order by account fetch first 1 row only
            """)
        .param("last", last)
        .query(String.class)
        .optional();
  }

  /**
   * @param account as records have it
   * @param name and function, as people read them
   */
  public record Actor(String account, String name) {}
}
