package app.chancery.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.platform.decisions.SeveralRulesMatched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The policy tables as they lie in their files, asked by the DMN engine alone. */
public final class PolicyFiles implements DecisionTables {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final Map<String, String> edited = new HashMap<>();

  private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();

  /** The same question has the same answer; properties ask thousands. */
  private final Map<Map.Entry<String, Map<String, Object>>, List<Map<String, Object>>> answers =
      new ConcurrentHashMap<>();

  public static Tiering tiering() {
    PolicyFiles files = new PolicyFiles();
    return new Tiering(files, new PackageTemplates(files));
  }

  /** The settings as they are delivered. */
  static IndicatorSteps steps() {
    try {
      return new Binder(
              ConfigurationPropertySources.from(
                  new YamlPropertySourceLoader()
                      .load("settings", new ClassPathResource("application.yml"))))
          .bind("chancery.indicators", IndicatorSteps.class)
          .get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
    DmnDecision decision = tables.computeIfAbsent(table, this::read);
    Map<String, Object> asked = new TreeMap<>(inputs);
    asked.keySet().retainAll(inputsOf(decision));
    List<Map<String, Object>> matched =
        answers.computeIfAbsent(
            Map.entry(table, Map.copyOf(asked)),
            question -> evaluate(decision, table, question.getValue()));
    if (matched.isEmpty()) {
      throw new NoRuleMatched(table, inputs);
    }
    return matched;
  }

  private static List<Map<String, Object>> evaluate(
      DmnDecision decision, String table, Map<String, Object> asked) {
    try {
      return ENGINE.evaluateDecision(decision, asked).getResultList();
    } catch (DmnHitPolicyException several) {
      throw new SeveralRulesMatched(table, asked);
    }
  }

  @Override
  public List<String> tables() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Map<String, String>> rules(String table) {
    WrittenTable written = WrittenTable.read(text(table).getBytes(UTF_8), fault -> {});
    return written.rows().stream().map(row -> rule(written, row)).toList();
  }

  private static Map<String, String> rule(WrittenTable table, WrittenTable.Row row) {
    Map<String, String> rule = new TreeMap<>();
    for (int count = 0; count < row.conditions().size(); count++) {
      rule.put(table.inputs().get(count).name(), row.conditions().get(count));
    }
    for (int count = 0; count < row.answers().size(); count++) {
      rule.put(table.outputs().get(count).name(), row.answers().get(count));
    }
    return rule;
  }

  /** The same with another file of one of them. */
  public PolicyFiles with(String table, String file) {
    PolicyFiles files = new PolicyFiles();
    files.edited.putAll(edited);
    files.edited.put(table, file);
    return files;
  }

  /** All of them are plain names. */
  private static Set<String> inputsOf(DmnDecision decision) {
    return ((DmnDecisionTableImpl) decision.getDecisionLogic())
        .getInputs().stream()
            .map(input -> input.getExpression().getExpression())
            .collect(Collectors.toSet());
  }

  private DmnDecision read(String table) {
    return ENGINE.parseDecision(table, new ByteArrayInputStream(text(table).getBytes(UTF_8)));
  }

  private String text(String table) {
    return edited.containsKey(table) ? edited.get(table) : EditedTables.delivered(table);
  }
}
