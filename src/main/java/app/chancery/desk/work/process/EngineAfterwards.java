package app.chancery.desk.work.process;

import app.chancery.desk.work.Afterwards;
import app.chancery.desk.work.TaskFile;
import app.chancery.desk.work.TaskFiles;
import app.chancery.desk.work.WorkLists;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.engine.ModelNames;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.people.Person;
import app.chancery.platform.people.Signatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineAfterwards implements Afterwards {

  private final JdbcClient db;
  private final TaskService tasks;
  private final WorkLists lists;
  private final TaskFiles files;
  private final RuntimeService processes;
  private final RepositoryService models;
  private final ManagementService jobs;
  private final IdentityService identities;
  private final OwnRights ownRights;
  private final Signatures signatures;

  EngineAfterwards(
      JdbcClient db,
      TaskService tasks,
      WorkLists lists,
      TaskFiles files,
      RuntimeService processes,
      RepositoryService models,
      ManagementService jobs,
      IdentityService identities,
      OwnRights ownRights,
      Signatures signatures) {
    this.db = db;
    this.tasks = tasks;
    this.lists = lists;
    this.files = files;
    this.processes = processes;
    this.models = models;
    this.jobs = jobs;
    this.identities = identities;
    this.ownRights = ownRights;
    this.signatures = signatures;
  }

  @Override
  public List<Open> open(String programme) {
    // With the rights of the person who acts: who has a task is told to those who may see it.
    Set<String> seen =
        tasks.createTaskQuery().processInstanceBusinessKey(programme).active().list().stream()
            .map(Task::getId)
            .collect(Collectors.toSet());
    return ownRights.use(
        () -> {
          List<Task> open =
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(programme)
                  .active()
                  .orderByTaskCreateTime()
                  .asc()
                  .list();
          Map<String, List<String>> groups = groups(open);
          return open.stream()
              .map(
                  task ->
                      open(
                          task,
                          programme,
                          groups.getOrDefault(task.getId(), List.of()),
                          seen.contains(task.getId())))
              .toList();
        });
  }

  /** Who may take each, by the ids of the groups in order: asked once, also of all delegations. */
  private Map<String, List<String>> groups(List<Task> open) {
    Map<String, List<String>> groups = new HashMap<>();
    if (!open.isEmpty()) {
      db.sql(
              """
              select task_id_, group_id_ from act_ru_identitylink
              where type_ = 'candidate' and group_id_ is not null and task_id_ in (:tasks)
              order by group_id_
              """)
          .param("tasks", open.stream().map(Task::getId).toList())
          .query(
              row -> {
                groups
                    .computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                    .add(row.getString(2));
              });
    }
    return groups;
  }

  private Open open(Task task, String programme, List<String> groups, boolean seen) {
    return new Open(
        task.getId(),
        EngineTasks.alike(task.getName(), programme, groups),
        seen ? signatures.ofHolder(task.getAssignee(), task.getOwner()) : null,
        groups,
        task.getCreateTime().toInstant(),
        Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
        seen);
  }

  @Override
  public List<Awaited> awaited(String programme) {
    return ownRights.use(
        () ->
            jobs
                .createJobQuery()
                .processInstanceIds(instances(programme))
                .timers()
                .active()
                .list()
                .stream()
                .flatMap(job -> awaited(job).stream())
                .distinct()
                .sorted(Comparator.comparing(Awaited::at))
                .toList());
  }

  /** What ends the waiting; a reminder does not. */
  private Optional<Awaited> awaited(Job job) {
    JobDefinition definition =
        jobs.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult();
    ModelElementInstance element =
        models
            .getBpmnModelInstance(job.getProcessDefinitionId())
            .getModelElementById(definition.getActivityId());
    boolean ends =
        element instanceof IntermediateCatchEvent
            || element instanceof BoundaryEvent event && event.cancelActivity();
    return ends && job.getDuedate() != null
        ? Optional.of(
            new Awaited(ModelNames.of((FlowElement) element), job.getDuedate().toInstant()))
        : Optional.empty();
  }

  @Override
  public boolean isAtWork(String programme) {
    return ownRights.use(
        () ->
            jobs.createJobQuery()
                    .processInstanceIds(instances(programme))
                    .messages()
                    .executable()
                    .count()
                > 0);
  }

  /** The ids of all its running processes; the engine takes no empty set. */
  private Set<String> instances(String programme) {
    Set<String> ids =
        processes.createProcessInstanceQuery().processInstanceBusinessKey(programme).list().stream()
            .map(ProcessInstance::getId)
            .collect(Collectors.toSet());
    return ids.isEmpty() ? Set.of("") : ids;
  }

  @Override
  public Optional<Next> next(Person person) {
    return lists.next(person).flatMap(files::find).map(EngineAfterwards::next);
  }

  @Override
  public Optional<Next> next(String programme, Instant since) {
    Authentication person = identities.getCurrentAuthentication();
    List<Task> opened =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(programme)
            .active()
            .orderByDueDate()
            .asc()
            .list()
            .stream()
            .filter(task -> !task.getCreateTime().toInstant().isBefore(since))
            .toList();
    return Stream.concat(
            opened.stream().filter(task -> person.getUserId().equals(task.getAssignee())),
            opened.stream().filter(task -> task.getAssignee() == null))
        .flatMap(task -> files.find(task.getId()).stream())
        .filter(file -> file.doable() && isFor(file, person))
        .findFirst()
        .map(EngineAfterwards::next);
  }

  /** An administrator may do every task, and is not asked to. */
  private static boolean isFor(TaskFile file, Authentication person) {
    return person.getUserId().equals(file.holder())
        || person.getGroupIds().stream().anyMatch(file.groups()::contains);
  }

  private static Next next(TaskFile file) {
    return new Next(file.id(), file.what(), file.programme());
  }
}
