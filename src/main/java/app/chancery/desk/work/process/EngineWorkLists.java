package app.chancery.desk.work.process;

import app.chancery.desk.work.Due;
import app.chancery.desk.work.TaskList;
import app.chancery.desk.work.WorkFilter;
import app.chancery.desk.work.WorkItem;
import app.chancery.desk.work.WorkLists;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Names;
import app.chancery.platform.people.Person;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the lists from the engine's tables: its own query counts each list anew, reads nothing of
 * the programme and knows no names.
 */
@Component
class EngineWorkLists implements WorkLists {

  /** What a task belongs to. Of what a statement does not ask for, PostgreSQL joins nothing. */
  private static final String JOINS =
      """
        left join act_re_procdef d on d.id_ = t.proc_def_id_
        left join act_ru_execution e on e.id_ = t.proc_inst_id_
        left join programme p on p.programme_key = e.business_key_
        left join act_id_user u on u.id_ = t.assignee_
      """;

  private static final String FROM = " from act_ru_task t" + JOINS;

  private static final String ORDER = " order by t.due_date_ nulls last, t.create_time_, t.id_";

  /** Read once for all tasks, and not again for each. */
  private static final String CANDIDATE =
      """
      t.id_ in (select l.task_id_ from act_ru_identitylink l where l.type_ = 'candidate' and %s)
      """;

  private static final String MINE = "(t.assignee_ in (:hands) or t.owner_ = :me)";

  private static final String UNCLAIMED =
      "t.assignee_ is null and "
          + CANDIDATE.formatted("(l.group_id_ in (:mine) or l.user_id_ = :me)");

  /** Two of which one may be nobody. */
  private static final String SAME =
      "(mine.account = people.account or mine.account is null and people.account is null)";

  /** As the filter of Tasklist has it. */
  private static final Duration SOON = Duration.ofDays(7);

  /** No statement takes as many ids as a whole list may have. */
  private static final int AT_ONCE = 1000;

  private final JdbcClient db;
  private final Sight sight;
  private final ProcessSteps steps;
  private final Days days;
  private final Clock clock;

  EngineWorkLists(JdbcClient db, Sight sight, ProcessSteps steps, Days days, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.steps = steps;
    this.days = days;
    this.clock = clock;
  }

  /** A whole list is counted from indexes; what matches a filter is looked for once. */
  @Override
  public Found find(Person person, WorkFilter filter) {
    return filter.isNarrow() ? new Listed(person, filter) : new Counted(person, filter);
  }

  private final class Counted implements Found {

    private final Person person;
    private final WorkFilter filter;

    Counted(Person person, WorkFilter filter) {
      this.person = person;
      this.filter = filter;
    }

    @Override
    public Counts counts() {
      return count(person, filter);
    }

    @Override
    public List<WorkItem> page(TaskList list, int page, int size) {
      return EngineWorkLists.this.page(person, filter.in(list).at(page), size);
    }
  }

  private final class Listed implements Found {

    private final Person person;
    private final WorkFilter filter;
    private final List<Matched> matched;

    Listed(Person person, WorkFilter filter) {
      this.person = person;
      this.filter = filter;
      this.matched = matched(person, filter);
    }

    @Override
    public Counts counts() {
      return new Counts(
          matched.stream().filter(Matched::mine).count(),
          matched.stream().filter(Matched::unclaimed).count(),
          matched.size());
    }

    @Override
    public List<WorkItem> page(TaskList list, int page, int size) {
      return size > AT_ONCE
          ? EngineWorkLists.this.page(person, filter.in(list).at(page), size)
          : those(
              person,
              matched.stream()
                  .filter(each -> each.isIn(list))
                  .skip((long) page * size)
                  .limit(size)
                  .map(Matched::id)
                  .toList());
    }
  }

  private record Matched(String id, boolean mine, boolean unclaimed) {

    boolean isIn(TaskList list) {
      return switch (list) {
        case MINE -> mine;
        case UNCLAIMED -> unclaimed;
        case ALL -> true;
      };
    }
  }

