package app.chancery.platform.engine;

import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.briefing.TaskBriefing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
 * Adds to the names of tasks what the list of Tasklist has no other place for: the candidate with
 * the programme's key, and whom the task is about where its briefing says so. The list shows the
 * same task of many programmes, and nothing else there tells them apart or can be searched for.
 */
class TaskNameParseListener extends AbstractBpmnParseListener {

  private static final String SEPARATOR = " · ";

  /** As many characters as the engine has room for in the name of a task. */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_CANDIDATE = 100;

  private final Supplier<List<TaskBriefing>> briefings;

  private final CandidateNames candidates;

  TaskNameParseListener(
      Supplier<List<TaskBriefing>> briefings, Supplier<CandidateNames> candidates) {
    this.briefings = briefings;
    PerCommand<Map<String, String>> known = new PerCommand<>();
    // A programme may be registered by the very command that asks for its name.
    this.candidates =
        programme ->
            Optional.ofNullable(
                known
                    .get(HashMap::new)
                    .computeIfAbsent(programme, key -> candidates.get().of(key).orElse(null)));
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    if (task.getNameExpression() != null) {
      task.setNameExpression(
          new FullName(task.getKey(), task.getNameExpression(), briefings, candidates));
    }
  }

  /**
   * What is to be done, without the programme.
   *
   * @param programme its key
   */
  static String withoutProgramme(String name, String programme) {
    return name != null
            && programme != null
            && (name.endsWith(SEPARATOR + programme) || name.endsWith(" (" + programme + ")"))
            && name.contains(SEPARATOR)
        ? name.substring(0, name.lastIndexOf(SEPARATOR))
        : name;
  }

  private record FullName(
      String task,
      Expression name,
      Supplier<List<TaskBriefing>> briefings,
      CandidateNames candidates)
      implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      Object plain = name.getValue(scope);
      if (!(scope instanceof DelegateExecution execution)
          || execution.getProcessBusinessKey() == null) {
        return plain;
      }
      String programme = execution.getProcessBusinessKey();
      String end =
          SEPARATOR
              + candidates
                  .of(programme)
                  .map(name -> cut(name.replace(SEPARATOR, " "), LONGEST_CANDIDATE))
                  .map(name -> "%s (%s)".formatted(name, programme))
                  .orElse(programme);
      return briefings.get().stream()
              .filter(briefing -> briefing.tasks().contains(task))
              .map(briefing -> briefing.subject(task, programme, execution::getVariable))
              .filter(Objects::nonNull)
              .findFirst()
              .map(subject -> cut(plain + ": " + subject, LONGEST_NAME - end.length()))
              .orElse(plain.toString())
          + end;
    }

    private static String cut(String text, int length) {
      return text.length() <= length ? text : text.substring(0, length - 1) + "…";
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
