package app.chancery.platform.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The rules of a table as they are written in its file. */
final class WrittenRules {

  private WrittenRules() {}

  /** As {@link app.chancery.platform.decisions.DecisionTables#rules} tells them. */
  static List<Map<String, String>> of(DmnModelInstance model, String table) {
    Decision decision = model.getModelElementById(table);
    DecisionTable content = (DecisionTable) decision.getExpression();
    return content.getRules().stream().map(rule -> asWritten(content, rule)).toList();
  }

  private static Map<String, String> asWritten(DecisionTable table, Rule rule) {
    Map<String, String> written = new LinkedHashMap<>();
    List<Input> inputs = new ArrayList<>(table.getInputs());
    List<InputEntry> conditions = new ArrayList<>(rule.getInputEntries());
    for (int column = 0; column < inputs.size(); column++) {
      written.put(
          inputs.get(column).getInputExpression().getText().getTextContent().strip(),
          text(conditions.get(column)));
    }
    List<Output> outputs = new ArrayList<>(table.getOutputs());
    List<OutputEntry> answers = new ArrayList<>(rule.getOutputEntries());
    for (int column = 0; column < outputs.size(); column++) {
      written.put(outputs.get(column).getName(), text(answers.get(column)));
    }
    written.put(
        "description", rule.getDescription() == null ? "" : rule.getDescription().getTextContent());
    return written;
  }

  /** The text of an entry; "" where it says nothing. */
  private static String text(DmnElement entry) {
    String text = entry.getTextContent().strip();
    return text.equals("-") ? "" : text;
  }
}
