package app.chancery.platform.engine;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.platform.decisions.NotATable;
import app.chancery.platform.decisions.SeveralRulesMatched;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

/**
 * A table that is not deployed, asked by the DMN engine alone; the others are asked as they are.
 * The same question is worked out once.
 */
final class TriedTable implements DecisionTables {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final String table;
  private final DmnModelInstance model;
  private final DmnDecision decision;
  private final DecisionTables others;
  private final Map<Map<String, Object>, List<Map<String, Object>>> answers =
      new ConcurrentHashMap<>();

  /**
   * @throws NotATable if the file is none, or has no decision of that id
   */
  TriedTable(String table, byte[] file, DecisionTables others) {
    try {
      this.model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
      this.decision = ENGINE.parseDecision(table, model);
    } catch (ModelException | DmnEngineException e) {
      throw new NotATable(reason(e), e);
    }
    this.table = table;
    this.others = others;
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  @Override
  public List<Map<String, Object>> all(String asked, Map<String, Object> inputs) {
    if (!asked.equals(table)) {
      return others.all(asked, inputs);
    }
    List<Map<String, Object>> matched =
        answers.computeIfAbsent(Collections.unmodifiableMap(new HashMap<>(inputs)), this::evaluate);
    if (matched.isEmpty()) {
      throw new NoRuleMatched(table, inputs);
    }
    return matched;
  }

  private List<Map<String, Object>> evaluate(Map<String, Object> inputs) {
    try {
      return ENGINE.evaluateDecision(decision, inputs).getResultList().stream()
          .map(Collections::unmodifiableMap)
          .toList();
    } catch (DmnHitPolicyException several) {
      throw new SeveralRulesMatched(table, inputs);
    }
  }

  @Override
  public List<String> tables() {
    return others.tables();
  }

  @Override
  public List<Map<String, String>> rules(String asked) {
    return asked.equals(table) ? WrittenRules.of(model, table) : others.rules(asked);
  }
}
