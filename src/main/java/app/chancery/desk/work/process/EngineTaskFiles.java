package app.chancery.desk.work.process;

import app.chancery.desk.work.EndedTask;
import app.chancery.desk.work.TaskFile;
import app.chancery.desk.work.TaskFiles;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.engine.ModelNames;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.engine.SeenTasks;
import app.chancery.platform.people.Absences;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.people.Signatures;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component
class EngineTaskFiles implements TaskFiles {

  private final SeenTasks seen;
  private final OwnRights ownRights;
  private final ProcessEngine engine;
  private final TaskService tasks;
  private final RepositoryService models;
  private final HistoryService history;
  private final IdentityService identities;
  private final Signatures signatures;
  private final Absences absences;

  EngineTaskFiles(
      SeenTasks seen,
      OwnRights ownRights,
      ProcessEngine engine,
      TaskService tasks,
      RepositoryService models,
      HistoryService history,
      IdentityService identities,
      Signatures signatures,
      Absences absences) {
    this.seen = seen;
    this.ownRights = ownRights;
    this.engine = engine;
    this.tasks = tasks;
    this.models = models;
    this.history = history;
    this.identities = identities;
    this.signatures = signatures;
    this.absences = absences;
  }

  @Override
  public Optional<TaskFile> find(String id) {
    return seen.together(
        () -> {
          Optional<Task> open = seen.find(id);
          boolean doable = open.isPresent() && seen.mayDo(id);
          return open.flatMap(task -> ownRights.use(() -> file(task, doable)));
        });
  }

  @Override
  public EndedTask ended(String id) {
    seen.find(id);
    return ownRights.use(
        () -> {
          HistoricTaskInstance task =
              history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
          String programme =
              history
                  .createHistoricProcessInstanceQuery()
                  .processInstanceId(task.getProcessInstanceId())
                  .singleResult()
                  .getBusinessKey();
          return new EndedTask(
              id,
              task.getTaskDefinitionKey(),
              EngineTasks.withoutProgramme(task.getName(), programme),
              programme,
              signatures.ofHolder(task.getAssignee(), task.getOwner()),
              TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason()),
              task.getStartTime().toInstant(),
              task.getEndTime().toInstant());
        });
  }

  @Override
  public void claim(String id) {
    tasks.claim(id, identities.getCurrentAuthentication().getUserId());
  }

  @Override
  public void takeOver(String id) {
    if (find(id).map(TaskFile::doable).orElse(false)) {
      tasks.setAssignee(id, null);
      claim(id);
    }
  }

  /** Empty if it has ended since it was read. */
  private Optional<TaskFile> file(Task task, boolean doable) {
    return EngineTasks.process(engine, task)
        .map(process -> file(task, process.getBusinessKey(), doable));
  }

  private TaskFile file(Task task, String programme, boolean doable) {
    List<String> groups = EngineTasks.groups(engine, task);
    Optional<Person.InPlaceOf> absent =
        InPlace.person()
            .flatMap(person -> person.inPlaceOf(task.getAssignee(), task.getOwner(), groups));
    return new TaskFile(
        task.getId(),
        task.getTaskDefinitionKey(),
        EngineTasks.withoutProgramme(task.getName(), programme),
        programme,
        ModelNames.of(models.getProcessDefinition(task.getProcessDefinitionId())),
        task.getAssignee(),
        signatures.ofHolder(task.getAssignee(), task.getOwner()),
        groups,
        task.getCreateTime().toInstant(),
        Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
        task.isSuspended(),
        doable,
        absent.map(Person.InPlaceOf::account).orElse(null),
        absent.map(Person.InPlaceOf::name).orElse(null),
        InPlace.person().flatMap(person -> person.inPlaceOf(task.getAssignee())).isPresent(),
        absent.isEmpty() ? notInPlace(task) : null);
  }

  private String notInPlace(Task task) {
    return InPlace.person()
        .map(Person::id)
        .filter(account -> task.getAssignee() != null && !account.equals(task.getAssignee()))
        .flatMap(account -> absences.whyNot(account, task.getAssignee()))
        .orElse(null);
  }
}
