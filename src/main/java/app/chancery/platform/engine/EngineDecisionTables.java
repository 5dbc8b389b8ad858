package app.chancery.platform.engine;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.platform.decisions.SeveralRulesMatched;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersion;
import app.chancery.platform.decisions.TableVersion.Origin;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.files.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Policy tables as deployed in the engine, so that a newly deployed version takes effect at once.
 * Policy is no secret among staff: Chancery asks the tables with its own rights.
 *
 * <p>What somebody has released here stays in use whatever a node deploys at its start: an upgrade
 * deploys all models and tables of its release, as one, if one of them is another.
 *
 * <p>A version of a table answers the same inputs always alike, so its answer is kept: reviews ask
 * the same for many programmes, and the engine reads each cell anew for each answer. The engine's
 * history of decisions has no entry of it; what was decided, and why, is in Chancery's own records.
 */
@Component
class EngineDecisionTables implements DecisionTables, TableReleases {

  /** What a deployment of a released table is marked with. */
  static final String RELEASE = "policy";

  /** Enough for all tables with some hundred inputs each; an answer takes about a kilobyte. */
  private static final int KEPT_ANSWERS = 5_000;

  private final ProcessEngine engine;
  private final DecisionService decisions;
  private final RepositoryService repository;
  private final OwnRights rights;
  private final ObjectProvider<JdbcClient> db;
  private volatile Deployed deployed;
  private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
      new ConcurrentLruCache<>(KEPT_ANSWERS, this::evaluate);

  private final PerCommand<Deployed> versions = new PerCommand<>();

  /** The file of a definition never changes. */
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  EngineDecisionTables(
      @Lazy ProcessEngine engine,
      @Lazy DecisionService decisions,
      @Lazy RepositoryService repository,
      OwnRights rights,
      ObjectProvider<JdbcClient> db) {
    this.engine = engine;
    this.db = db;
    this.decisions = decisions;
    this.repository = repository;
    this.rights = rights;
  }

