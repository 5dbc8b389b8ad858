package app.chancery.platform.engine;

import app.chancery.platform.briefing.StandingTask;
import app.chancery.platform.briefing.Submission;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stands between a person's click and the engine, whichever way the click comes: a {@link
 * StandingTask} keeps its task open, a task that has ended is refused with a sentence, and a click
 * that collided with another one is repeated instead of shown as an error.
 */
class StandingTasks {

  private final Supplier<ProcessEngine> engine;
  private final Supplier<List<StandingTask>> standing;
  private final Supplier<JdbcClient> db;
  private final Supplier<EndedTasks> ended;
  private final Function<TaskEntity, FormFields> forms;

  StandingTasks(
      Supplier<ProcessEngine> engine,
      Supplier<List<StandingTask>> standing,
      Supplier<JdbcClient> db,
      Supplier<EndedTasks> ended,
      Function<TaskEntity, FormFields> forms) {
    this.engine = engine;
    this.standing = standing;
    this.db = db;
    this.ended = ended;
    this.forms = forms;
  }

  /**
   * Completes a task, unless it is one that stands; null then.
   *
   * @param check what refuses bad fields before anything else happens
   * @param asSubmitted completes it with what was submitted
   * @param asDone completes one that stood; the business has what was submitted
   */
  <T> T complete(
      CommandExecutor executor,
      String taskId,
      Map<String, Object> fields,
      Consumer<TaskEntity> check,
      Command<T> asSubmitted,
      Command<T> asDone) {
    Map<String, Object> submitted = fields == null ? Map.of() : fields;
    return inTurn(
        executor,
        taskId,
        context -> {
          Optional<TaskEntity> task = TaskSight.find(context, taskId);
          if (task.isEmpty()) {
            takeLate(context, taskId, submitted);
            return null;
          }
          check.accept(task.get());
          return complete(context, task.get(), submitted, asSubmitted, asDone);
        });
  }

  /**
   * Does something with a task. Whatever goes wrong because it has ended meanwhile becomes the
   * sentence that says so.
   */
  <T> T whileOpen(
      CommandExecutor executor, String taskId, BiFunction<CommandContext, TaskEntity, T> action) {
    return inTurn(executor, taskId, context -> action.apply(context, openTask(context, taskId)));
  }

  private <T> T inTurn(CommandExecutor executor, String taskId, Command<T> action) {
    return Collisions.repeated(
        () -> {
          try {
            return executor.execute(action);
          } catch (Refused | NotFound e) {
            throw e;
          } catch (RuntimeException e) {
            // It may have ended while it was looked at: what can be done then is found out anew.
            if (Collisions.isCollision(e) || Collisions.isNested() || isOpen(executor, taskId)) {
              throw e;
            }
            return executor.execute(action);
          }
        });
  }

  private static boolean isOpen(CommandExecutor executor, String taskId) {
    return executor.execute(context -> TaskSight.find(context, taskId).isPresent());
  }

