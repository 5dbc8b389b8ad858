package app.chancery.platform.engine;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** Turns the engine's tasks into the business's. */
public final class EngineTasks {

  private EngineTasks() {}

  /**
   * The task as its briefing and its staff see it. Of several groups it names the first by the
   * alphabet: the engine keeps them in no order.
   *
   * @throws NotFound if it has ended since it was read
   */
  public static OpenTask openTask(ProcessEngine engine, Task task, Map<String, Object> variables) {
    ProcessInstance process =
        process(engine, task).orElseThrow(() -> new NotFound(Words.of("task.processEnded")));
    String group = groups(engine, task).stream().findFirst().orElse(null);
    return openTask(task, process.getBusinessKey(), group, variables);
  }

  /**
   * The groups whose members may do a task, by their ids in order; none if it has just ended: in an
   * office at work somebody completes it meanwhile. The engine's own service refuses then, and what
   * is refused within a transaction ends the whole of it, whoever catches it.
   */
  public static List<String> groups(ProcessEngine engine, Task task) {
    return read(
            engine,
            command -> command.getIdentityLinkManager().findIdentityLinksByTaskId(task.getId()))
        .stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  /**
   * What a task belongs to; empty if it has just ended. Read by its id: the engine's query for
   * process instances costs more than the rest of a form.
   */
  public static Optional<ProcessInstance> process(ProcessEngine engine, Task task) {
    return Optional.ofNullable(
        read(
            engine,
            command ->
                command.getExecutionManager().findExecutionById(task.getProcessInstanceId())));
  }

  /**
   * What is to be done, and about whom.
   *
   * @param name of the task as the engine has it, with the programme at its end
   * @param programme its key; null if it belongs to none
   */
  public static String withoutProgramme(String name, String programme) {
    return TaskNameParseListener.withoutProgramme(name, programme);
  }

  /**
   * What is to be done, where all that do the same stand on one line: the tasks of the delegations
   * are told apart by their groups, and any others by whom they are about.
   *
   * @param programme its key; null if it belongs to none
   * @param groups who may do it, by their ids
   */
  public static String alike(String name, String programme, Collection<String> groups) {
    String what = withoutProgramme(name, programme);
    return groups.stream().anyMatch(Delegations::isOne)
        ? TaskNameParseListener.withoutSubject(what)
        : what;
  }

  static OpenTask openTask(
      Task task, String programme, String group, Map<String, Object> variables) {
    return new OpenTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        withoutProgramme(task.getName(), programme),
        programme,
        group,
        Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
        variables);
  }

  private static <T> T read(ProcessEngine engine, Command<T> reading) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(reading);
  }
}
