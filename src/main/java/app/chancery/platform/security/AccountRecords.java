package app.chancery.platform.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database knows of the accounts, for the sign-on: read with each request of somebody, and
 * so without the engine's query, its rights and its transaction.
 */
@Component
class AccountRecords {

  private final JdbcClient db;
  private final Clock clock;
  private final Duration knownFor;
  private final Map<String, Reading> read = new ConcurrentHashMap<>();

  AccountRecords(JdbcClient db, Clock clock, SignOnPolicy policy) {
    this.db = db;
    this.clock = clock;
    knownFor = policy.accountsKnownFor();
  }

  /** As it was at most {@link SignOnPolicy#accountsKnownFor} ago. */
  Optional<Account> lately(String id) {
    Reading known = read.get(id);
    if (known != null && System.nanoTime() - known.nanos() < knownFor.toNanos()) {
      return Optional.of(known.account());
    }
    long nanos = System.nanoTime();
    Optional<Account> account = now(id);
    account.ifPresentOrElse(
        found -> read.put(id, new Reading(found, nanos)), () -> read.remove(id));
    return account;
  }

  Optional<Account> now(String id) {
    // Not asked while a row is read: that would hold one connection and wait for another.
    Map<String, String> groups = groups(id);
    return db.sql(
            """
            select u.first_, u.last_, u.pwd_, u.salt_,
              (select max(e.id) from ended_sessions e where e.account = u.id_) as ended
            from act_id_user u where u.id_ = :id
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new Account(
                    new Person(
                        id,
                        Names.of(id, row.getString("first_"), row.getString("last_")),
                        Groups.function(groups),
                        List.copyOf(groups.keySet()),
                        row.getLong("ended")),
                    row.getString("first_"),
                    row.getString("last_"),
                    row.getString("pwd_"),
                    row.getString("salt_")))
        .optional();
  }

  /**
   * Who several people are, read at once; of the accounts those that there are.
   *
   * @param ids may be empty
   */
  Map<String, Known> all(Collection<String> ids) {
    Map<String, Known> known = new HashMap<>();
    if (ids.isEmpty()) {
      return known;
    }
    db.sql(
            """
            select u.id_, u.first_, u.last_, g.id_ as group_id, g.name_ as group_name
            from act_id_user u
            left join act_id_membership m on m.user_id_ = u.id_
            left join act_id_group g on g.id_ = m.group_id_
            where u.id_ in (:ids)
            """)
        .param("ids", ids)
        .query(
            row -> {
              String id = row.getString("id_");
              Known person =
                  known.computeIfAbsent(id, first -> new Known(nameOf(id, row), new TreeMap<>()));
              if (row.getString("group_id") != null) {
                person.groups.put(
                    row.getString("group_id"),
                    Objects.requireNonNullElse(row.getString("group_name"), ""));
              }
            });
    return known;
  }

  private static String nameOf(String id, ResultSet row) {
    try {
      return Names.of(id, row.getString("first_"), row.getString("last_"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param groups the name of each by its id
   */
  record Known(String name, Map<String, String> groups) {

    String function() {
      return Groups.function(groups);
    }
  }

  /** To be called when an account or its groups have changed on this node. */
  void forget() {
    read.clear();
  }

  /**
   * Ends what sessions the account has, on every node. Not an error if there is no such account.
   */
  void endSessions(String id) {
    db.sql("insert into ended_sessions (account, ended_at) values (:id, :now)")
        .param("id", id)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /** What the account was typing; another one of its name must not read it. */
  void discardDrafts(String id) {
    db.sql("delete from draft where writer = :id").param("id", id).update();
  }

  /** The password stays as it is; only its hash is another one. Nothing if it has changed since. */
  void rehash(Account account, String hash, String salt) {
    db.sql(
            """
            update act_id_user set pwd_ = :hash, salt_ = :salt, rev_ = rev_ + 1
            where id_ = :id and pwd_ = :old
            """)
        .param("hash", hash)
        .param("salt", salt)
        .param("id", account.person().id())
        .param("old", account.hash())
        .update();
  }

  /**
   * The administrators; nobody else makes or unmakes one until the transaction has ended.
   *
   * @return their accounts
   */
  List<String> holdAdministrators() {
    db.sql("select id_ from act_id_group where id_ = :group for update")
        .param("group", Groups.ADMINISTRATORS)
        .query(String.class)
        .optional();
    return db.sql("select user_id_ from act_id_membership where group_id_ = :group")
        .param("group", Groups.ADMINISTRATORS)
        .query(String.class)
        .list();
  }

  /** Their names by their ids. */
  private Map<String, String> groups(String id) {
    Map<String, String> names = new TreeMap<>();
    db.sql(
            """
            select g.id_, g.name_ from act_id_membership m join act_id_group g on g.id_ = m.group_id_
            where m.user_id_ = :id
            """)
        .param("id", id)
        .query(
            row -> {
              names.put(
                  row.getString("id_"), Objects.requireNonNullElse(row.getString("name_"), ""));
            });
    return names;
  }

  /**
   * @param nanos of the JVM's own clock, as this is no time of the office
   */
  private record Reading(Account account, long nanos) {}
}
