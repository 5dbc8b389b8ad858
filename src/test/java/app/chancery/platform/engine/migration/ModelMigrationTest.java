package app.chancery.platform.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.chancery.OfficeTest;
import app.chancery.ReleasedModels;
import app.chancery.SampleDossiers;
import app.chancery.platform.audit.Audit;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Programmes that were started on the models of a release, and go on on the newest ones. */
@OfficeTest
class ModelMigrationTest {

  /** No instance waits at more activities one after the other. */
  private static final int STOPS = 7;

  @Autowired ModelMigration migration;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired TransactionTemplate transaction;
  @Autowired Audit audit;
  @Autowired TaskService tasks;
  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired Rehearsal rehearsal;
  @Autowired Office office;
  @Autowired JdbcClient db;

  private final List<Deployment> deployed = new ArrayList<>();

  static Stream<String> releases() {
    return ReleasedModels.all();
  }

  @BeforeEach
  void startOnTheDayOfTheAssessment() {
    office.setClock(Instant.parse("2026-11-02T09:00:00Z"));
  }

  @AfterEach
  void theModelsAreThoseOfThisVersion() {
    deployed.forEach(each -> repository.deleteDeployment(each.getId(), true));
  }

  /** Named after the models, so that a release adds nothing here but its folder. */
  @ParameterizedTest
  @MethodSource("releases")
  void everyActivityThatWasReleasedHasAPlaceInTheNewestModels(String release) {
    List<ProcessDefinition> old = definitionsOf(release);
    deployed.add(ReleasedModels.deployNewest(repository));

    for (ProcessDefinition each : old) {
      assertThat(
              migration.plan(each).getInstructions().stream()
                  .map(MigrationInstruction::getSourceActivityId))
          .as(each.getKey())
          .containsAll(whereATokenWaits(each));
    }
    assertThat(old).hasSizeGreaterThan(10);
  }

  static Stream<Arguments> stops() {
    return releases()
        .flatMap(
            release -> IntStream.rangeClosed(1, STOPS).mapToObj(stop -> arguments(release, stop)));
  }

  /**
   * Each instance moves at its first, second, third ... stop, whatever the others do, and so from
   * every activity at which any waits in the whole of a programme.
   */
  @ParameterizedTest
  @MethodSource("stops")
  void aProgrammeGoesOnFromEveryStopToItsEnd(String release, int stop) {
    Set<String> old =
        definitionsOf(release).stream().map(ProcessDefinition::getId).collect(Collectors.toSet());
    String key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    deployed.add(ReleasedModels.deployNewest(repository));
    Map<String, Set<String>> stops = new HashMap<>();

    rehearsal.run(() -> !programmes.get(key).isOpen(), happening -> moveAt(stop, old, stops));

    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(stops.values().stream().filter(each -> each.size() >= stop)).isNotEmpty();
    if (stop == STOPS) {
      assertThat(stops.values().stream().filter(each -> each.size() > STOPS)).isEmpty();
    }
  }

  private void moveAt(int stop, Set<String> old, Map<String, Set<String>> stops) {
    Map<String, String> moving = new TreeMap<>();
    db.sql(
            """
            select proc_inst_id_, proc_def_id_, act_id_ from act_ru_execution
            where is_active_ and act_id_ is not null
            """)
        .query(
            row -> {
              String instance = row.getString("proc_inst_id_");
              Set<String> known = stops.computeIfAbsent(instance, first -> new HashSet<>());
              if (old.contains(row.getString("proc_def_id_"))
                  && known.add(row.getString("act_id_"))
                  && known.size() == stop) {
                moving.put(instance, row.getString("proc_def_id_"));
              }
            });
    moving.forEach(
        (instance, definition) ->
            runtime
                .newMigration(migration.plan(repository.getProcessDefinition(definition)))
                .processInstanceIds(instance)
                .skipCustomListeners()
                .skipIoMappings()
                .execute());
  }

  @Test
  void whatWouldMoveIsReportedAndNothingMoves() {
    onTheFirstRelease();

    List<MigrationLine> lines = migration.report();

    assertThat(lines)
        .filteredOn(line -> line.process().equals("enlargement-programme"))
        .extracting(MigrationLine::activity, MigrationLine::to, MigrationLine::instances)
        .containsExactly(tuple("callActivity_prerequisites", "callActivity_prerequisites", 1L));
    assertThat(lines).isNotEmpty().allMatch(MigrationLine::moves);
    assertThat(migration.report()).isEqualTo(lines);
  }

  @Test
  void whoHasATaskKeepsItWithItsDayAndEachMoveIsAudited() {
    onTheFirstRelease();
    Task before = tasks.createTaskQuery().listPage(0, 1).get(0);
    tasks.claim(before.getId(), "analyst");
    long instances = runtime.createProcessInstanceQuery().count();
    List<String> jobs = dueDaysOfAllJobs();

    assertThat(migration.go(progress -> {})).isEmpty();

    Task after = tasks.createTaskQuery().taskId(before.getId()).singleResult();
    assertThat(after.getAssignee()).isEqualTo("analyst");
    assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
    assertThat(after.getProcessDefinitionId()).isNotEqualTo(before.getProcessDefinitionId());
    assertThat(dueDaysOfAllJobs()).isEqualTo(jobs);
    assertThat(migration.report()).isEmpty();
    List<String> moved =
        db.sql("select why from audit_waiting where subject = 'migration'")
            .query(String.class)
            .list();
    assertThat(moved.stream().flatMap(each -> Stream.of(each.split(" ")))).hasSize((int) instances);
    assertThat(migration.go(progress -> {})).isEmpty();
    assertThat(
            db.sql("select count(*) from audit_waiting where subject = 'migration'")
                .query(Integer.class)
                .single())
        .isEqualTo(moved.size());
  }

