package app.chancery.platform.engine;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.NoRuleMatched;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Policy tables as deployed in the engine, so that a newly deployed version takes effect at once.
 * Policy is no secret among staff: Chancery asks the tables with its own rights.
 *
 * <p>A version of a table answers the same inputs always alike, so its answer is kept: reviews ask
 * the same for many programmes, and the engine reads each cell anew for each answer. The engine's
 * history of decisions has no entry of it; what was decided, and why, is in Chancery's own records.
 */
@Component
class EngineDecisionTables implements DecisionTables {

  /** Enough for all tables with some hundred inputs each; an answer takes about a kilobyte. */
  private static final int KEPT_ANSWERS = 5_000;

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final OwnRights rights;
  private final ObjectProvider<JdbcClient> db;
  private volatile Deployed deployed;
  private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
      new ConcurrentLruCache<>(KEPT_ANSWERS, this::evaluate);

  private final PerCommand<Map<String, String>> versions = new PerCommand<>();

  EngineDecisionTables(
      @Lazy DecisionService decisions,
      @Lazy RepositoryService repository,
      OwnRights rights,
      ObjectProvider<JdbcClient> db) {
    this.db = db;
    this.decisions = decisions;
    this.repository = repository;
    this.rights = rights;
  }

  @Override
  public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
    return answers.get(
        new Question(table, version(table), Collections.unmodifiableMap(new HashMap<>(inputs))));
  }

  /** The engine would take it down as an operation of whoever has just opened a form. */
  private DmnDecisionResult ask(Question question) {
    CommandContext command = Context.getCommandContext();
    boolean taken = command.isUserOperationLogEnabled();
    command.disableUserOperationLog();
    try {
      return decisions
          .evaluateDecisionById(question.version())
          .variables(question.inputs())
          .evaluate();
    } finally {
      if (taken) {
        command.enableUserOperationLog();
      }
    }
  }

  private List<Map<String, Object>> evaluate(Question question) {
    DmnDecisionResult result = rights.use(() -> ask(question));
    if (result.isEmpty()) {
      throw new NoRuleMatched(question.table(), question.inputs());
    }
    return result.getResultList().stream().map(Collections::unmodifiableMap).toList();
  }

  @Override
  public Map<String, Object> one(String table, Map<String, Object> inputs) {
    List<Map<String, Object>> matched = all(table, inputs);
    if (matched.size() > 1) {
      throw new IllegalStateException(
          "%s rules of the decision table '%s' match %s; only one may"
              .formatted(matched.size(), table, inputs));
    }
    return matched.get(0);
  }

  @Override
  public List<String> tables() {
    return rights.use(
        () ->
            repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .map(DecisionDefinition::getKey)
                .sorted()
                .toList());
  }

  @Override
  public List<Map<String, String>> rules(String table) {
    DmnModelInstance model = rights.use(() -> repository.getDmnModelInstance(version(table)));
    Decision decision = model.getModelElementById(table);
    DecisionTable content = (DecisionTable) decision.getExpression();
    return content.getRules().stream().map(rule -> asWritten(content, rule)).toList();
  }

  /** The engine's id of the newest version of a table; the same one all through a command. */
  private String version(String table) {
    return versions.get(this::newestVersions).get(table);
  }

  /** Looked up anew only if something was deployed since, by this node or another one. */
  private Map<String, String> newestVersions() {
    if (deployed == null) {
      // In a command that has not used the engine yet, this starts it, and it deploys its tables.
      repository.createDeploymentQuery();
    }
    String state =
        db.getObject()
            .sql("select count(*) || ' until ' || max(deploy_time_) from act_re_deployment")
            .query(String.class)
            .single();
    Deployed known = deployed;
    if (known == null || !known.state().equals(state)) {
      known = new Deployed(state, readNewestVersions());
      deployed = known;
    }
    return known.versions();
  }

  private Map<String, String> readNewestVersions() {
    return rights.use(
        () ->
            repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        DecisionDefinition::getKey, DecisionDefinition::getId)));
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

  /**
   * The newest version of each table.
   *
   * @param state of the engine's deployments when they were looked up
   */
  private record Deployed(String state, Map<String, String> versions) {}

  private record Question(String table, String version, Map<String, Object> inputs) {}
}
