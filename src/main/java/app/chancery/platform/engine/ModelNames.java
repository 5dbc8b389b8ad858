package app.chancery.platform.engine;

import app.chancery.platform.words.ModelWords;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What is in a model, as the office calls it in its language. */
public final class ModelNames {

  private ModelNames() {}

  /**
   * @return null where the model has no name for it
   */
  public static String of(FlowElement element) {
    return of(element, element.getName());
  }

  public static String of(TextAnnotation note) {
    return of(note, note.getText() == null ? null : note.getText().getTextContent());
  }

  public static String of(ProcessDefinition process) {
    return ModelWords.of(process.getKey(), process.getName());
  }

  private static String of(BaseElement element, String written) {
    ModelElementInstance around = element.getParentElement();
    while (!(around instanceof Process)) {
      around = around.getParentElement();
    }
    return ModelWords.of(((Process) around).getId(), element.getId(), written);
  }
}