  private List<Matched> matched(Person person, WorkFilter filter) {
    Statement matching = matching(person, filter);
    return db.sql(
            """
            select t.id_, case when %s then 1 end as mine, case when %s then 1 end as unclaimed
            """
                    .formatted(MINE, UNCLAIMED)
                + matching.sql()
                + ORDER)
        .params(matching.parameters())
        .query(
            (row, number) ->
                new Matched(
                    row.getString("id_"),
                    row.getObject("mine") != null,
                    row.getObject("unclaimed") != null))
        .list();
  }

  private Counts count(Person person, WorkFilter filter) {
    Statement matching = matching(person, filter);
    return db.sql(
            """
            select count(case when %s then 1 end) as mine, count(case when %s then 1 end) as unclaimed,
              count(*) as whole
            """
                    .formatted(MINE, UNCLAIMED)
                + matching.sql())
        .params(matching.parameters())
        .query(
            (row, number) ->
                new Counts(row.getLong("mine"), row.getLong("unclaimed"), row.getLong("whole")))
        .single();
  }

  private List<WorkItem> page(Person person, WorkFilter filter, int size) {
    Statement matching = matching(person, filter);
    if (filter.list() == TaskList.MINE) {
      matching.and(MINE);
    } else if (filter.list() == TaskList.UNCLAIMED) {
      matching.and(UNCLAIMED);
    }
    return items(person, matching, size, (long) filter.page() * size);
  }

  @Override
  public Optional<String> next(Person person) {
    return first(person, "t.assignee_ = :me").or(() -> first(person, UNCLAIMED));
  }

  private Optional<String> first(Person person, String condition) {
    Statement wanted =
        seen(person)
            .and(condition)
            .and("t.suspension_state_ = :active")
            .with("active", SuspensionState.ACTIVE.getStateCode());
    return db.sql("select t.id_" + wanted.sql() + ORDER + " fetch first 1 row only")
        .params(wanted.parameters())
        .query(String.class)
        .optional();
  }

  @Override
  public List<WorkItem> those(Person person, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Statement wanted = seen(person).and("t.id_ in (:ids)").with("ids", ids);
    return items(person, wanted, ids.size(), 0);
  }

