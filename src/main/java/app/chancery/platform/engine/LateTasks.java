package app.chancery.platform.engine;

import app.chancery.platform.briefing.LateTask;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Finds in the model which task is late, so that no model has to say it in a variable. */
public final class LateTasks {

  private LateTasks() {}

  /**
   * The user task at whose edge the timer is that leads to the present element.
   *
   * @throws IllegalStateException if what leads there is no event at the edge of a user task
   */
  public static LateTask before(DelegateExecution execution) {
    FlowNode node = (FlowNode) execution.getBpmnModelElementInstance();
    return node.getPreviousNodes().list().stream()
        .filter(BoundaryEvent.class::isInstance)
        .map(event -> ((BoundaryEvent) event).getAttachedTo())
        .filter(UserTask.class::isInstance)
        .findFirst()
        .map(
            task ->
                new LateTask(
                    execution.getProcessBusinessKey(),
                    task.getId(),
                    ModelNames.of(task),
                    only(execution, task.getId())))
        .orElseThrow(
            () -> new IllegalStateException(node.getId() + " follows no timer of a user task"));
  }

  /** Of several tasks of a kind the timer does not say at the edge of which it is. */
  private static Optional<String> only(DelegateExecution execution, String key) {
    List<Task> open =
        execution
            .getProcessEngineServices()
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .taskDefinitionKey(key)
            .listPage(0, 2);
    return open.size() == 1 ? Optional.of(open.get(0).getId()) : Optional.empty();
  }
}