  private List<String> dueDaysOfAllJobs() {
    return db.sql(
            "select id_ || ' ' || duedate_ from act_ru_job where duedate_ is not null order by id_")
        .query(String.class)
        .list();
  }

  /** A model in which an activity is gone, and nobody said where it went. */
  @Test
  void whatHasNoPlaceStaysAndGoesOnAsItWas() {
    deployed.add(repository.createDeployment().addModelInstance("a.bpmn", model("first")).deploy());
    runtime.startProcessInstanceByKey("migrated");
    deployed.add(
        repository.createDeployment().addModelInstance("a.bpmn", model("second")).deploy());

    assertThat(migration.report())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.activity()).isEqualTo("first");
              assertThat(line.moves()).isFalse();
              assertThat(line.why()).contains("no place");
            });
    assertThat(migration.go(progress -> {})).isNotEmpty();
    runtime.signal(waitingAt("first"));
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("migrated").count())
        .isZero();
  }

  /** The folder of test models has a map beside this one. */
  @Test
  void aRenamedActivityIsFoundByTheMapBesideItsModel() {
    deployed.add(
        repository.createDeployment().addModelInstance("a.bpmn", renamed("old_task")).deploy());
    runtime.startProcessInstanceByKey("migration-sample");
    deployed.add(
        repository.createDeployment().addModelInstance("a.bpmn", renamed("new_task")).deploy());

    assertThat(migration.report())
        .singleElement()
        .satisfies(line -> assertThat(line.to()).isEqualTo("new_task"));
    assertThat(migration.go(progress -> {})).isEmpty();
    runtime.signal(waitingAt("new_task"));
  }

  /** The office goes on working while its instances are moved. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatHasEndedOrMovedMeanwhileHoldsNothingUpAndIsNotCounted(int atOnce) {
    deployed.add(repository.createDeployment().addModelInstance("a.bpmn", model("same")).deploy());
    for (int each = 0; each < 2 * atOnce + 2; each++) {
      runtime.startProcessInstanceByKey("migrated");
    }
    BpmnModelInstance newest = model("same");
    newest.getDefinitions().setName("another version");
    deployed.add(repository.createDeployment().addModelInstance("a.bpmn", newest).deploy());
    ProcessDefinition old =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("migrated")
            .processDefinitionVersion(1)
            .singleResult();
    List<String> told = new ArrayList<>();

    List<MigrationLine> stayed =
        new ModelMigration(
                repository, runtime, management, transaction, audit, new MigrationPolicy(atOnce))
            .go(
                progress -> {
                  if (told.isEmpty()) {
                    List<String> next = on(old);
                    runtime.deleteProcessInstance(next.get(0), "has ended meanwhile");
                    runtime
                        .newMigration(migration.plan(old))
                        .processInstanceIds(next.get(1))
                        .execute();
                  }
                  told.add(progress);
                });

    assertThat(stayed).isEmpty();
    assertThat(on(old)).isEmpty();
    int all = 2 * atOnce + 2;
    assertThat(told)
        .last()
        .isEqualTo("migrated, version 1: %s of %s moved".formatted(all - 2, all));
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("migrated").count())
        .isEqualTo(all - 1);
  }

  private List<String> on(ProcessDefinition definition) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionId(definition.getId())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .sorted()
        .toList();
  }

  private String waitingAt(String activity) {
    return runtime.createExecutionQuery().activityId(activity).singleResult().getId();
  }

  private static BpmnModelInstance renamed(String task) {
    return process("migration-sample", task);
  }

  private static BpmnModelInstance model(String task) {
    return process("migrated", task);
  }

  private static BpmnModelInstance process(String id, String task) {
    return Bpmn.createExecutableProcess(id)
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .receiveTask(task)
        .message("go on")
        .endEvent()
        .done();
  }

  private void onTheFirstRelease() {
    definitionsOf("1.0.0");
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    office.runDueJobs();
    deployed.add(ReleasedModels.deployNewest(repository));
  }

  private List<ProcessDefinition> definitionsOf(String release) {
    Deployment models = ReleasedModels.deploy(repository, release);
    deployed.add(models);
    return repository.createProcessDefinitionQuery().deploymentId(models.getId()).list();
  }

  /** A service task is done at once, with what is before it, unless it is a job of its own. */
  private static boolean waits(Activity activity) {
    return !(activity instanceof ServiceTask
        || activity instanceof BusinessRuleTask
        || activity instanceof SendTask);
  }

  private Set<String> whereATokenWaits(ProcessDefinition process) {
    return repository
        .getBpmnModelInstance(process.getId())
        .getModelElementsByType(FlowNode.class)
        .stream()
        .filter(
            node ->
                node instanceof Activity activity
                        && (waits(activity)
                            || activity.isCamundaAsyncBefore()
                            || activity.isCamundaAsyncAfter())
                    || node instanceof IntermediateCatchEvent
                    || node instanceof EventBasedGateway)
        .map(FlowNode::getId)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
