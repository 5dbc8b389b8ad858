package app.chancery.platform.engine.migration;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the instances of older models to the newest ones. Timers keep their days, tasks keep who
 * has them. What has no place in the newest model stays on the one it was started with, where it
 * goes on as it would have.
 */
@Service
public class ModelMigration {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final MigrationPolicy policy;

  ModelMigration(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      TransactionTemplate transaction,
      Audit audit,
      MigrationPolicy policy) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.transaction = transaction;
    this.audit = audit;
    this.policy = policy;
  }

  /**
   * The processes whose newest models are not those of this version: the office of this version has
   * not been started on this database, or a newer one has.
   */
  public List<String> notDeployed() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .filter(each -> !isOfThisVersion(each))
        .map(ProcessDefinition::getKey)
        .sorted()
        .toList();
  }

  private boolean isOfThisVersion(ProcessDefinition deployed) {
    try (InputStream model =
        repository.getResourceAsStream(deployed.getDeploymentId(), deployed.getResourceName())) {
      byte[] content = model.readAllBytes();
      return ModelsOfThisVersion.model(deployed.getKey())
          .filter(own -> Arrays.equals(own, content))
          .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link #go} would do now; nothing is changed. */
  public List<MigrationLine> report() {
    List<MigrationLine> lines = new ArrayList<>();
    for (ProcessDefinition old : older()) {
      Way way = way(old);
      for (ActivityStatistics at : where(old)) {
        lines.add(line(old, at, way));
      }
    }
    return lines;
  }

  /**
   * Moves what can be moved, some instances a transaction. It may be broken off at any moment and
   * begun again: what has moved has moved, and is not touched again.
   *
   * @param progress is told how many instances of the process have moved up to now
   * @return what has stayed, with why; instances that somebody worked at in that moment among them
   */
  public List<MigrationLine> go(Consumer<String> progress) {
    List<MigrationLine> stayed = new ArrayList<>();
    for (ProcessDefinition old : older()) {
      Way way = way(old);
      if (way.plan() != null) {
        move(old, way.plan(), progress, stayed);
      }
    }
    return Stream.concat(report().stream().filter(line -> !line.moves()), stayed.stream()).toList();
  }

  private void move(
      ProcessDefinition old,
      MigrationPlan plan,
      Consumer<String> progress,
      List<MigrationLine> stayed) {
    List<String> instances =
        runtime.createProcessInstanceQuery().processDefinitionId(old.getId()).list().stream()
            .map(ProcessInstance::getId)
            .sorted()
            .toList();
    int moved = 0;
    for (int from = 0; from < instances.size(); from += policy.atOnce()) {
      List<String> some =
          instances.subList(from, Math.min(instances.size(), from + policy.atOnce()));
      moved += moveTogether(old, plan, some, stayed);
      progress.accept(
          "%s, version %s: %s of %s moved"
              .formatted(old.getKey(), old.getVersion(), moved, instances.size()));
    }
  }

  /**
   * One by one if there is one among them that cannot be moved; without those that have ended, or
   * that another one moved, in that moment.
   */
  private int moveTogether(
      ProcessDefinition old,
      MigrationPlan plan,
      List<String> instances,
      List<MigrationLine> stayed) {
    try {
      transaction.executeWithoutResult(
          begun -> {
            runtime
                .newMigration(plan)
                .processInstanceIds(instances)
                .skipCustomListeners()
                .skipIoMappings()
                .execute();
            audit.record(
                Act.ADMINISTRATION,
                null,
                "migration",
                old.getId() + " to " + plan.getTargetProcessDefinitionId(),
                String.join(" ", instances));
          });
      return instances.size();
    } catch (ProcessEngineException e) {
      List<String> there = stillOn(old, instances);
      if (there.size() < instances.size()) {
        return there.isEmpty() ? 0 : moveTogether(old, plan, there, stayed);
      }
      if (!(e instanceof MigratingProcessInstanceValidationException
          || e instanceof OptimisticLockingException)) {
        throw e;
      }
      if (instances.size() > 1) {
        return instances.stream()
            .mapToInt(one -> moveTogether(old, plan, List.of(one), stayed))
            .sum();
      }
      stayed.add(
          new MigrationLine(
              old.getKey(),
              old.getVersion(),
              null,
              null,
              1,
              "instance " + instances.get(0) + ": " + reason(e)));
      return 0;
    }
  }

  private List<String> stillOn(ProcessDefinition old, List<String> instances) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionId(old.getId())
        .processInstanceIds(Set.copyOf(instances))
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .sorted()
        .toList();
  }

  private static String reason(RuntimeException failed) {
    return failed instanceof MigratingProcessInstanceValidationException invalid
        ? failures(invalid.getValidationReport())
        : "somebody worked at it in that moment; begin again";
  }

  private static String failures(MigratingProcessInstanceValidationReport report) {
    return Stream.of(
            report.getFailures().stream(),
            report.getActivityInstanceReports().stream()
                .flatMap(each -> each.getFailures().stream()),
            report.getTransitionInstanceReports().stream()
                .flatMap(each -> each.getFailures().stream()))
        .flatMap(each -> each)
        .collect(Collectors.joining("; "));
  }

  private MigrationLine line(ProcessDefinition old, ActivityStatistics at, Way way) {
    String to = way.places().get(at.getId());
    String why =
        way.plan() == null
            ? way.why()
            : to == null ? "the newest model has no place for this activity" : null;
    return new MigrationLine(
        old.getKey(),
        old.getVersion(),
        at.getId(),
        why == null ? to : null,
        at.getInstances(),
        why);
  }

  private List<ActivityStatistics> where(ProcessDefinition old) {
    return management.createActivityStatisticsQuery(old.getId()).list().stream()
        .filter(at -> at.getInstances() > 0)
        .sorted(Comparator.comparing(ActivityStatistics::getId))
        .toList();
  }

  /** Every version that is not the newest of its process and has instances, the oldest first. */
  private List<ProcessDefinition> older() {
    Map<String, Integer> newest = new LinkedHashMap<>();
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(each -> newest.put(each.getKey(), each.getVersion()));
    return repository
        .createProcessDefinitionQuery()
        .orderByProcessDefinitionKey()
        .asc()
        .orderByProcessDefinitionVersion()
        .asc()
        .list()
        .stream()
        .filter(each -> each.getVersion() < newest.get(each.getKey()))
        .filter(
            each ->
                runtime.createProcessInstanceQuery().processDefinitionId(each.getId()).count() > 0)
        .toList();
  }

  /**
   * How instances of that definition get to the newest version of its process.
   *
   * @throws IllegalStateException if the models do not fit, saying why
   */
  MigrationPlan plan(ProcessDefinition old) {
    Way way = way(old);
    if (way.plan() == null) {
      throw new IllegalStateException(way.why());
    }
    return way.plan();
  }

  private Way way(ProcessDefinition old) {
    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(old.getKey())
            .latestVersion()
            .singleResult();
    MigrationPlanBuilder building = runtime.createMigrationPlan(old.getId(), newest.getId());
    building.mapEqualActivities();
    ModelsOfThisVersion.placesIn(old.getKey()).forEach(building::mapActivities);
    try {
      MigrationPlan plan = building.build();
      return new Way(
          plan,
          plan.getInstructions().stream()
              .collect(
                  Collectors.toMap(
                      MigrationInstruction::getSourceActivityId,
                      MigrationInstruction::getTargetActivityId)),
          null);
    } catch (MigrationPlanValidationException e) {
      return new Way(
          null,
          Map.of(),
          e.getValidationReport().getInstructionReports().stream()
              .map(
                  report ->
                      report.getMigrationInstruction().getSourceActivityId()
                          + ": "
                          + String.join(" ", report.getFailures()))
              .collect(Collectors.joining("; ", "the models do not fit: ", "")));
    }
  }

  /**
   * How the instances of an older version get to the newest one.
   *
   * @param plan null if there is none
   * @param places the new activity by the old one
   * @param why there is no plan; null if there is one
   */
  private record Way(MigrationPlan plan, Map<String, String> places, String why) {}
}
