package app.chancery.platform.engine.fast;

import app.chancery.platform.engine.RightsInPlace;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The end of a council round ends the tasks of all Allies, and for each of them the engine asks the
 * database for its task, variables, candidates, subtasks and the history of both. Here it asks for
 * one, and for the second time in the same command for those of the whole process instance.
 */
final class ReadTogether {

  private ReadTogether() {}

  /** What reads the engine's runtime tables. */
  static List<SessionFactory> sessions(Supplier<JdbcClient> db) {
    return List.of(
        Sessions.of(TaskManager.class, Tasks::new),
        Sessions.of(VariableInstanceManager.class, VariablesOf::new),
        Sessions.of(IdentityLinkManager.class, () -> new Candidates(db.get())));
  }

  /** Rows of process instances, by the one they belong to; for one command. */
  private static final class Rows<T> {

    private final Set<String> asked = new HashSet<>();
    private final Map<String, Map<String, List<T>>> byInstance = new HashMap<>();
    private int flushes;

    /**
     * @param instance null if it is not known
     * @param one reads the rows of this owner
     * @param all reads the rows of the whole instance, by owner
     */
    List<T> of(
        String instance,
        String owner,
        Supplier<List<T>> one,
        Function<String, Map<String, List<T>>> all) {
      forgetWhatWasReadBeforeAFlush();
      if (instance == null || asked.add(instance)) {
        return one.get();
      }
      return new ArrayList<>(
          byInstance.computeIfAbsent(instance, all).getOrDefault(owner, List.of()));
    }

    private void forgetWhatWasReadBeforeAFlush() {
      int now = Entities.ofCommand().flushes();
      if (flushes != now) {
        flushes = now;
        asked.clear();
        byInstance.clear();
      }
    }
  }

  private static String instanceOf(String execution) {
    ExecutionEntity known =
        Context.getCommandContext()
            .getDbEntityManager()
            .getCachedEntity(ExecutionEntity.class, execution);
    return known == null ? null : known.getProcessInstanceId();
  }

  private static String instanceOfTask(String task) {
    TaskEntity known =
        Context.getCommandContext().getDbEntityManager().getCachedEntity(TaskEntity.class, task);
    return known == null ? null : known.getProcessInstanceId();
  }

  /** What the engine passes to its statements that take one value. */
  private static ListQueryParameterObject parameter(String value) {
    return new ListQueryParameterObject(value, 0, Integer.MAX_VALUE);
  }

  private static final class Tasks extends TaskManager {

    private final Rows<TaskEntity> ofExecutions = new Rows<>();
    private final Rows<Task> ofTasks = new Rows<>();

    @Override
    public List<TaskEntity> findTasksByExecutionId(String execution) {
      return ofExecutions.of(
          instanceOf(execution),
          execution,
          () -> super.findTasksByExecutionId(execution),
          instance -> ofInstance(instance, TaskEntity::getExecutionId));
    }

    static Map<String, List<TaskEntity>> ofInstance(
        String instance, Function<TaskEntity, String> owner) {
      return Entities.ofCommand()
          .byStoredOwner("selectTasksByProcessInstanceId", parameter(instance), owner);
    }

    /** Models make no subtasks, but the engine's services do. */
    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
      return ofTasks.of(
          instanceOfTask(parent),
          parent,
          () -> super.findTasksByParentTaskId(parent),
          Tasks::subtasks);
    }