  @Override
  public List<Group> groups(Person person) {
    Sight.Condition seen = sight.of(person);
    return db
        .sql(
            """
            select g.id_, g.name_ from act_id_group g where %s and exists (
              select 1 from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_
                left join act_re_procdef d on d.id_ = t.proc_def_id_
              where l.group_id_ = g.id_ and l.type_ = 'candidate' and %s)
            order by g.id_
            """
                .formatted(
                    seen.wide() ? "1 = 1" : "g.id_ in (:mine)", seen.wide() ? seen.sql() : "1 = 1"))
        .params(seen.parameters())
        .param("mine", Sight.groups(person))
        .query((row, number) -> new Group(row.getString(1), named(row.getString(1), row, 2)))
        .list()
        .stream()
        // Some are called otherwise than the engine has them.
        .sorted(Comparator.comparing(group -> group.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  @Override
  public List<WorkItem> ofGroup(Person person, String group, String holder, int page, int size) {
    Statement wanted = ofGroup(group);
    if (holder != null) {
      wanted.and(holder.isEmpty() ? "t.assignee_ is null" : "t.assignee_ = :holder");
      wanted.with("holder", holder);
    }
    return items(person, wanted, size, (long) page * size);
  }

  @Override
  public List<WorkItem> ofGroup(Person person, String group, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : items(person, ofGroup(group).and("t.id_ in (:ids)").with("ids", ids), ids.size(), 0);
  }

  private static Statement ofGroup(String group) {
    return new Statement(
        FROM + " where " + CANDIDATE.formatted("l.group_id_ = :group"), Map.of("group", group));
  }

  @Override
  public List<Load> loads(String group) {
    Instant now = clock.instant();
    return db.sql(
            """
            with mine as (
              select t.assignee_ as account,
                case when t.suspension_state_ = 1 then t.due_date_ end as due
              from act_ru_task t where %s),
            people as (
              select m.user_id_ as account from act_id_membership m where m.group_id_ = :group
              union select account from mine)
            select people.account, u.first_, u.last_,
              exists (select 1 from act_id_membership m
                where m.group_id_ = :group and m.user_id_ = people.account) as member,
              (select count(*) from mine where %s) as open_tasks,
              (select count(*) from mine where %s and mine.due < :now) as overdue,
              (select count(*) from mine
                where %s and mine.due >= :now and mine.due < :soon) as due_soon
            from people left join act_id_user u on u.id_ = people.account
            order by case when people.account is null then 1 else 0 end,
              lower(u.last_), lower(u.first_), people.account
            """
                .formatted(CANDIDATE.formatted("l.group_id_ = :group"), SAME, SAME, SAME))
        .param("group", group)
        .param("now", Timestamp.from(now))
        .param("soon", Timestamp.from(now.plus(SOON)))
        .query(
            (row, number) ->
                new Load(
                    row.getString("account"),
                    row.getString("account") == null
                        ? null
                        : Names.of(
                            row.getString("account"),
                            row.getString("first_"),
                            row.getString("last_")),
                    row.getBoolean("member"),
                    row.getLong("open_tasks"),
                    row.getLong("overdue"),
                    row.getLong("due_soon")))
        .list();
  }

  private Statement seen(Person person) {
    Sight.Condition seen = sight.of(person);
    Statement statement = new Statement(FROM + " where " + seen.sql(), seen.parameters());
    return statement
        .with("me", person.id())
        .with("hands", hands(person))
        .with("mine", Sight.groups(person));
  }

  /** Theirs, and those of who is away and in whose place they act. */
  private static List<String> hands(Person person) {
    return Stream.concat(
            Stream.of(person.id()), person.inPlaceOf().stream().map(Person.InPlaceOf::account))
        .toList();
  }

  private Statement matching(Person person, WorkFilter filter) {
    Statement statement = seen(person);
    int number = 0;
    for (String word : filter.words()) {
      String name = "word" + number++;
      statement
          .and(
              "lower(concat_ws(' ', p.name, e.business_key_, t.name_, u.first_, u.last_)) like lower(:"
                  + name
                  + ")")
          .with(name, "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    if (filter.step() != null) {
      statement.and("d.key_ in (:processes)").with("processes", steps.processes(filter.step()));
    }
    if (filter.group() != null) {
      statement
          .and(CANDIDATE.formatted("l.group_id_ = :candidates"))
          .with("candidates", filter.group());
    }
    if (filter.overdue()) {
      statement
          .and("t.suspension_state_ = 1 and t.due_date_ < :now")
          .with("now", Timestamp.from(clock.instant()));
    }
    return statement;
  }

  private List<WorkItem> items(Person person, Statement matching, int size, long offset) {
    List<Row> rows =
        db.sql(
                """
                select t.id_, t.task_def_key_, t.name_, t.assignee_, t.owner_, t.create_time_,
                  t.due_date_,
                  t.suspension_state_, d.key_ as process, e.business_key_, p.name as candidate,
                  u.first_, u.last_, o.first_ as owner_first, o.last_ as owner_last
                from (select t.id_
                """
                    + matching.sql()
                    + ORDER
                    + " limit :size offset :offset) found join act_ru_task t on t.id_ = found.id_"
                    + JOINS
                    + " left join act_id_user o on o.id_ = t.owner_"
                    + ORDER)
            .params(matching.parameters())
            .param("size", size)
            .param("offset", offset)
            .query((row, number) -> Row.of(row))
            .list();
    Map<String, List<Group>> candidates = candidates(rows);
    Instant now = clock.instant();
    return rows.stream()
        .map(row -> item(row, candidates.getOrDefault(row.id(), List.of()), person, now))
        .toList();
  }

  private WorkItem item(Row row, List<Group> candidates, Person person, Instant now) {
    boolean mine = person.id().equals(row.assignee());
    boolean inHand =
        row.assignee() != null
            && (hands(person).contains(row.assignee()) || person.id().equals(row.owner()));
    Optional<Person.InPlaceOf> absent =
        person.inPlaceOf(row.assignee(), row.owner(), candidates.stream().map(Group::id).toList());
    return new WorkItem(
        row.id(),
        row.key(),
        EngineTasks.withoutProgramme(row.name(), row.programme()),
        row.programme(),
        row.candidate(),
        steps.of(row.process()).orElse(null),
        row.assignee(),
        row.holder(),
        mine,
        absent.map(Person.InPlaceOf::name).orElse(null),
        inHand,
        inHand || candidates.stream().anyMatch(group -> person.in(group.id())),
        candidates.stream().map(Group::name).toList(),
        row.openedAt().atOffset(ZoneOffset.UTC),
        due(row, now),
        row.stands());
  }

  private Due due(Row row, Instant now) {
    Due due = Due.of(row.dueAt(), now, days);
    return due != null && row.stands() ? due.putOff() : due;
  }

  private Map<String, List<Group>> candidates(List<Row> rows) {
    Map<String, List<Group>> candidates = new HashMap<>();
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      db.sql(
              """
              select l.task_id_, l.group_id_, g.name_ from act_ru_identitylink l
                left join act_id_group g on g.id_ = l.group_id_
              where l.type_ = 'candidate' and l.group_id_ is not null and l.task_id_ in (:ids)
              order by g.name_, l.group_id_
              """)
          .param(
              "ids",
              rows.subList(from, Math.min(rows.size(), from + AT_ONCE)).stream()
                  .map(Row::id)
                  .toList())
          .query(
              row -> {
                candidates
                    .computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                    .add(new Group(row.getString(2), named(row.getString(2), row, 3)));
              });
    }
    return candidates;
  }

  /** A group that an administrator made may have no name. */
  private static String named(String id, ResultSet row, int column) throws SQLException {
    String name = row.getString(column);
    return Groups.word(id, name == null || name.isBlank() ? id : name);
  }

  /** A statement from its tables on, with what stands in it. */
  private static final class Statement {

    private final StringBuilder sql;
    private final Map<String, Object> parameters;

    Statement(String sql, Map<String, Object> parameters) {
      this.sql = new StringBuilder(sql);
      this.parameters = new HashMap<>(parameters);
    }

    Statement and(String condition) {
      sql.append(" and ").append(condition);
      return this;
    }

    Statement with(String name, Object value) {
      parameters.put(name, value);
      return this;
    }

    String sql() {
      return sql.toString();
    }

    Map<String, Object> parameters() {
      return parameters;
    }
  }

  private record Row(
      String id,
      String key,
      String name,
      String assignee,
      String owner,
      String holder,
      Instant openedAt,
      Instant dueAt,
      boolean stands,
      String process,
      String programme,
      String candidate) {

    /** Null if it is in nobody's place. */
    private static String absent(ResultSet row) throws SQLException {
      String owner = row.getString("owner_");
      return owner == null
          ? null
          : Names.of(owner, row.getString("owner_first"), row.getString("owner_last"));
    }

    static Row of(ResultSet row) throws SQLException {
      String assignee = row.getString("assignee_");
      return new Row(
          row.getString("id_"),
          row.getString("task_def_key_"),
          row.getString("name_"),
          assignee,
          row.getString("owner_"),
          assignee == null
              ? null
              : Signatures.ofNames(
                  Names.of(assignee, row.getString("first_"), row.getString("last_")), absent(row)),
          row.getTimestamp("create_time_").toInstant(),
          Optional.ofNullable(row.getTimestamp("due_date_")).map(Timestamp::toInstant).orElse(null),
          row.getInt("suspension_state_") == SuspensionState.SUSPENDED.getStateCode(),
          row.getString("process"),
          row.getString("business_key_"),
          row.getString("candidate"));
    }
  }
}
