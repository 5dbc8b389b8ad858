package app.chancery.desk.portfolio.process;

import app.chancery.desk.portfolio.OpenWork;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.time.Days;
import app.chancery.records.alliance.Allies;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the open tasks of many programmes, with all their groups, in one statement: the engine
 * would ask for the groups of each task, and for the process of each. It is asked which of them the
 * reader sees: who has begun to write an answer to the council is for its delegation alone.
 */
@Component
class EngineOpenWork implements OpenWork {

  private static final Comparator<LocalDate> LATEST_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final ProcessEngine engine;
  private final JdbcClient db;
  private final Allies allies;
  private final Days days;

  EngineOpenWork(ProcessEngine engine, JdbcClient db, Allies allies, Days days) {
    this.engine = engine;
    this.db = db;
    this.allies = allies;
    this.days = days;
  }

  @Override
  public List<Work> of(String programme) {
    Set<String> seen = ids(engine.getTaskService().createTaskQuery(), List.of(programme));
    return work(List.of(programme), seen, seen).getOrDefault(programme, List.of());
  }

  @Override
  public Map<String, List<Work>> ofEach(Collection<String> programmes) {
    return programmes.isEmpty()
        ? Map.of()
        : work(
            programmes,
            ids(engine.getTaskService().createTaskQuery().taskAssigned(), programmes),
            Set.of());
  }

  /** Of the person who acts, as the engine decides. */
  private static Set<String> ids(TaskQuery tasks, Collection<String> programmes) {
    return tasks
        .processInstanceBusinessKeyIn(programmes.toArray(String[]::new))
        .active()
        .list()
        .stream()
        .map(Task::getId)
        .collect(Collectors.toSet());
  }

  /**
   * @param seen the tasks of which the reader may know who has them
   * @param placed those of which it is told where they are
   */
  private Map<String, List<Work>> work(
      Collection<String> programmes, Set<String> seen, Set<String> placed) {
    UnaryOperator<String> countries = allies.names();
    LocalDate today = days.today();
    Map<OneTask, List<Row>> alike =
        rows(programmes).stream()
            .collect(Collectors.groupingBy(Row::task, LinkedHashMap::new, Collectors.toList()));
    Map<String, List<Work>> work = new TreeMap<>();
    alike.forEach(
        (task, rows) ->
            work.computeIfAbsent(task.programme(), first -> new ArrayList<>())
                .add(work(task, rows, seen, placed, countries, today)));
    work.values().forEach(each -> each.sort(Comparator.comparing(Work::dueOn, LATEST_LAST)));
    return work;
  }

  private static Work work(
      OneTask task,
      List<Row> rows,
      Set<String> seen,
      Set<String> placed,
      UnaryOperator<String> countries,
      LocalDate today) {
    Map<String, Set<String>> groupsOfPlaced = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> placed.contains(row.id()))
        .forEach(
            row ->
                groupsOfPlaced
                    .computeIfAbsent(row.id(), first -> new TreeSet<>())
                    .addAll(row.groups()));
    return new Work(
        task.name(),
        Delegations.inWords(
            rows.stream()
                .flatMap(row -> row.groups().stream())
                .collect(Collectors.toCollection(TreeSet::new)),
            countries),
        rows.stream()
            .filter(row -> seen.contains(row.id()))
            .map(Row::holder)
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        task.dueOn(),
        task.dueOn() != null && task.dueOn().isBefore(today),
        groupsOfPlaced.entrySet().stream()
            .map(each -> new Place(each.getKey(), Delegations.inWords(each.getValue(), countries)))
            .toList());
  }

  private List<Row> rows(Collection<String> programmes) {
    return db.sql(
            """
            select e.business_key_, t.id_, t.name_, t.due_date_, t.assignee_, t.owner_, l.group_id_
            from act_ru_execution e
              join act_ru_task t on t.proc_inst_id_ = e.id_
              left join act_ru_identitylink l
                on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
            where e.business_key_ in (:programmes) and t.suspension_state_ = 1
            order by t.create_time_, t.id_
            """)
        .param("programmes", programmes)
        .query(
            (row, number) -> {
              String programme = row.getString("business_key_");
              Timestamp due = row.getTimestamp("due_date_");
              String group = row.getString("group_id_");
              List<String> groups = group == null ? List.of() : List.of(group);
              return new Row(
                  new OneTask(
                      programme,
                      EngineTasks.alike(row.getString("name_"), programme, groups),
                      due == null ? null : days.of(due.toInstant())),
                  row.getString("id_"),
                  holder(row.getString("assignee_"), row.getString("owner_")),
                  groups);
            })
        .list();
  }

  private record OneTask(String programme, String name, LocalDate dueOn) {}

  private static String holder(String assignee, String absent) {
    return assignee == null || absent == null ? assignee : InPlace.signed(assignee, absent);
  }

  /**
   * A task and one of its groups, or none.
   *
   * @param holder as signed; null if nobody has it
   */
  private record Row(OneTask task, String id, String holder, List<String> groups) {}
}
