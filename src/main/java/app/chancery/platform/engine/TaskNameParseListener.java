package app.chancery.platform.engine;

import app.chancery.platform.briefing.AllyNames;
import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.words.ModelWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * Adds to the names of tasks what the list of Tasklist has no other place for: the candidate with
 * the programme's key, and whom the task is about, where it is a delegation's or its briefing says
 * so. The list shows the same task of many programmes, and nothing else there tells them apart or
 * can be searched for. What the task was about may be known only when it is done.
 */
class TaskNameParseListener extends AbstractBpmnParseListener {

  private static final String SEPARATOR = " · ";

  private static final String ABOUT = ": ";

  /** As many characters as the engine has room for in the name of a task. */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_CANDIDATE = 100;

  private final Supplier<List<TaskBriefing>> briefings;

  private final CandidateNames candidates;

  private final UnaryOperator<String> allies;

  TaskNameParseListener(
      Supplier<List<TaskBriefing>> briefings,
      Supplier<CandidateNames> candidates,
      Supplier<AllyNames> allies) {
    this.briefings = briefings;
    PerCommand<Map<String, String>> known = new PerCommand<>();
    // A programme may be registered by the very command that asks for its name.
    this.candidates =
        programme ->
            Optional.ofNullable(
                known
                    .get(HashMap::new)
                    .computeIfAbsent(programme, key -> candidates.get().of(key).orElse(null)));
    PerCommand<UnaryOperator<String>> countries = new PerCommand<>();
    this.allies = ally -> countries.get(() -> allies.get().names()).apply(ally);
  }

  /** Tasklist names what can be started as it was called when its model was deployed. */
  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.setName(ModelNames.of(process));
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    if (task.getNameExpression() != null) {
      String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
      FullName name = new FullName(process, task, task.getNameExpression());
      task.setNameExpression(name);
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, name);
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

  /**
   * What is to be done, without whom it is about either.
   *
   * @param name without the programme
   */
  static String withoutSubject(String name) {
    return name == null ? null : name.split(ABOUT, 2)[0];
  }

  /**
   * The name of a task that is open already. The model says whose task it is by what is known only
   * in the moment in which the task is made, so its candidates are asked and not the model again.
   */
  static String anew(TaskEntity open) {
    Expression name = open.getTaskDefinition().getNameExpression();
    return name instanceof FullName full
        ? full.of(open)
        : name.getValue(open.getExecution()).toString();
  }

  private final class FullName implements Expression, TaskListener {

    private final String process;
    private final TaskDefinition task;
    private final Expression name;

    FullName(String process, TaskDefinition task, Expression name) {
      this.process = process;
      this.task = task;
      this.name = name;
    }

    @Override
    public void notify(DelegateTask done) {
      DelegateExecution execution = done.getExecution();
      if (execution.getProcessBusinessKey() != null) {
        briefed(execution)
            .ifPresent(subject -> done.setName(full(execution, Optional.of(subject))));
      }
    }

    @Override
    public Object getValue(VariableScope scope) {
      return scope instanceof DelegateExecution execution
              && execution.getProcessBusinessKey() != null
          ? full(execution, groups(execution))
          : plain(scope);
    }

    String of(TaskEntity open) {
      return full(open.getExecution(), open.getCandidates().stream().map(IdentityLink::getGroupId));
    }

    private String full(DelegateExecution execution, Stream<?> groups) {
      return full(execution, ally(groups).or(() -> briefed(execution)));
    }

    private String plain(VariableScope scope) {
      return ModelWords.of(process, task.getKey(), name.getValue(scope).toString());
    }

    private String full(DelegateExecution execution, Optional<String> about) {
      String plain = plain(execution);
      String programme = execution.getProcessBusinessKey();
      String end =
          SEPARATOR
              + candidates
                  .of(programme)
                  .map(name -> cut(name.replace(SEPARATOR, " "), LONGEST_CANDIDATE))
                  .map(name -> "%s (%s)".formatted(name, programme))
                  .orElse(programme);
      return about
              .map(subject -> cut(plain + ABOUT + subject, LONGEST_NAME - end.length()))
              .orElse(plain)
          + end;
    }

    private Optional<String> briefed(DelegateExecution execution) {
      return briefings.get().stream()
          .filter(briefing -> briefing.tasks().contains(task.getKey()))
          .map(
              briefing ->
                  briefing.subject(
                      task.getKey(), execution.getProcessBusinessKey(), execution::getVariable))
          .filter(Objects::nonNull)
          .findFirst();
    }

    private Stream<?> groups(DelegateExecution execution) {
      return task.getCandidateGroupIdExpressions().stream().map(group -> group.getValue(execution));
    }

    /** Whose delegation the task is for. */
    private Optional<String> ally(Stream<?> groups) {
      return groups
          .filter(group -> group instanceof String id && Delegations.isOne(id))
          .map(group -> allies.apply(Delegations.allyOf((String) group)))
          .findFirst();
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