  /**
   * Reads something of a task. Whatever goes wrong because it has ended meanwhile becomes the
   * sentence that says so.
   */
  <T> T unlessGone(CommandExecutor executor, String taskId, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refused | NotFound e) {
      throw e;
    } catch (RuntimeException e) {
      // It may have ended while it was being read: its rights and variables were missing then.
      if (!Collisions.isNested()) {
        executor.execute(context -> openTask(context, taskId));
      }
      throw e;
    }
  }

  /**
   * What is said of a task that has ended; empty if it is open.
   *
   * @throws NotFound if there is no such task for this person
   */
  Optional<Refused> whyGone(CommandExecutor executor, String taskId) {
    return executor.execute(
        context ->
            TaskSight.find(context, taskId).isPresent()
                ? Optional.empty()
                : Optional.of(context.runWithoutAuthorization(() -> gone(taskId))));
  }

  /**
   * A task that stands ends by what is submitted to it and by nothing else: an error or an
   * escalation thrown at it would be taken for an answer that nobody gave.
   *
   * @throws Refused if the task is one that stands
   */
  void refuseOtherEnd(CommandExecutor executor, String taskId) {
    executor.execute(
        context -> {
          Optional<TaskEntity> task = TaskSight.find(context, taskId);
          if (task.flatMap(open -> standing(open.getTaskDefinitionKey())).isPresent()) {
            throw new Refused("", Words.of("task.byItsFormOnly"));
          }
          return null;
        });
  }

  /**
   * @throws AuthorizationException if the person who acts may not work on the task
   */
  static void refuseOthers(CommandContext context, TaskEntity task) {
    context
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(checker -> checker.checkTaskWork(task));
  }

  private <T> T complete(
      CommandContext context,
      TaskEntity task,
      Map<String, Object> fields,
      Command<T> asSubmitted,
      Command<T> asDone) {
    Optional<Person.InPlaceOf> absent = TasksInPlace.of(context, task);
    return InPlace.of(
        absent,
        () -> {
          Optional<StandingTask> stands = standing(task.getTaskDefinitionKey());
          if (stands.isEmpty()) {
            sign(context, task, absent);
            return asSubmitted.execute(context);
          }
          refuseOthers(context, task);
          if (task.isSuspended()) {
            throw new Refused("", Words.of("task.suspended"));
          }
          return stands.get().submitted(submission(task, fields)) ? asDone.execute(context) : null;
        });
  }

  /** The history keeps who has done a task, and as its owner in whose place. */
  private static void sign(
      CommandContext context, TaskEntity task, Optional<Person.InPlaceOf> absent) {
    if (task.isSuspended() || absent.isEmpty() && task.getOwner() == null) {
      return;
    }
    refuseOthers(context, task);
    if (absent.isPresent()) {
      task.setOwner(absent.get().account());
      if (!context.getAuthenticatedUserId().equals(task.getAssignee())) {
        task.setAssignee(context.getAuthenticatedUserId());
      }
    } else {
      task.setOwner(null);
    }
  }

  /**
   * What is submitted to a task that has ended may still have a place. Which group's the task was
   * is not kept; it was a delegation's, and whoever submits is of that delegation alone.
   *
   * @throws Refused with the sentence that says why it is gone, if there is no place for it
   */
  private void takeLate(CommandContext context, String taskId, Map<String, Object> fields) {
    HistoricTaskInstance gone = context.runWithoutAuthorization(() -> past(taskId));
    Optional<StandingTask> task = standing(gone.getTaskDefinitionKey());
    Optional<Submission> late =
        context.runWithoutAuthorization(
            () ->
                delegation(context)
                    .flatMap(
                        group ->
                            programmeOf(gone)
                                .map(
                                    programme ->
                                        new Submission(
                                            programme,
                                            group,
                                            gone.getStartTime().toInstant(),
                                            Set.of(),
                                            fields))));
    if (task.isEmpty() || late.isEmpty() || !isTaken(context, gone, task.get(), late.get())) {
      throw context.runWithoutAuthorization(() -> gone(taskId));
    }
  }

  private static boolean isTaken(
      CommandContext context, HistoricTaskInstance gone, StandingTask task, Submission late) {
    return InPlace.of(
        TasksInPlace.of(context, gone, List.of(late.group())), () -> task.submittedLate(late));
  }

  private TaskEntity openTask(CommandContext context, String taskId) {
    return TaskSight.find(context, taskId)
        .orElseGet(
            () -> {
              throw context.runWithoutAuthorization(() -> gone(taskId));
            });
  }

  private Refused gone(String taskId) {
    HistoricTaskInstance gone = past(taskId);
    return new Refused(
        "",
        programmeOf(gone)
            .flatMap(
                programme ->
                    standing(gone.getTaskDefinitionKey()).map(task -> task.whyGone(programme)))
            .orElseGet(() -> ended.get().inWords(gone)));
  }

  private HistoricTaskInstance past(String taskId) {
    return engine
        .get()
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .taskId(taskId)
        .singleResult();
  }

  private Optional<String> programmeOf(HistoricTaskInstance gone) {
    return Optional.ofNullable(
            engine
                .get()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(gone.getProcessInstanceId())
                .singleResult())
        .map(HistoricProcessInstance::getBusinessKey);
  }

  /** The one delegation of the person who acts. */
  private static Optional<String> delegation(CommandContext context) {
    return Optional.ofNullable(context.getAuthentication())
        .map(Authentication::getGroupIds)
        .map(groups -> groups.stream().filter(Delegations::isOne).toList())
        .filter(delegations -> delegations.size() == 1)
        .map(delegations -> delegations.get(0));
  }

  /** In one statement, as everybody may answer at once; the engine's own services ask for more. */
  private Submission submission(TaskEntity task, Map<String, Object> fields) {
    return db.get()
        .sql(
            """
            select process.business_key_, candidate.group_id_
            from act_ru_execution process left join act_ru_identitylink candidate
              on candidate.task_id_ = :task and candidate.group_id_ is not null
            where process.id_ = :instance
            """)
        .param("task", task.getId())
        .param("instance", task.getProcessInstanceId())
        .query(
            (row, number) ->
                new Submission(
                    row.getString(1),
                    row.getString(2),
                    task.getCreateTime().toInstant(),
                    forms.apply(task).labels().keySet(),
                    fields))
        .list()
        .get(0);
  }

  private Optional<StandingTask> standing(String key) {
    return standing.get().stream().filter(task -> task.key().equals(key)).findFirst();
  }
}
