package app.chancery.platform.engine;

import app.chancery.platform.briefing.LateTask;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
        .map(task -> new LateTask(execution.getProcessBusinessKey(), task.getId(), task.getName()))
        .orElseThrow(
            () -> new IllegalStateException(node.getId() + " follows no timer of a user task"));
  }
}
