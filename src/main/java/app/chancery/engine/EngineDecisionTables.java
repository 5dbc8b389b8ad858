package app.chancery.engine;

import app.chancery.decisions.DecisionTables;
import app.chancery.decisions.NoRuleMatched;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Policy tables as deployed in the engine, so that a newly deployed version takes effect at once.
 */
@Component
class EngineDecisionTables implements DecisionTables {

  private final DecisionService decisions;
  private final RepositoryService repository;

  EngineDecisionTables(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  @Override
  public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
    DmnDecisionResult result = decisions.evaluateDecisionByKey(table).variables(inputs).evaluate();
    if (result.isEmpty()) {
      throw new NoRuleMatched(table, inputs);
    }
    return result.getResultList();
  }

  @Override
  public Map<String, Object> one(String table, Map<String, Object> inputs) {
    List<Map<String, Object>> matched = all(table, inputs);
    if (matched.size() > 1) {
      throw new IllegalStateException(
          "%d rules of the decision table '%s' match %s; only one may"
              .formatted(matched.size(), table, inputs));
    }
    return matched.get(0);
  }

  @Override
  public List<String> tables() {
    return repository.createDecisionDefinitionQuery().latestVersion().list().stream()
        .map(DecisionDefinition::getKey)
        .sorted()
        .toList();
  }
}
