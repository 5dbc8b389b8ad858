package app.chancery.platform.engine;

import app.chancery.platform.forms.FormPart;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Full history, but for confidential variables (rule 11: interview content is in no history). A
 * variable is confidential if its name begins with {@value #PREFIX}. The engine's second copy of
 * every submitted form value, the form property log, is off for the same reason.
 *
 * <p>Nor does it keep a text that is longer than its columns: what a person writes at length goes
 * to our own tables, and would otherwise be refused for the sake of a copy. Nor what nobody reads
 * and every task would pay for: the engine's own counters, the values that a variable had before
 * its last one, the candidate groups of a task, which its model tells, what a decision table was
 * asked, also by whoever just opens a form, jobs that went well, and of many tasks of one kind at
 * once the activity of each, which says what the task's own history says. What goes wrong in a job
 * is kept, and so are the people who take or change a task.
 */
public class ConfidentialHistoryLevel extends HistoryLevelFull {

  public static final String PREFIX = FormPart.CONFIDENTIAL;

  static final String NAME = "full-but-confidential";

  /** How the engine counts its way through a multi-instance activity; a hundred rows a round. */
  private static final Set<String> COUNTERS =
      Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

  private static final Set<HistoryEventTypes> UNREAD =
      EnumSet.of(
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.DMN_DECISION_EVALUATE,
          HistoryEventTypes.JOB_CREATE,
          HistoryEventTypes.JOB_SUCCESS,
          HistoryEventTypes.JOB_DELETE);

  private static final Set<HistoryEventTypes> ACTIVITY =
      EnumSet.of(
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_END);

  /** The most characters of a text that the engine's history can hold. */
  private static final int LONGEST = 4000;

  @Override
  public int getId() {
    return 20;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
    return !UNREAD.contains(eventType)
        && !(entity instanceof VariableInstanceEntity variable
            && (isConfidential(variable) || isTooLong(variable) || isCounter(variable)))
        && !(entity instanceof IdentityLinkEntity link && isCandidateGroup(link))
        && !(entity instanceof ExecutionEntity execution
            && ACTIVITY.contains(eventType)
            && isOneOfManyTasks(execution.getActivity()));
  }

  private static boolean isOneOfManyTasks(ActivityImpl activity) {
    return activity != null
        && activity.getActivityBehavior() instanceof UserTaskActivityBehavior
        && activity.getFlowScope() instanceof ActivityImpl scope
        && scope.getActivityBehavior() instanceof ParallelMultiInstanceActivityBehavior;
  }

  private static boolean isCandidateGroup(IdentityLinkEntity link) {
    return IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null;
  }

  private static boolean isConfidential(VariableInstanceEntity variable) {
    return variable.getName() != null && variable.getName().startsWith(PREFIX);
  }

  private static boolean isCounter(VariableInstanceEntity variable) {
    return COUNTERS.contains(variable.getName());
  }

  private static boolean isTooLong(VariableInstanceEntity variable) {
    return variable.getTextValue() != null && variable.getTextValue().length() > LONGEST;
  }
}
