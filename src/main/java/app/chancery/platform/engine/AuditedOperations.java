package app.chancery.platform.engine;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;

/**
 * Has the audit know what people do to the engine itself, in Cockpit, in Admin or over REST:
 * accounts, groups, rights, instances, jobs, variables. What they do in their tasks is recorded by
 * the business, in its own words.
 */
class AuditedOperations implements HistoryEventHandler {

  private static final Set<String> OF_WHO_RUNS_IT =
      Set.of(UserOperationLogEntry.CATEGORY_ADMIN, UserOperationLogEntry.CATEGORY_OPERATOR);

  private final Supplier<Audit> audit;
  private final PerCommand<Memberships> memberships = new PerCommand<>();

  AuditedOperations(Supplier<Audit> audit) {
    this.audit = audit;
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof UserOperationLogEntryEventEntity operation
        && OF_WHO_RUNS_IT.contains(operation.getCategory())
        && !isBusiness(operation)) {
      if (EntityTypes.GROUP_MEMBERSHIP.equals(operation.getEntityType())) {
        memberships.get(this::memberships).add(operation);
      } else {
        record(operation, what(operation));
      }
    }
  }

  private void record(UserOperationLogEntryEventEntity operation, String what) {
    audit
        .get()
        .record(
            Act.ADMINISTRATION,
            programme(operation),
            operation.getEntityType(),
            what,
            operation.getAnnotation());
  }

  private Memberships memberships() {
    Memberships begun = new Memberships();
    Context.getCommandContext().registerCommandContextListener(begun);
    return begun;
  }

  /**
   * The engine tells of a membership in two events, of the person and of the group, of which
   * neither says anything alone: they are recorded together, in the transaction of the command.
   */
  private final class Memberships implements CommandContextListener {

    private UserOperationLogEntryEventEntity first;
    private String what;

    void add(UserOperationLogEntryEventEntity operation) {
      if (first != null
          && first.getOperationType().equals(operation.getOperationType())
          && !first.getProperty().equals(operation.getProperty())) {
        record(first, what + " " + named(operation.getProperty(), operation.getNewValue()));
        first = null;
      } else {
        recordAlone();
        first = operation;
        what = what(operation);
      }
    }

    /** Whoever is deleted, or whose group is, leaves all of them; no other half follows. */
    private void recordAlone() {
      if (first != null) {
        record(first, what);
        first = null;
      }
    }

    @Override
    public void onCommandContextClose(CommandContext command) {
      recordAlone();
    }

    @Override
    public void onCommandFailed(CommandContext command, Throwable failure) {
      // Nothing of the command stays, its records neither.
    }
  }

  /** Whoever starts a programme, or has a table decide, does that in the course of their work. */
  private static boolean isBusiness(UserOperationLogEntryEventEntity operation) {
    return EntityTypes.DECISION_DEFINITION.equals(operation.getEntityType())
            && UserOperationLogEntry.OPERATION_TYPE_EVALUATE.equals(operation.getOperationType())
        || EntityTypes.PROCESS_INSTANCE.equals(operation.getEntityType())
            && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation.getOperationType());
  }

  /** For example {@code Create groupId=managers}; of variables the engine tells the name alone. */
  private static String what(UserOperationLogEntryEventEntity operation) {
    return Stream.of(
            operation.getOperationType(),
            named(operation.getProperty(), operation.getNewValue()),
            named("processInstanceId", operation.getProcessInstanceId()),
            named("processDefinitionKey", operation.getProcessDefinitionKey()),
            named("jobId", operation.getJobId()),
            named("taskId", operation.getTaskId()),
            named("deploymentId", operation.getDeploymentId()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static String named(String name, String value) {
    return name == null || value == null ? null : name + "=" + value;
  }

  private static String programme(UserOperationLogEntryEventEntity operation) {
    if (operation.getProcessInstanceId() == null) {
      return null;
    }
    HistoricProcessInstance instance =
        Context.getCommandContext()
            .getHistoricProcessInstanceManager()
            .findHistoricProcessInstance(operation.getProcessInstanceId());
    return instance == null ? null : instance.getBusinessKey();
  }
}
