package app.chancery.desk.portfolio.process;

import app.chancery.desk.portfolio.OpenWork;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.security.Delegations;
import app.chancery.platform.time.Days;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineOpenWork implements OpenWork {

  private final ProcessEngine engine;
  private final OwnRights ownRights;
  private final Days days;

  EngineOpenWork(ProcessEngine engine, OwnRights ownRights, Days days) {
    this.engine = engine;
    this.ownRights = ownRights;
    this.days = days;
  }

  /** Read in one moment: a task whose process ends meanwhile would have no programme any more. */
  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Work> of(String programme) {
    LocalDate today = days.today();
    return ownRights.use(() -> tasks(programme)).entrySet().stream()
        .map(
            entry ->
                new Work(
                    entry.getKey().name(),
                    Delegations.inWords(entry.getValue()),
                    entry.getKey().dueOn(),
                    entry.getKey().dueOn() != null && entry.getKey().dueOn().isBefore(today)))
        .toList();
  }

  /** The groups that may take each open task; equal tasks, as of the delegations, are one. */
  private Map<OneTask, TreeSet<String>> tasks(String programme) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .active()
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .map(task -> EngineTasks.openTask(engine, task, Map.of()))
        .collect(
            Collectors.groupingBy(
                task ->
                    new OneTask(task.name(), task.dueAt() == null ? null : days.of(task.dueAt())),
                LinkedHashMap::new,
                Collectors.mapping(
                    task -> task.group() == null ? "" : task.group(),
                    Collectors.toCollection(TreeSet::new))));
  }

  private record OneTask(String name, LocalDate dueOn) {}
}
