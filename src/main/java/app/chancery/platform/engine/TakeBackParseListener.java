package app.chancery.platform.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Which tasks may be taken back once they are done: their model says so, by a property. */
class TakeBackParseListener extends AbstractBpmnParseListener {

  /** The name of the property, whose value is then {@code true}. */
  static final String MARK = "mayBeTakenBack";

  private static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    boolean marked =
        Optional.ofNullable(element.element("extensionElements"))
            .map(extensions -> extensions.elementNS(CAMUNDA, "properties"))
            .map(properties -> properties.elementsNS(CAMUNDA, "property"))
            .stream()
            .flatMap(properties -> properties.stream())
            .anyMatch(
                each ->
                    MARK.equals(each.attribute("name")) && "true".equals(each.attribute("value")));
    activity.setProperty(MARK, marked);
  }

  /**
   * To be asked within a command.
   *
   * @param model the engine's id of the process definition
   * @param task the element id of a user task
   */
  static boolean isMarked(String model, String task) {
    return Boolean.TRUE.equals(
        Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(model)
            .findActivity(task)
            .getProperty(MARK));
  }
}
