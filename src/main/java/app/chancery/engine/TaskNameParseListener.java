package app.chancery.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Adds the programme's key to the names of tasks. The list of Tasklist shows the same task of many
 * programmes, and nothing else there tells them apart.
 */
class TaskNameParseListener extends AbstractBpmnParseListener {

  private static final String SEPARATOR = " · ";

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    if (task.getNameExpression() != null) {
      task.setNameExpression(new WithProgramme(task.getNameExpression()));
    }
  }

  /** The name as the model has it. */
  static String withoutProgramme(String name, String programme) {
    String end = SEPARATOR + programme;
    return name != null && name.endsWith(end)
        ? name.substring(0, name.length() - end.length())
        : name;
  }

  private record WithProgramme(Expression name) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      Object plain = name.getValue(scope);
      return scope instanceof DelegateExecution execution
              && execution.getProcessBusinessKey() != null
          ? plain + SEPARATOR + execution.getProcessBusinessKey()
          : plain;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      throw new UnsupportedOperationException("The name of a task is in its model");
    }

    @Override
    public String getExpressionText() {
      return name.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return false;
    }
  }
}
