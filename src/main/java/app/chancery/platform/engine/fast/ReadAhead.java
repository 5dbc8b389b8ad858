package app.chancery.platform.engine.fast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the engine asks the database about each process instance whose jobs it does in one command,
 * it asks at the beginning of that command for all of them. Every answer is used once: what changes
 * afterwards is asked for again.
 */
final class ReadAhead implements Session {

  private final Map<String, List<ExecutionEntity>> executions;
  private final Map<String, List<JobEntity>> jobs;
  private final Map<String, List<VariableInstanceEntity>> variables;
  private final Set<String> withoutIncident;

  private ReadAhead(CommandContext context, JdbcClient db, Collection<String> instances) {
    List<ExecutionEntity> found = executions(context, instances);
    executions = by(found.stream(), ExecutionEntity::getProcessInstanceId);
    jobs =
        by(
            context
                .getJobManager()
                .findJobsByQueryCriteria(
                    (JobQueryImpl) new JobQueryImpl().processInstanceIds(Set.copyOf(instances)),
                    null)
                .stream()
                .map(JobEntity.class::cast),
            JobEntity::getExecutionId);
    variables =
        by(
            context
                .getVariableInstanceManager()
                .findVariableInstanceByQueryCriteria(
                    (VariableInstanceQueryImpl)
                        new VariableInstanceQueryImpl()
                            .processInstanceIdIn(instances.toArray(String[]::new)),
                    null)
                .stream()
                .map(VariableInstanceEntity.class::cast)
                .filter(variable -> variable.getTaskId() == null),
            VariableInstanceEntity::getExecutionId);
    // An execution without any is an answer too.
    found.forEach(
        execution -> {
          jobs.putIfAbsent(execution.getId(), new ArrayList<>());
          variables.putIfAbsent(execution.getId(), new ArrayList<>());
        });
    withoutIncident =
        jobs.values().stream()
            .flatMap(List::stream)
            .map(JobEntity::getId)
            .collect(Collectors.toCollection(HashSet::new));
    db.sql("select configuration_ from act_ru_incident where proc_inst_id_ in (:instances)")
        .param("instances", instances)
        .query(String.class)
        .list()
        .forEach(withoutIncident::remove);
  }

  /** Begins a command that does jobs of these process instances. */
  static void begin(CommandContext context, JdbcClient db, Collection<String> instances) {
    context.getSessions().put(ReadAhead.class, new ReadAhead(context, db, instances));
  }

  /** What reads the engine's runtime tables. */
  static List<SessionFactory> sessions() {
    return List.of(
        Sessions.of(ExecutionManager.class, Executions::new),
        Sessions.of(JobManager.class, Jobs::new),
        Sessions.of(IncidentManager.class, Incidents::new));
  }

  /** The variables of an execution, if they were read and nobody has asked for them yet. */
  static List<VariableInstanceEntity> variablesOf(
      String execution, Supplier<List<VariableInstanceEntity>> otherwise) {
    return once(ahead -> ahead.variables.remove(execution), otherwise);
  }

  private static List<ExecutionEntity> executions(
      CommandContext context, Collection<String> instances) {
    List<String> ids = List.copyOf(instances);
    Map<String, Object> query =
        IntStream.range(0, ids.size())
            .boxed()
            .collect(Collectors.toMap(place -> "id" + place, ids::get));
    query.put(
        "sql",
        "select * from act_ru_execution where proc_inst_id_ in "
            + query.keySet().stream()
                .map("#{%s}"::formatted)
                .collect(Collectors.joining(", ", "(", ")")));
    query.put("resultType", "LIST");
    return context
        .getExecutionManager()
        .findExecutionsByNativeQuery(query, 0, Integer.MAX_VALUE)
        .stream()
        .map(ExecutionEntity.class::cast)
        .toList();
  }

  private static <T> Map<String, List<T>> by(Stream<T> rows, Function<T, String> owner) {
    return rows.collect(Collectors.groupingBy(owner, HashMap::new, Collectors.toList()));
  }

  private static <T> T once(Function<ReadAhead, T> known, Supplier<T> otherwise) {
    ReadAhead ahead = (ReadAhead) Context.getCommandContext().getSessions().get(ReadAhead.class);
    T answer = ahead == null ? null : known.apply(ahead);
    return answer == null ? otherwise.get() : answer;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static final class Executions extends ExecutionManager {

    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
      return once(
          ahead -> ahead.executions.remove(instance),
          () -> super.findExecutionsByProcessInstanceId(instance));
    }
  }

  private static final class Jobs extends JobManager {

    @Override
    public List<JobEntity> findJobsByExecutionId(String execution) {
      return once(
          ahead -> ahead.jobs.remove(execution), () -> super.findJobsByExecutionId(execution));
    }
  }

  private static final class Incidents extends IncidentManager {

    @Override
    public List<Incident> findIncidentByConfigurationAndIncidentType(String job, String type) {
      return once(
          ahead -> ahead.withoutIncident.remove(job) ? List.of() : null,
          () -> super.findIncidentByConfigurationAndIncidentType(job, type));
    }
  }
}
