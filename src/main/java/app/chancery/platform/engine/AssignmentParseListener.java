package app.chancery.platform.engine;

import app.chancery.platform.briefing.Assignment;
import app.chancery.platform.people.InPlace;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Says of every task that is given to somebody by somebody else, from wherever that was done. */
class AssignmentParseListener extends AbstractBpmnParseListener {

  private final Consumer<Assignment> told;

  AssignmentParseListener(Consumer<Assignment> told) {
    this.told = told;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
  }

  private void assigned(DelegateTask task) {
    String by = Context.getCommandContext().getAuthenticatedUserId();
    String programme = task.getExecution().getProcessBusinessKey();
    String to = task.getAssignee();
    if (to != null && by != null && !by.equals(to) && programme != null) {
      told.accept(
          new Assignment(
              task.getId(),
              ModelNames.of(task.getBpmnModelElementInstance()),
              programme,
              to,
              InPlace.signed(by)));
    }
  }
}
