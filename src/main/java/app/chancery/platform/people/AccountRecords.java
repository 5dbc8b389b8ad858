package app.chancery.platform.people;

import app.chancery.platform.time.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database knows of the accounts, for the sign-on: read with each request of somebody, and
 * so without the engine's query, its rights and its transaction.
 */
@Component
public class AccountRecords {

  private static final String PEOPLE =
      """
      select u.id_, u.first_, u.last_, g.id_ as group_id, g.name_ as group_name
      from act_id_user u
      left join act_id_membership m on m.user_id_ = u.id_
      left join act_id_group g on g.id_ = m.group_id_
      """;

  private final JdbcClient db;
  private final Clock clock;
  private final Duration knownFor;
  private final AbsenceRegister absences;
  private final Days days;
  private final ApplicationEventPublisher events;
  private final Holders holders;
  private final ProviderLinks links;
  private final Map<String, Reading> read = new ConcurrentHashMap<>();

  AccountRecords(
      JdbcClient db,
      Clock clock,
      AccountsPolicy policy,
      AbsenceRegister absences,
      Days days,
      ApplicationEventPublisher events,
      Holders holders,
      ProviderLinks links) {
    this.db = db;
    this.clock = clock;
    this.absences = absences;
    this.days = days;
    this.events = events;
    this.holders = holders;
    this.links = links;
    knownFor = policy.knownFor();
  }

  /** As it was at most {@link AccountsPolicy#knownFor} ago. */
  public Optional<Account> lately(String id) {
    Reading known = read.get(id);
    LocalDate today = days.today();
    if (known != null
        && known.day().equals(today)
        && System.nanoTime() - known.nanos() < knownFor.toNanos()) {
      return Optional.of(known.account());
    }
    long nanos = System.nanoTime();
    Optional<Account> account = now(id);
    account.ifPresentOrElse(
        found -> read.put(id, new Reading(found, today, nanos)), () -> read.remove(id));
    return account;
  }

