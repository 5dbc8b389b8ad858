package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.people.Groups;
import app.chancery.programme.Opening;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebOfficeTest
class RightsTest {

  /** Logged in once, for all the requests of this test. */
  private static final Map<String, Visitor> IN_TASKLIST = new HashMap<>();

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private People people;
  @Autowired private Opening opening;
  private Probe probe;

  @BeforeEach
  void open() {
    probe = new Probe(engine);
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void staffWorkTheTasksOfTheirGroup() {
    Visitor analyst = inTasklist("analyst");
    String task = "/camunda/api/engine/engine/default/task/" + probe.task();

    assertThat(analyst.get(task).statusCode()).isEqualTo(200);
    assertThat(analyst.post(task + "/claim", "{\"userId\":\"analyst\"}").statusCode())
        .isEqualTo(204);
    assertThat(
            analyst
                .post(task + "/submit-form", "{\"variables\":{\"figure\":{\"value\":\"8\"}}}")
                .statusCode())
        .isEqualTo(204);
    assertThat(probe.isOpen()).isFalse();
  }

  @Test
  void theListOfTasksTellsProgrammesApart() {
    assertThat(
            inTasklist("analyst").json("/engine-rest/task/" + probe.task()).path("name").asText())
        .isEqualTo("Probe rights · XP-2026");
  }

  @Test
  void rule11_whatAFormTellsIsForThoseWhoWorkOnTheTask() {
    opening.open(SampleDossiers.ruritania());
    String form =
        "/engine-rest/task/"
            + engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey("XR-2026")
                .taskCandidateGroup(Groups.ANALYSTS)
                .list()
                .get(0)
                .getId()
            + "/form-variables";

    assertThat(Visitor.program(port, "analyst").json(form).has("candidateName")).isTrue();
    for (String onlooker : List.of("manager", "admin")) {
      assertThat(Visitor.program(port, onlooker).get(form).statusCode()).isEqualTo(200);
      assertThat(Visitor.program(port, onlooker).json(form).has("candidateName")).isFalse();
    }
  }

  /** The browser's side of it is in the journeys. */
  @Test
  void whatSomebodyWroteIsWrittenForAFormSoThatItIsReadAsTyped() {
    opening.open(SampleDossiers.of("XR", "![x](http://a.example) <b>*x*</b>"));
    String form =
        "/engine-rest/task/"
            + engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey("XR-2026")
                .taskDefinitionKey("userTask_assessPoliticalBandwidth")
                .singleResult()
                .getId()
            + "/form-variables";

    assertThat(
            Visitor.program(port, "analyst")
                .json(form)
                .path("candidateName")
                .path("value")
                .asText())
        .isEqualTo(
            "&#33;&#91;x&#93;&#40;http&#58;&#47;&#47;a&#46;example&#41;"
                + " &#60;b&#62;&#42;x&#42;&#60;&#47;b&#62;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"envoy", "planner", "delegate-fr", "press"})
  void staffSeeNoTaskOfOthers(String account) {
    Visitor other = Visitor.program(port, account);
    String task = "/engine-rest/task/" + probe.task();

    assertThat(other.json("/engine-rest/task?processInstanceId=" + probe.instance())).isEmpty();
    for (String path : List.of("", "/form-variables", "/variables", "/localVariables", "/form")) {
      assertThat(other.get(task + path).statusCode()).as(path).isIn(403, 404);
    }
    assertThat(other.post(task + "/claim", "{\"userId\":\"%s\"}".formatted(account)).statusCode())
        .isEqualTo(404);
    assertThat(other.post(task + "/submit-form", "{}").statusCode()).isEqualTo(404);
    assertThat(other.post(task + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(probe.isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "envoy", "delegate-fr", "executive"})
  void nobodyButManagersAndAdministratorsReadsHistory(String account) {
    Visitor staff = Visitor.program(port, account);

    for (String kind :
        List.of("task", "process-instance", "activity-instance", "detail", "variable-instance")) {
      assertThat(staff.get("/engine-rest/history/" + kind).statusCode()).as(kind).isEqualTo(403);
    }
    assertThat(staff.json("/engine-rest/history/user-operation")).isEmpty();
    assertThat(staff.get("/camunda/api/cockpit/plugin/base/default/process-instance").statusCode())
        .isIn(401, 403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT    | /task/{task}/variables/approved | {\"value\":true,\"type\":\"Boolean\"}",
        "POST   | /task/{task}/variables | {\"modifications\":{\"approved\":{\"value\":true}}}",
        "POST   | /task/{task}/localVariables | {\"modifications\":{\"a\":{\"value\":true}}}",
        "POST   | /task/{task}/complete | {\"variables\":{\"approved\":{\"value\":true}}}",
        "POST   | /task/{task}/resolve | {\"variables\":{\"approved\":{\"value\":true}}}",
        "POST   | /task/{task}/bpmnError | {\"errorCode\":\"x\"}",
        "POST   | /task/{task}/bpmnEscalation | {\"escalationCode\":\"programme-terminated\"}",
        "POST   | /task/{task}/assignee | {\"userId\":\"envoy\"}",
        "POST   | /task/{task}/identity-links | {\"groupId\":\"envoys\",\"type\":\"candidate\"}",
        "PUT    | /task/{task} | {\"name\":\"Mine\"}",
        "POST   | /task/create | {\"name\":\"Mine\"}",
        "POST   | /process-definition/key/rights-probe/start | {}",
        "POST   | /process-definition/key/enlargement-programme/start | "
            + "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"x\"}]}",
        "POST   | /process-instance/{instance}/modification | "
            + "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_probe\"}]}",
        "POST   | /process-instance/{instance}/variables | "
            + "{\"modifications\":{\"approved\":{\"value\":true}}}",
        "PUT    | /process-instance/{instance}/variables/a | {\"value\":true}",
        "PUT    | /process-instance/{instance}/suspended | {\"suspended\":true}",
        "DELETE | /process-instance/{instance} | {}",
        "PUT    | /process-definition/{definition}/suspended | {\"suspended\":true}",
        "DELETE | /process-definition/{definition} | {}",
        "POST   | /modification/execute | {\"processDefinitionId\":\"{definition}\","
            + "\"processInstanceIds\":[\"{instance}\"],"
            + "\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_probe\"}]}",
        "POST   | /migration/execute | {\"migrationPlan\":{"
            + "\"sourceProcessDefinitionId\":\"{definition}\","
            + "\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":["
            + "{\"sourceActivityIds\":[\"userTask_probe\"],"
            + "\"targetActivityIds\":[\"userTask_probe\"]}]},"
            + "\"processInstanceIds\":[\"{instance}\"]}",
        "POST   | /decision-definition/key/deadlines/evaluate | {\"variables\":{}}",
        "POST   | /authorization/create | {\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"envoy\","
            + "\"resourceType\":0,\"resourceId\":\"*\"}",
        "POST   | /group/create | {\"id\":\"mine\",\"name\":\"Mine\",\"type\":\"WORKFLOW\"}",
        "PUT    | /group/camunda-admin/members/{account} | {}",
        "POST   | /user/create | {\"profile\":{\"id\":\"friend\"},"
            + "\"credentials\":{\"password\":\"chancery\"}}",
        "PUT    | /user/admin/credentials | "
            + "{\"password\":\"mine\",\"authenticatedUserPassword\":\"chancery\"}",
        "PUT    | /user/admin/profile | {\"id\":\"admin\",\"firstName\":\"Me\"}",
        "DELETE | /user/admin | {}",
        "POST   | /history/process-instance/delete | {\"historicProcessInstanceIds\":[\"x\"]}",
        "POST   | /history/cleanup | {}",
      })
  void whatTheEngineOffersBesidesTheFormsIsNotForStaff(String method, String path, String body) {
    for (String account : List.of("analyst", "envoy", "manager")) {
      String route = filled(path, account);
      String json = filled(body, account);

      int direct =
          Visitor.program(port, account).send(method, "/engine-rest" + route, json).statusCode();
      int webapp =
          inTasklist(account)
              .send(method, "/camunda/api/engine/engine/default" + route, json)
              .statusCode();

      // What a person may not even read is not found.
      assertThat(List.of(direct, webapp))
          .as(account)
          .isNotEmpty()
          .allMatch(status -> status == 403 || status == 404);
    }
    assertThat(probe.isOpen()).isTrue();
  }

  @Test
  void staffDoNotDeploy() {
    long before = engine.getRepositoryService().createDeploymentQuery().count();
    String body =
        """
        --b\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        intruder\r
        --b\r
        Content-Disposition: form-data; name="data"; filename="x.form"\r
        Content-Type: application/octet-stream\r
        \r
        {}\r
        --b--\r
        """;

    for (String account : List.of("analyst", "planner", "executive", "manager")) {
      assertThat(
              Visitor.program(port, account)
                  .send(
                      "POST",
                      "/engine-rest/deployment/create",
                      body,
                      "multipart/form-data; boundary=b")
                  .statusCode())
          .as(account)
          .isEqualTo(403);
    }
    assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "analyst, true", "planner, true", "executive, true", "admin, true",
    "envoy, false", "secretary, false", "delegate-fr, false", "manager, false"
  })
  void onlySomeGroupsMayStartAProgramme(String account, boolean may) {
    Visitor person = inTasklist(account);
    String engineApi = "/camunda/api/engine/engine/default";

    assertThat(
            person
                .json(
                    engineApi
                        + "/process-definition?latest=true&startablePermissionCheck=true"
                        + "&startableInTasklist=true&key=enlargement-programme")
                .size())
        .isEqualTo(may ? 1 : 0);
    // A form without a country is refused by the business, not by the rights.
    int status =
        person
            .post(
                engineApi + "/process-definition/key/enlargement-programme/submit-form",
                "{\"variables\":{\"name\":{\"value\":\"Nowhere\",\"type\":\"String\"}}}")
            .statusCode();
    if (may) {
      assertThat(status).isNotEqualTo(403);
    } else {
      assertThat(status).isEqualTo(403);
    }
  }

  @Test
  void whoMayStartAProgrammeCanOpenItsForm() {
    Visitor analyst = inTasklist("analyst");

    assertThat(
            analyst
                .get(
                    "/camunda/api/engine/engine/default/process-definition/key/"
                        + "enlargement-programme/deployed-start-form")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void managersWatchEverythingAndChangeNothing() {
    Visitor manager = Visitor.person(port, "manager").inTasklist();

    assertThat(manager.open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    assertThat(
            manager
                .get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                .body())
        .contains("rights-probe");
    assertThat(
            manager.json("/engine-rest/process-instance/" + probe.instance()).path("id").asText())
        .isEqualTo(probe.instance());
    assertThat(manager.json("/engine-rest/task?processInstanceId=" + probe.instance())).hasSize(1);
    assertThat(
            manager.json(
                "/engine-rest/history/activity-instance?processInstanceId=" + probe.instance()))
        .isNotEmpty();
    assertThat(
            manager
                .get("/engine-rest/process-definition/" + probe.definition() + "/xml")
                .statusCode())
        .isEqualTo(200);

    String task =
        "/engine-rest/task/"
            + manager
                .json("/engine-rest/task?processInstanceId=" + probe.instance())
                .get(0)
                .path("id")
                .asText();
    Visitor program = Visitor.program(port, "manager");
    program.post(task + "/comment/create", "{\"message\": \"mine\"}");
    program.send(
        "POST",
        task + "/attachment/create",
        """
        --x\r
        Content-Disposition: form-data; name="attachment-name"\r
        \r
        mine\r
        --x\r
        Content-Disposition: form-data; name="url"\r
        \r
        http://chancery.example\r
        --x--\r
        """,
        "multipart/form-data; boundary=x");
    assertThat(program.json(task + "/comment")).isEmpty();
    assertThat(program.json(task + "/attachment")).isEmpty();
    assertThat(program.post(task + "/unclaim", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void whatOneHasClaimedStaysAmongTheTasksOfOnesGroups() {
    Visitor analyst = inTasklist("analyst");
    String filters = "/camunda/api/engine/engine/default/filter";
    String groups =
        analyst.json(filters + "?resourceType=Task&name=My%20groups").path(0).path("id").asText();
    String list = filters + "/" + groups + "/list";

    assertThat(analyst.json(list).findValuesAsText("id")).contains(probe.task());
    engine.getTaskService().claim(probe.task(), "analyst");
    assertThat(analyst.json(list).findValuesAsText("id")).contains(probe.task());
    engine.getTaskService().setAssignee(probe.task(), "admin");
    assertThat(analyst.json(list).findValuesAsText("id")).doesNotContain(probe.task());
  }

  @Test
  void everybodyHasTheSharedFiltersWithTheGroupsFirst() {
    Visitor analyst = inTasklist("analyst");
    String filters = "/camunda/api/engine/engine/default/filter";

    assertThat(analyst.json(filters + "?resourceType=Task").findValuesAsText("name"))
        .containsExactlyInAnyOrder("My groups", "My tasks", "Overdue", "Due this week");
    analyst
        .json(filters + "?resourceType=Task")
        .forEach(
            filter ->
                assertThat(
                        analyst
                            .post(filters + "/" + filter.path("id").asText() + "/list", "{}")
                            .statusCode())
                    .isEqualTo(200));
  }

  @Test
  void preparingTheOfficeTwiceChangesNothing() {
    long rights = engine.getAuthorizationService().createAuthorizationQuery().count();
    long accounts = engine.getIdentityService().createUserQuery().count();
    long groups = engine.getIdentityService().createGroupQuery().count();
    long filters = engine.getFilterService().createFilterQuery().count();

    people.afterSingletonsInstantiated();

    assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
        .isEqualTo(rights);
    assertThat(engine.getIdentityService().createUserQuery().count()).isEqualTo(accounts);
    assertThat(engine.getIdentityService().createGroupQuery().count()).isEqualTo(groups);
    assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(filters);
    assertThat(accounts).isEqualTo(11 + 32);
    assertThat(groups).isGreaterThanOrEqualTo(10 + 32);
  }

  @Test
  void everyRightOfStaffIsToReadOrToStart() {
    List<String> staff =
        Groups.names().keySet().stream()
            .filter(group -> !group.equals(Groups.ADMINISTRATORS))
            .toList();

    assertThat(
            engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(staff.toArray(String[]::new))
                .list())
        .filteredOn(right -> right.getResourceType() != 7)
        .isNotEmpty()
        .allSatisfy(
            right ->
                assertThat(
                        right.isPermissionGranted(
                                org.camunda.bpm.engine.authorization.Permissions.UPDATE)
                            || right.isPermissionGranted(
                                org.camunda.bpm.engine.authorization.Permissions.DELETE))
                    .isFalse());
  }

  private Visitor inTasklist(String account) {
    return IN_TASKLIST.computeIfAbsent(account, id -> Visitor.person(port, id).inTasklist());
  }

  private String filled(String text, String account) {
    return text.replace("{task}", probe.task())
        .replace("{instance}", probe.instance())
        .replace("{definition}", probe.definition())
        .replace("{account}", account);
  }
}
