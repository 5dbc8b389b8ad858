package app.chancery.platform.engine;

import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.variable.VariableMap;

/** The task service, minding the tasks that stand: a call of the API is a click like any other. */
class StandingTaskService extends TaskServiceImpl {

  private final StandingTasks standing;
  private final IdentityService identities;
  private final TaskHands hands;

  StandingTaskService(StandingTasks standing, IdentityService identities) {
    this.standing = standing;
    this.identities = identities;
    this.hands = new TaskHands(identities);
  }

  /**
   * Nobody takes a task for another: that would hand a delegation's answer to somebody else. Who
   * stands in for somebody takes over what that person has, and who is back what was taken for
   * them; the engine keeps as the owner in whose place it was taken.
   *
   * @throws Refused if somebody else has it, or it has ended
   */
  @Override
  public void claim(String taskId, String userId) {
    StaffGuard.refuseActingFor(identities, userId);
    standing.whileOpen(
        commandExecutor,
        taskId,
        (context, task) -> {
          StandingTasks.refuseOthers(context, task);
          Optional<Person.InPlaceOf> absent = TasksInPlace.of(context, task);
          if (userId != null) {
            hands.refuseIfOthers(context, task, userId);
          }
          hands.refuseIfStanding(task);
          return InPlace.of(
              absent,
              () -> {
                task.setOwner(absent.map(Person.InPlaceOf::account).orElse(null));
                if (userId != null && !userId.equals(task.getAssignee())) {
                  task.setAssignee(null);
                }
                return new ClaimTaskCmd(taskId, userId).execute(context);
              });
        });
  }

  /**
   * To give a task back to its group is for those who work on it, as to take it is, and so is to
   * hand it to a colleague who may work on it too. An administrator gives it to anybody.
   *
   * @throws Refused if somebody else has it, it has ended, or the colleague is in no group of it
   */
  @Override
  public void setAssignee(String taskId, String userId) {
    if (userId == null) {
      claim(taskId, null);
    } else if (StaffGuard.staffActs(identities)) {
      standing.whileOpen(
          commandExecutor,
          taskId,
          (context, task) -> {
            StandingTasks.refuseOthers(context, task);
            Optional<Person.InPlaceOf> absent = TasksInPlace.of(context, task);
            hands.refuseIfOthers(context, task, context.getAuthenticatedUserId());
            hands.refuseIfStanding(task);
            hands.refuseStranger(context, task, userId);
            return InPlace.of(
                absent,
                () ->
                    context.runWithoutAuthorization(
                        () -> {
                          task.setOwner(null);
                          return new AssignTaskCmd(taskId, userId).execute(context);
                        }));
          });
    } else {
      super.setAssignee(taskId, userId);
    }
  }

  /**
   * Gives a task of a group to one of its members, or back to the group, whoever has it now. For
   * who may: it asks for no right.
   *
   * @param account null to give it back
   * @throws Refused if it has ended, its programme is suspended, or the account is not of the group
   */
  void assign(String taskId, String group, String account) {
    standing.whileOpen(
        commandExecutor,
        taskId,
        (context, task) -> {
          hands.refuseIfStanding(task);
          hands.refuseIfNotOf(task, group);
          if (account != null) {
            hands.refuseIfNotIn(context, group, account);
          }
          task.setOwner(null);
          return account == null
              ? new ClaimTaskCmd(taskId, null).execute(context)
              : new AssignTaskCmd(taskId, account).execute(context);
        });
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    complete(taskId, variables, false, false);
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return complete(taskId, variables, true, deserializeValues);
  }

  @Override
  public void handleBpmnError(String taskId, String code) {
    handleBpmnError(taskId, code, null, null);
  }

  @Override
  public void handleBpmnError(String taskId, String code, String message) {
    handleBpmnError(taskId, code, message, null);
  }

  @Override
  public void handleBpmnError(
      String taskId, String code, String message, Map<String, Object> variables) {
    standing.refuseOtherEnd(commandExecutor, taskId);
    super.handleBpmnError(taskId, code, message, variables);
  }

  @Override
  public void handleEscalation(String taskId, String code) {
    handleEscalation(taskId, code, null);
  }

  @Override
  public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
    standing.refuseOtherEnd(commandExecutor, taskId);
    super.handleEscalation(taskId, code, variables);
  }

  /**
   * What is said of a task that has ended; empty if it is open.
   *
   * @throws NotFound if there is no such task for this person
   */
  Optional<Refused> whyGone(String taskId) {
    return standing.whyGone(commandExecutor, taskId);
  }

  private VariableMap complete(
      String taskId, Map<String, Object> variables, boolean inReturn, boolean deserialize) {
    return standing.complete(
        commandExecutor,
        taskId,
        variables,
        task -> {},
        context -> {
          // What is submitted to a task that stands goes to the business, which checks it.
          StaffGuard.refuseVariables(identities, variables);
          return new CompleteTaskCmd(taskId, variables, inReturn, deserialize).execute(context);
        },
        new CompleteTaskCmd(taskId, Map.of(), inReturn, deserialize));
  }
}
