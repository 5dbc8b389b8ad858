package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.NoRuleMatched;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The policy tables as they lie in their files, asked by the DMN engine alone. */
public final class PolicyFiles implements DecisionTables {

  private static final Path FOLDER = Path.of("processes");
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();

  /** The same question has the same answer; properties ask thousands. */
  private final Map<Map.Entry<String, Map<String, Object>>, List<Map<String, Object>>> answers =
      new ConcurrentHashMap<>();

  static Tiering tiering() {
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
    DmnDecision decision = tables.computeIfAbsent(table, PolicyFiles::read);
    Map<String, Object> asked = new TreeMap<>(inputs);
    asked.keySet().retainAll(inputsOf(decision));
    List<Map<String, Object>> matched =
        answers.computeIfAbsent(
            Map.entry(table, Map.copyOf(asked)),
            question -> ENGINE.evaluateDecision(decision, question.getValue()).getResultList());
    if (matched.isEmpty()) {
      throw new NoRuleMatched(table, inputs);
    }
    return matched;
  }

  @Override
  public Map<String, Object> one(String table, Map<String, Object> inputs) {
    List<Map<String, Object>> matched = all(table, inputs);
    if (matched.size() != 1) {
      throw new IllegalStateException(table + " has several answers for " + inputs);
    }
    return matched.get(0);
  }

  @Override
  public List<String> tables() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Map<String, String>> rules(String table) {
    throw new UnsupportedOperationException();
  }

  /** All of them are plain names. */
  private static Set<String> inputsOf(DmnDecision decision) {
    return ((DmnDecisionTableImpl) decision.getDecisionLogic())
        .getInputs().stream()
            .map(input -> input.getExpression().getExpression())
            .collect(Collectors.toSet());
  }

  private static DmnDecision read(String table) {
    try (Stream<Path> steps = Files.list(FOLDER);
        InputStream file =
            Files.newInputStream(
                steps
                    .map(step -> step.resolve(table + ".dmn"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow())) {
      return ENGINE.parseDecision(table, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
