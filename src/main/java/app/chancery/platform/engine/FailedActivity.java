package app.chancery.platform.engine;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/** What people call the place in a model where something failed. */
public final class FailedActivity {

  private static final Pattern FOLDER = Pattern.compile("processes/([^/]+)/");

  private FailedActivity() {}

  /** The name of an element; its id if it has none. */
  public static String named(BpmnModelInstance model, String element) {
    return model.getModelElementById(element) instanceof FlowElement found
        ? Objects.requireNonNullElse(ModelNames.of(found), element)
        : element;
  }

  /**
   * The folder name of the step that a model is of; empty if it is of none.
   *
   * @param resource the name under which the model was deployed
   */
  public static String stepOf(String resource) {
    Matcher folder = FOLDER.matcher(resource);
    return folder.find() ? folder.group(1) : "";
  }
}
