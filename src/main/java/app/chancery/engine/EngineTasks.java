package app.chancery.engine;

import app.chancery.briefing.OpenTask;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** Turns the engine's tasks into the business's. */
public final class EngineTasks {

  private EngineTasks() {}

  /** The task as its briefing and its staff see it. */
  public static OpenTask openTask(
      ProcessEngineServices engine, Task task, Map<String, Object> variables) {
    String programme =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult()
            .getBusinessKey();
    String group =
        engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new OpenTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        TaskNameParseListener.withoutProgramme(task.getName(), programme),
        programme,
        group,
        day(task.getDueDate()),
        variables);
  }

  private static LocalDate day(Date date) {
    return Optional.ofNullable(date)
        .map(due -> due.toInstant().atZone(ZoneOffset.UTC).toLocalDate())
        .orElse(null);
  }
}