  @Override
  public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
    return all(table, definition(table), inputs);
  }

  private List<Map<String, Object>> all(
      String table, String definition, Map<String, Object> inputs) {
    return answers.get(
        new Question(table, definition, Collections.unmodifiableMap(new HashMap<>(inputs))));
  }

  /** The engine would take it down as an operation of whoever has just opened a form. */
  private DmnDecisionResult ask(Question question) {
    CommandContext command = Context.getCommandContext();
    boolean taken = command.isUserOperationLogEnabled();
    command.disableUserOperationLog();
    try {
      return decisions
          .evaluateDecisionById(question.definition())
          .variables(question.inputs())
          .evaluate();
    } catch (ProcessEngineException failed) {
      if (failed.getCause() instanceof DmnHitPolicyException) {
        throw new SeveralRulesMatched(question.table(), question.inputs());
      }
      throw failed;
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
  public List<String> tables() {
    return deployed().inUse().keySet().stream().sorted().toList();
  }

  @Override
  public List<Map<String, String>> rules(String table) {
    return rules(table, definition(table));
  }

  private List<Map<String, String>> rules(String table, String definition) {
    return WrittenRules.of(rights.use(() -> repository.getDmnModelInstance(definition)), table);
  }

  // ---------------------------------------------------------------- versions

  @Override
  public TableVersions inUse(Collection<String> tables) {
    Map<String, Integer> numbers = new TreeMap<>();
    tables.forEach(table -> numbers.put(table, deployed().inUse().get(table).number()));
    return new TableVersions(numbers);
  }

  @Override
  public DecisionTables at(TableVersions wanted) {
    return wanted.versions().isEmpty()
        ? this
        : new InVersions(
            table -> {
              Integer number = wanted.versions().get(table);
              return number == null ? definition(table) : mended(table, number).definition();
            });
  }

  @Override
  public TableVersions mended(TableVersions wanted) {
    Map<String, Integer> numbers = new TreeMap<>();
    wanted
        .versions()
        .forEach((table, number) -> numbers.put(table, mended(table, number).number()));
    return new TableVersions(numbers);
  }

  @Override
  public List<TableVersion> versions(String table) {
    return deployed().all().get(table).stream().map(each -> told(table, each)).toList();
  }

  @Override
  public List<TableVersion> replacedAtStart() {
    return deployed().inUse().entrySet().stream()
        .filter(each -> each.getValue().origin() == Origin.DELIVERED)
        .flatMap(
            each ->
                deployed().all().get(each.getKey()).stream()
                    .filter(version -> version.origin() == Origin.DEPLOYED)
                    .reduce((older, newer) -> newer)
                    .filter(byHand -> !digest(byHand).equals(digest(each.getValue())))
                    .map(byHand -> told(each.getKey(), byHand))
                    .stream())
        .sorted(Comparator.comparing(TableVersion::table))
        .toList();
  }

  private TableVersion told(String table, Version version) {
    return new TableVersion(
        table,
        version.number(),
        version.at().atOffset(ZoneOffset.UTC),
        version.origin(),
        digest(version));
  }

  private String digest(Version version) {
    return digests.computeIfAbsent(
        version.definition(), definition -> Sha256.of(content(definition)));
  }

  @Override
  public Optional<byte[]> file(String table, int version) {
    return deployed().all().getOrDefault(table, List.of()).stream()
        .filter(each -> each.number() == version)
        .findFirst()
        .map(each -> content(each.definition()));
  }

  private byte[] content(String definition) {
    try (InputStream file = rights.use(() -> repository.getDecisionModel(definition))) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DecisionTables tried(String table, byte[] file, DecisionTables others) {
    return new TriedTable(table, file, others);
  }

  @Override
  public int release(String table, byte[] file) {
    return rights.use(
        () ->
            repository
                .createDeployment()
                .name(RELEASE)
                .source(RELEASE)
                .addInputStream(table + ".dmn", new ByteArrayInputStream(file))
                .deployWithResult()
                .getDeployedDecisionDefinitions()
                .get(0)
                .getVersion());
  }

  /**
   * The engine's id of the version of a table that is in use; the same one all through a command.
   */
  private String definition(String table) {
    Version inUse = deployed().inUse().get(table);
    return inUse == null ? null : inUse.definition();
  }

  /**
   * A version, with what was deployed by hand before another one took its place. Of one whose
   * deployment was deleted it is the one before.
   */
  private Version mended(String table, int number) {
    List<Version> all = deployed().all().get(table);
    Version found =
        all.stream()
            .filter(each -> each.number() <= number)
            .reduce((older, newer) -> newer)
            .orElse(all.get(0));
    Version inUse = found;
    for (int count = all.indexOf(found) + 1; count < all.size(); count++) {
      Version next = Deployed.used(all.subList(0, count + 1));
      if (next != inUse && next.origin() != Origin.DEPLOYED) {
        break;
      }
      inUse = next;
    }
    return inUse;
  }

  private Deployed deployed() {
    return versions.get(this::newest);
  }

  /** Looked up anew only if something was deployed since, by this node or another one. */
  private Deployed newest() {
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
      known = Deployed.of(state, rights.use(this::read));
      deployed = known;
    }
    return known;
  }

  private Map<String, List<Version>> read() {
    Map<String, Deployment> deployments =
        repository.createDeploymentQuery().list().stream()
            .collect(Collectors.toMap(Deployment::getId, each -> each));
    return repository.createDecisionDefinitionQuery().list().stream()
        .sorted(Comparator.comparingInt(DecisionDefinition::getVersion))
        .collect(
            Collectors.groupingBy(
                DecisionDefinition::getKey,
                Collectors.mapping(
                    each -> version(each, deployments.get(each.getDeploymentId())),
                    Collectors.toUnmodifiableList())));
  }

  private Version version(DecisionDefinition definition, Deployment deployment) {
    return new Version(
        definition.getVersion(),
        definition.getId(),
        deployment.getDeploymentTime().toInstant(),
        origin(deployment));
  }

  private Origin origin(Deployment deployment) {
    if (RELEASE.equals(deployment.getSource())) {
      return Origin.RELEASED;
    }
    String atStart =
        ((SpringTransactionsProcessEngineConfiguration) engine.getProcessEngineConfiguration())
            .getDeploymentName();
    return atStart.equals(deployment.getName()) ? Origin.DELIVERED : Origin.DEPLOYED;
  }

  /**
   * A version of a table.
   *
   * @param definition the engine's id of it
   */
  private record Version(int number, String definition, Instant at, Origin origin) {}

  /**
   * The versions of each table.
   *
   * @param state of the engine's deployments when they were looked up
   * @param all the oldest first
   */
  private record Deployed(
      String state, Map<String, List<Version>> all, Map<String, Version> inUse) {

    static Deployed of(String state, Map<String, List<Version>> all) {
      return new Deployed(
          state,
          all,
          all.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> used(each.getValue()))));
    }

    /** What comes with the program never takes the place of what was released here. */
    private static Version used(List<Version> versions) {
      boolean isReleased = versions.stream().anyMatch(each -> each.origin() == Origin.RELEASED);
      return versions.stream()
          .filter(each -> !isReleased || each.origin() != Origin.DELIVERED)
          .reduce((older, newer) -> newer)
          .orElseThrow();
    }
  }

  private record Question(String table, String definition, Map<String, Object> inputs) {}

  /** The tables in versions of somebody's choice, each looked up once. */
  private final class InVersions implements DecisionTables {

    private final UnaryOperator<String> lookup;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    private InVersions(UnaryOperator<String> lookup) {
      this.lookup = lookup;
    }

    private String definition(String table) {
      return definitions.computeIfAbsent(table, lookup);
    }

    @Override
    public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
      return EngineDecisionTables.this.all(table, definition(table), inputs);
    }

    @Override
    public List<String> tables() {
      return EngineDecisionTables.this.tables();
    }

    @Override
    public List<Map<String, String>> rules(String table) {
      return EngineDecisionTables.this.rules(table, definition(table));
    }
  }
}
