package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read fast is what the engine reads; each test holds on both. */
class FastReadingTest {

  private static final int MANY = 12;

  /** Many tasks that one message ends. */
  private static final BpmnModelInstance ROUND =
      Bpmn.createExecutableProcess("round")
          .camundaHistoryTimeToLive(1)
          .startEvent()
          .userTask("answer")
          .camundaCandidateGroups("all")
          .multiInstance()
          .cardinality(String.valueOf(MANY))
          .multiInstanceDone()
          .endEvent()
          .moveToActivity("answer")
          .boundaryEvent()
          .message("over")
          .endEvent()
          .done();

  /** Many parts that one timer ends. */
  private static final BpmnModelInstance PARTS =
      Bpmn.createExecutableProcess("parts")
          .camundaHistoryTimeToLive(1)
          .startEvent()
          .receiveTask("part")
          .message("news")
          .multiInstance()
          .cardinality("3")
          .multiInstanceDone()
          .endEvent()
          .moveToActivity("part")
          .boundaryEvent()
          .timerWithDuration("PT1H")
          .endEvent()
          .done();

  private static SmallEngine fastOne;
  private static SmallEngine bareOne;

  @BeforeAll
  static void start() {
    fastOne = engine(true);
    bareOne = engine(false);
  }

  @AfterAll
  static void stop() {
    fastOne.close();
    bareOne.close();
  }

  @AfterEach
  void clean() {
    for (SmallEngine small : List.of(fastOne, bareOne)) {
      small.engine.getIdentityService().clearAuthentication();
      small
          .engine
          .getRuntimeService()
          .createProcessInstanceQuery()
          .list()
          .forEach(
              each ->
                  small.engine.getRuntimeService().deleteProcessInstance(each.getId(), "clean"));
      TaskService tasks = small.engine.getTaskService();
      tasks.createTaskQuery().list().forEach(each -> tasks.deleteTask(each.getId()));
      AuthorizationService rights = small.engine.getAuthorizationService();
      rights
          .createAuthorizationQuery()
          .authorizationType(Authorization.AUTH_TYPE_REVOKE)
          .list()
          .forEach(each -> rights.deleteAuthorization(each.getId()));
    }
  }

  private static SmallEngine engine(boolean fast) {
    SmallEngine made =
        new SmallEngine(
            fast,
            Map.of(),
            configuration -> {
              configuration.setAuthorizationEnabled(true);
              configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
            });
    made.deploy(ROUND);
    made.deploy(PARTS);
    return made;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatBelongsToTasksEndsWithThem(boolean fast) {
    SmallEngine small = fast ? fastOne : bareOne;
    small.engine.getRuntimeService().startProcessInstanceByKey("round");
    TaskService tasks = small.engine.getTaskService();
    List<Task> open = tasks.createTaskQuery().list();
    for (Task task : open) {
      Task part = tasks.newTask();
      part.setParentTaskId(task.getId());
      tasks.saveTask(part);
      tasks.setVariableLocal(task.getId(), "noted", task.getId());
    }

    small.engine.getRuntimeService().correlateMessage("over");

    assertThat(open).hasSize(MANY);
    assertThat(List.of("act_ru_task", "act_ru_variable", "act_ru_identitylink", "act_ru_execution"))
        .allSatisfy(table -> assertThat(rows(small, table)).isZero());
    List<HistoricTaskInstance> ended =
        small.engine.getHistoryService().createHistoricTaskInstanceQuery().list();
    assertThat(ended)
        .hasSizeGreaterThanOrEqualTo(2 * MANY)
        .allSatisfy(task -> assertThat(task.getEndTime()).isNotNull())
        .allSatisfy(task -> assertThat(task.getStartTime()).isNotNull());
  }

  /** The first of many goes with its variables before the database is asked for all of them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheCommandHasRemovedBelongsToNobody(boolean fast) {
    SmallEngine small = fast ? fastOne : bareOne;
    small.engine.getRuntimeService().startProcessInstanceByKey("parts");

    ManagementService jobs = small.engine.getManagementService();
    jobs.executeJob(jobs.createJobQuery().singleResult().getId());

    assertThat(rows(small, "act_ru_variable")).isZero();
    assertThat(rows(small, "act_ru_execution")).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aGroupsRightHoldsUntilItIsRevokedFromAnybodyInIt(boolean fast) {
    SmallEngine small = fast ? fastOne : bareOne;
    small.engine.getRuntimeService().startProcessInstanceByKey("round");
    TaskService tasks = small.engine.getTaskService();
    List<Task> open = tasks.createTaskQuery().list();
    AuthorizationService rights = small.engine.getAuthorizationService();

    small.engine.getIdentityService().setAuthentication("one", List.of("others"));
    assertThat(tasks.createTaskQuery().count()).isZero();
    assertThatThrownBy(() -> tasks.complete(open.get(0).getId()))
        .isInstanceOf(AuthorizationException.class);
    small.engine.getIdentityService().setAuthentication("one", List.of("others", "all"));
    assertThat(tasks.createTaskQuery().count()).isEqualTo(MANY);
    tasks.complete(open.get(0).getId());

    small.engine.getIdentityService().clearAuthentication();
    Authorization revoked = rights.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
    revoked.setUserId("one");
    revoked.setResource(Resources.TASK);
    revoked.setResourceId(open.get(1).getId());
    revoked.removePermission(Permissions.UPDATE);
    revoked.removePermission(Permissions.TASK_WORK);
    rights.saveAuthorization(revoked);
    small.engine.getIdentityService().setAuthentication("one", List.of("others", "all"));
    assertThatThrownBy(() -> tasks.complete(open.get(1).getId()))
        .isInstanceOf(AuthorizationException.class);
    tasks.complete(open.get(2).getId());
  }

  @Test
  void itAsksTheDatabaseFarLessOften() {
    int bare = statementsToEndARound(false);
    int fast = statementsToEndARound(true);

    assertThat(bare).isGreaterThan(5 * MANY);
    assertThat(fast).isLessThan(bare / 2);
  }

  private static int statementsToEndARound(boolean fast) {
    SmallEngine small = fast ? fastOne : bareOne;
    small.engine.getRuntimeService().startProcessInstanceByKey("round");
    return small.statements(() -> small.engine.getRuntimeService().correlateMessage("over"));
  }

  private static long rows(SmallEngine small, String table) {
    return small
        .db
        .sql("select count(*) from " + table)
        .query((row, number) -> row.getLong(1))
        .single();
  }
}
