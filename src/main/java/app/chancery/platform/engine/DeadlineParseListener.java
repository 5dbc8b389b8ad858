package app.chancery.platform.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreActivity;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Gives every user task its due date, and those with boundary timers the two durations these wait
 * for ({@code remindAfter}, {@code escalateAfter}, local to the task), all from the policy table of
 * {@link Deadlines}. So the models need no numbers.
 */
class DeadlineParseListener extends AbstractBpmnParseListener {

  static final String REMIND_AFTER = "remindAfter";
  static final String ESCALATE_AFTER = "escalateAfter";

  private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

  private final Supplier<Deadlines> deadlines;

  DeadlineParseListener(Supplier<Deadlines> deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    if (task.getDueDateExpression() == null) {
      task.setDueDateExpression(
          new Computed(() -> deadlines.get().dueDate(activity.getId()), activity.getId()));
    }
  }

  @Override
  public void parseBoundaryTimerEventDefinition(
      Element element, boolean interrupting, ActivityImpl timer) {
    if (timer.getEventScope() instanceof ActivityImpl activity && isUserTask(activity)) {
      String id = activity.getId().replace(MULTI_INSTANCE_BODY, "");
      if (waitsFor(element, REMIND_AFTER)) {
        addInput(activity, REMIND_AFTER, found -> found.remindAfter(id).orElse(null));
      }
      if (waitsFor(element, ESCALATE_AFTER)) {
        addInput(activity, ESCALATE_AFTER, found -> found.escalateAfter(id).orElse(null));
      }
    }
  }

  /** A timer may also wait for a date that the process itself has set; that needs no policy. */
  private static boolean waitsFor(Element timer, String duration) {
    Element expression = timer.element("timeDuration");
    return expression != null && expression.getText().contains(duration);
  }

  private static boolean isUserTask(ActivityImpl activity) {
    return activity.getActivityBehavior() instanceof UserTaskActivityBehavior
        || activity.getId().endsWith(MULTI_INSTANCE_BODY)
            && activity.getActivities().stream()
                .anyMatch(inner -> inner.getActivityBehavior() instanceof UserTaskActivityBehavior);
  }

  private void addInput(CoreActivity activity, String name, Function<Deadlines, String> duration) {
    IoMapping mapping = activity.getIoMapping();
    if (mapping == null) {
      mapping = new IoMapping();
      activity.setIoMapping(mapping);
    }
    boolean known =
        mapping.getInputParameters().stream().anyMatch(input -> input.getName().equals(name));
    if (!known) {
      mapping.addInputParameter(
          new InputParameter(name, new Provided(() -> duration.apply(deadlines.get()))));
    }
  }

  /** An expression whose value the policy table gives. */
  private record Computed(Supplier<Object> value, String activity) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      return value.get();
    }

    @Override
    public void setValue(Object ignored, VariableScope scope) {
      throw new UnsupportedOperationException("The deadline of " + activity + " is policy");
    }

    @Override
    public String getExpressionText() {
      return "deadlines of " + activity;
    }

    @Override
    public boolean isLiteralText() {
      return false;
    }
  }

  /**
   * A parameter whose value the policy table gives. It is not stored: the timers take their dates
   * from it while the task begins, and nobody needs it afterwards.
   */
  private record Provided(Supplier<String> value) implements ParameterValueProvider {

    @Override
    public Object getValue(VariableScope scope) {
      return Variables.stringValue(value.get(), true);
    }

    @Override
    public boolean isDynamic() {
      return true;
    }
  }
}
