package app.chancery.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Many tasks of one kind at once: which of them one is, its {@code loopCounter}, is known while it
 * is made, and its candidates are chosen by that. Nobody asks afterwards, so it is not stored; that
 * spares a row for each delegation and round.
 */
final class PassingCounters extends AbstractBpmnParseListener {

  @Override
  public void parseMultiInstanceLoopCharacteristics(
      Element element, Element loop, ActivityImpl body) {
    if ("userTask".equals(element.getTagName())
        && body.getActivityBehavior() instanceof ParallelMultiInstanceActivityBehavior parsed) {
      body.setActivityBehavior(new Counting(parsed));
    }
  }

  private static final class Counting extends ParallelMultiInstanceActivityBehavior {

    Counting(ParallelMultiInstanceActivityBehavior parsed) {
      setLoopCardinalityExpression(parsed.getLoopCardinalityExpression());
      setCompletionConditionExpression(parsed.getCompletionConditionExpression());
      setCollectionExpression(parsed.getCollectionExpression());
      setCollectionVariable(parsed.getCollectionVariable());
      setCollectionElementVariable(parsed.getCollectionElementVariable());
    }

    @Override
    protected void setLoopVariable(ActivityExecution execution, String name, Object value) {
      super.setLoopVariable(
          execution,
          name,
          LOOP_COUNTER.equals(name) ? Variables.integerValue((Integer) value, true) : value);
    }
  }
}