  public Optional<Account> now(String id) {
    // Not asked while a row is read: that would hold one connection and wait for another.
    Map<String, String> groups = groups(id);
    List<Person.InPlaceOf> inPlaceOf = inPlaceOf(id, groups.keySet());
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
                        row.getLong("ended"),
                        inPlaceOf),
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
    return ids.isEmpty()
        ? new LinkedHashMap<>()
        : people(db.sql(PEOPLE + " where u.id_ in (:ids)").param("ids", ids));
  }

  /** Everybody who is away today and has somebody in their place, by the names of the absent. */
  List<StandIn> standIns() {
    return standIns(absences.on(days.today()));
  }

  private List<StandIn> standIns(List<Absence> today) {
    Map<String, Known> known = all(accountsIn(today));
    Substitution substitution = substitution(today, known);
    return today.stream()
        .map(Absence::account)
        .filter(known::containsKey)
        .flatMap(
            absent ->
                substitution
                    .deputyOf(absent)
                    .map(
                        deputy ->
                            new StandIn(
                                absent,
                                known.get(absent).name(),
                                deputy,
                                known.get(deputy).name(),
                                substitution.passed(absent)))
                    .stream())
        .sorted(Comparator.comparing(StandIn::absentName).thenComparing(StandIn::absent))
        .toList();
  }

  static Set<String> accountsIn(Collection<Absence> absences) {
    return absences.stream()
        .flatMap(absence -> Stream.of(absence.account(), absence.deputy()))
        .collect(Collectors.toSet());
  }

  static Substitution substitution(Collection<Absence> absences, Map<String, Known> known) {
    return new Substitution(absences, groups(known));
  }

  static Coverage coverage(Collection<Absence> absences, Map<String, Known> known) {
    return new Coverage(absences, groups(known));
  }

  private static Map<String, Set<String>> groups(Map<String, Known> known) {
    Map<String, Set<String>> groups = new HashMap<>();
    known.forEach((account, each) -> groups.put(account, each.groups().keySet()));
    return groups;
  }

  /** For whom an account acts today. Most accounts are nobody's deputy. */
  private List<Person.InPlaceOf> inPlaceOf(String id, Set<String> own) {
    List<Absence> today = absences.on(days.today());
    if (today.stream().noneMatch(absence -> absence.deputy().equals(id))) {
      return List.of();
    }
    return standIns(today).stream()
        .filter(standIn -> standIn.deputy().equals(id))
        .map(
            standIn ->
                new Person.InPlaceOf(
                    standIn.absent(),
                    standIn.absentName(),
                    standIn.groups().stream()
                        .filter(group -> !own.contains(group))
                        .sorted()
                        .toList()))
        .toList();
  }

  /** Everybody with an account, by last and first name. */
  Map<String, Known> everybody() {
    return people(db.sql(PEOPLE + " order by lower(u.last_), lower(u.first_), u.id_"));
  }

  private static Map<String, Known> people(JdbcClient.StatementSpec asked) {
    Map<String, Known> people = new LinkedHashMap<>();
    asked.query(
        row -> {
          String id = row.getString("id_");
          Known person =
              people.computeIfAbsent(id, first -> new Known(nameOf(id, row), new TreeMap<>()));
          String group = row.getString("group_id");
          if (group != null) {
            person.groups.put(group, Objects.requireNonNullElse(row.getString("group_name"), ""));
          }
        });
    return people;
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

  /** Whether an account has no password here, as its person signs on by a provider. */
  public boolean isOfProvider(String id) {
    return links.isOfProvider(id);
  }

  /** To be called when an account or its groups have changed on this node. */
  public void forget() {
    read.clear();
    holders.forget();
  }

  /**
   * Ends what sessions the account has, on every node. Not an error if there is no such account.
   */
  public void endSessions(String id) {
    db.sql("insert into ended_sessions (account, ended_at) values (:id, :now)")
        .param("id", id)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /**
   * It stands in for nobody, and nobody for it; another one of its id is somebody else. Nothing
   * happens if there is no such account.
   */
  public void leave(String id, String by) {
    Optional<Account> account = now(id);
    if (account.isEmpty()) {
      return;
    }
    String retired = holders.leave(id, left(account.get()));
    absences.leave(id, retired, by);
    free(id);
    links.close(id);
    retire(id, retired);
    events.publishEvent(new AccountLeft(id, retired));
  }

  private static Holders.Left left(Account account) {
    return new Holders.Left(account.person().displayName(), account.person().function());
  }

  /** What it has done stays, as done by who had it. */
  private void retire(String id, String retired) {
    for (String statement :
        List.of(
            "update act_hi_taskinst set assignee_ = :retired where assignee_ = :id",
            "update act_hi_taskinst set owner_ = :retired where owner_ = :id",
            "update act_hi_actinst set assignee_ = :retired where assignee_ = :id")) {
      db.sql(statement).param("id", id).param("retired", retired).update();
    }
  }

  /**
   * Its tasks are those of their groups again. The engine would leave them, and the right to them,
   * to whoever is called so next.
   */
  private void free(String id) {
    for (String statement :
        List.of(
            "update act_ru_task set assignee_ = null, rev_ = rev_ + 1 where assignee_ = :id",
            "update act_ru_task set owner_ = null, rev_ = rev_ + 1 where owner_ = :id",
            "delete from act_ru_identitylink where user_id_ = :id",
            "delete from act_ru_authorization where user_id_ = :id")) {
      db.sql(statement).param("id", id).update();
    }
  }

  /** The password stays as it is; only its hash is another one. Nothing if it has changed since. */
  public void rehash(Account account, String hash, String salt) {
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
  public List<String> holdAdministrators() {
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
   * @param day of the office on which it was read: absences begin and end with it
   * @param nanos of the JVM's own clock, as this is no time of the office
   */
  private record Reading(Account account, LocalDate day, long nanos) {}
}
