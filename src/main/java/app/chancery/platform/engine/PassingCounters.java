package app.chancery.platform.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Many tasks of one kind at once: which of them one is, its {@code loopCounter}, is known while it
 * is made, and its candidates are chosen by that. Nobody asks afterwards, so it is taken back
 * before it is stored; that spares a row for each delegation and round.
 */
final class PassingCounters extends AbstractBpmnParseListener {

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
    if (scope instanceof ActivityImpl body
        && body.getActivityBehavior() instanceof ParallelMultiInstanceActivityBehavior) {
      ((UserTaskActivityBehavior) task.getActivityBehavior())
          .getTaskDefinition()
          .addBuiltInTaskListener(
              TaskListener.EVENTNAME_CREATE,
              made ->
                  made.getExecution()
                      .removeVariableLocal(MultiInstanceActivityBehavior.LOOP_COUNTER));
    }
  }
}