    private static Map<String, List<Task>> subtasks(String instance) {
      Map<String, List<Task>> byParent = new HashMap<>();
      Entities.ofCommand()
          .<TaskEntity>byStoredOwner(
              "selectTaskByNativeQuery",
              Map.of(
                  "resultType",
                  "LIST",
                  "sql",
                  """
                  select * from act_ru_task where parent_task_id_ is not null and exists (
                    select 1 from act_ru_task parent
                    where parent.id_ = act_ru_task.parent_task_id_
                      and parent.proc_inst_id_ = #{instance})
                  """,
                  "instance",
                  instance),
              TaskEntity::getParentTaskId)
          .forEach((parent, tasks) -> byParent.put(parent, List.copyOf(tasks)));
      return byParent;
    }
  }

  private static final class VariablesOf extends VariableInstanceManager {

    private final Rows<VariableInstanceEntity> rows = new Rows<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionId(String execution) {
      return ReadAhead.variablesOf(
          execution,
          () ->
              rows.of(
                  instanceOf(execution),
                  execution,
                  () -> super.findVariableInstancesByExecutionId(execution),
                  VariablesOf::ofInstance));
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskId(String task) {
      return rows.of(
          instanceOfTask(task),
          task,
          () -> super.findVariableInstancesByTaskId(task),
          VariablesOf::ofInstance);
    }

    private static Map<String, List<VariableInstanceEntity>> ofInstance(String instance) {
      return Entities.ofCommand()
          .byStoredOwner(
              "selectVariablesByProcessInstanceId",
              parameter(instance),
              variable ->
                  variable.getTaskId() == null ? variable.getExecutionId() : variable.getTaskId());
    }
  }

  private static final class Candidates extends IdentityLinkManager {

    private final JdbcClient db;
    private final Rows<IdentityLinkEntity> rows = new Rows<>();

    Candidates(JdbcClient db) {
      this.db = db;
    }

    @Override
    public List<IdentityLinkEntity> findIdentityLinksByTaskId(String task) {
      return rows.of(
          instanceOfTask(task),
          task,
          () -> super.findIdentityLinksByTaskId(task),
          instance ->
              Entities.ofCommand()
                  .byStoredOwner(ofInstance(instance), IdentityLinkEntity::getTaskId));
    }

    private List<IdentityLinkEntity> ofInstance(String instance) {
      Map<String, List<TaskEntity>> tasks = Tasks.ofInstance(instance, TaskEntity::getId);
      return db
          .sql(
              """
              select link.id_, link.type_, link.user_id_, link.group_id_, link.task_id_,
                link.tenant_id_
              from act_ru_identitylink link join act_ru_task task on task.id_ = link.task_id_
              where task.proc_inst_id_ = :instance
              """)
          .param("instance", instance)
          .query(
              (row, number) -> {
                List<TaskEntity> task = tasks.get(row.getString("task_id_"));
                if (task == null) {
                  // It came in the moment between the two questions; who added it collides.
                  return null;
                }
                IdentityLinkEntity link = new IdentityLinkEntity();
                link.setId(row.getString("id_"));
                link.setType(row.getString("type_"));
                link.setUserId(row.getString("user_id_"));
                link.setGroupId(row.getString("group_id_"));
                link.setTenantId(row.getString("tenant_id_"));
                link.setTask(task.get(0));
                getDbEntityManager().onEntityLoaded(link);
                return link;
              })
          .list()
          .stream()
          .filter(Objects::nonNull)
          .toList();
    }
  }

  /** History that asks together when the activities and tasks began that end now. */
  static final class History extends DbHistoryEventHandler {

    private final Supplier<JdbcClient> db;

    History(Supplier<JdbcClient> db) {
      this.db = db;
    }

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
      Date began = isInitialEvent(event) || isKnown(event) ? null : began(event);
      if (began == null) {
        super.insertOrUpdate(event);
      } else {
        ((HistoricScopeInstanceEvent) event).setStartTime(began);
        getDbEntityManager().merge(event);
      }
    }

    private boolean isKnown(HistoryEvent event) {
      return getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
    }

    /** Null unless it is an activity or a task that has begun in an earlier command. */
    private Date began(HistoryEvent event) {
      if (event.getId() == null || event.getProcessInstanceId() == null) {
        return null;
      }
      CommandContext command = Context.getCommandContext();
      Beginnings known = (Beginnings) command.getSessions().get(Beginnings.class);
      if (known == null) {
        known = new Beginnings(db.get());
        command.getSessions().put(Beginnings.class, known);
      }
      return known.of(event);
    }
  }

  /** When what runs has begun; for one command. */
  private static final class Beginnings implements Session {

    private final JdbcClient db;
    private final Rows<Date> activities = new Rows<>();
    private final Rows<Date> tasks = new Rows<>();

    Beginnings(JdbcClient db) {
      this.db = db;
    }

    Date of(HistoryEvent event) {
      List<Date> found =
          event instanceof HistoricActivityInstanceEventEntity
              ? in(activities, "act_hi_actinst", event)
              : event instanceof HistoricTaskInstanceEventEntity
                  ? in(tasks, "act_hi_taskinst", event)
                  : List.of();
      return found.isEmpty() ? null : found.get(0);
    }

    private List<Date> in(Rows<Date> rows, String table, HistoryEvent event) {
      return rows.of(
          event.getProcessInstanceId(),
          event.getId(),
          List::of,
          instance -> running(table, instance));
    }

    private Map<String, List<Date>> running(String table, String instance) {
      Map<String, List<Date>> began = new HashMap<>();
      db.sql(
              "select id_, start_time_ from "
                  + table
                  + " where proc_inst_id_ = :instance and end_time_ is null")
          .param("instance", instance)
          .query(
              row -> {
                began.put(
                    row.getString("id_"),
                    List.of(new Date(row.getTimestamp("start_time_").getTime())));
              });
      return began;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A task that this very command makes has no rights yet that would have to be looked for. */
  static final class RightsToTasks extends RightsInPlace {

    @Override
    protected AuthorizationEntity getGrantAuthorizationByGroupId(
        String group, Resource resource, String id) {
      return resource == Resources.TASK && isNew(id)
          ? null
          : super.getGrantAuthorizationByGroupId(group, resource, id);
    }

    private static boolean isNew(String task) {
      CachedDbEntity known =
          Context.getCommandContext()
              .getDbEntityManager()
              .getDbEntityCache()
              .getCachedEntity(TaskEntity.class, task);
      return known != null && known.getEntityState() == DbEntityState.TRANSIENT;
    }
  }
}
