package app.chancery.platform.engine;

import app.chancery.platform.people.Delegations;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.rest.util.EngineUtil;

/**
 * Whether a task is there for the person who acts. One that they may not see is not there for them,
 * and whatever they ask of it, no answer tells the difference: not who has it, nor what it is, nor
 * that it ever was. As a filter it stands before every call of the engine's interfaces that is
 * about one task.
 */
class TaskSight implements ContainerRequestFilter {

  static final String ONE_TASK = "/task/\\{id}(/.*)?";

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    if (EngineAddress.of(address).matches(ONE_TASK)) {
      String taskId = address.getPathParameters().getFirst("id");
      ((ProcessEngineConfigurationImpl)
              EngineUtil.lookupProcessEngine(null).getProcessEngineConfiguration())
          .getCommandExecutorTxRequired()
          .execute(context -> find(context, taskId));
    }
  }

  /**
   * @return empty if the task has ended and the person could see it before
   * @throws NotFound if there is no such task for this person
   */
  static Optional<TaskEntity> find(CommandContext context, String taskId) {
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task != null && isWhole(task) && sees(context, task)) {
      return Optional.of(task);
    }
    // It may have ended while it was looked at, and the right to it with it.
    HistoricTaskInstance past =
        context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
    if (past == null || past.getEndTime() == null || !sawItOpen(context, past)) {
      throw new NotFound(Words.of("none.task"));
    }
    return Optional.empty();
  }

  private static boolean isWhole(TaskEntity task) {
    return task.getExecutionId() == null || task.getExecution() != null;
  }

  private static boolean sees(CommandContext context, TaskEntity task) {
    try {
      context
          .getProcessEngineConfiguration()
          .getCommandCheckers()
          .forEach(checker -> checker.checkReadTask(task));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  /** The right to a task went with it: who had it is told by the model and by the history. */
  private static boolean sawItOpen(CommandContext context, HistoricTaskInstance ended) {
    Authentication person = context.getAuthentication();
    if (person == null
        || person.getUserId() == null
        || person.getUserId().equals(ended.getAssignee())) {
      return true;
    }
    return mayReadHistory(context, ended.getId()) || isFor(context, ended, person.getGroupIds());
  }

  /** Whether the model of a task that has ended is for members of one of these groups. */
  static boolean isFor(CommandContext context, HistoricTaskInstance ended, List<String> groups) {
    return candidates(context, ended).stream().anyMatch(candidate -> isIn(groups, candidate));
  }

  private static boolean mayReadHistory(CommandContext context, String taskId) {
    HistoricTaskInstanceQueryImpl query = new HistoricTaskInstanceQueryImpl();
    query.taskId(taskId);
    return context
            .getHistoricTaskInstanceManager()
            .findHistoricTaskInstanceCountByQueryCriteria(query)
        > 0;
  }

  private static Set<Expression> candidates(CommandContext context, HistoricTaskInstance ended) {
    return Optional.ofNullable(ended.getProcessDefinitionId())
        .map(
            context.getProcessEngineConfiguration().getDeploymentCache()
                ::findDeployedProcessDefinitionById)
        .map(process -> process.getTaskDefinitions().get(ended.getTaskDefinitionKey()))
        .map(task -> task.getCandidateGroupIdExpressions())
        .orElse(Set.of());
  }

  /** A candidate group that the model computes is one of the delegations. */
  private static boolean isIn(List<String> groups, Expression candidate) {
    return groups != null
        && (candidate.isLiteralText()
            ? groups.contains(candidate.getExpressionText())
            : groups.stream().anyMatch(Delegations::isOne));
  }
}
