package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The known holes of the engine's last community release, by every way that leads to them. */
@WebOfficeTest
class ClosedHolesTest {

  /** Would leave a trace in the JVM if it ran. */
  private static final String CODE =
      "${''.getClass().forName('java.lang.System').getMethod('setProperty','x'.getClass(),'x'.getClass())"
          + ".invoke(null,'chancery.hole','open')}";

  private static final String[] EXPRESSIONS = {
    "assigneeExpression",
    "candidateGroupsExpression",
    "dueAfterExpression",
    "dueBeforeExpression",
    "followUpAfterExpression",
    "createdBeforeExpression",
    "processInstanceBusinessKeyExpression"
  };

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  private Probe probe;

  @BeforeEach
  void open() {
    System.clearProperty("chancery.hole");
    probe = new Probe(engine);
  }

  @AfterEach
  void close() {
    probe.close();
    assertThat(System.getProperty("chancery.hole")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/task, analyst",
    "/task/count, analyst",
    "/filter/{filter}/list, analyst",
    "/filter/{filter}/count, analyst",
    "/filter/{filter}/singleResult, analyst",
    "/task, admin",
    "/filter/{filter}/list, admin"
  })
  void noQueryFromOutsideRunsCode(String path, String account) {
    Visitor inTasklist = Visitor.person(port, account).inTasklist();
    Visitor program = Visitor.program(port, account);
    String route = path.replace("{filter}", filter("My groups").getId());
    for (String expression : EXPRESSIONS) {
      for (String body :
          new String[] {
            "{\"%s\":\"%s\"}".formatted(expression, CODE),
            "{\"orQueries\":[{\"%s\":\"%s\"}]}".formatted(expression, CODE),
            "{\"orQueries\":[{\"name\":\"x\"},{\"name\":\"y\",\"%s\":\"%s\"}]}"
                .formatted(expression, CODE)
          }) {
        refused(program.post("/engine-rest" + route, body), body);
        refused(program.post("/engine-rest/engine/default" + route, body), body);
        refused(inTasklist.post("/camunda/api/engine/engine/default" + route, body), body);
      }
    }
  }

  @Test
  void expressionsInAnAddressAreNoWayInEither() {
    Visitor analyst = Visitor.program(port, "analyst");
    String code = java.net.URLEncoder.encode(CODE, java.nio.charset.StandardCharsets.UTF_8);

    for (String expression : EXPRESSIONS) {
      refused(analyst.get("/engine-rest/task?" + expression + "=" + code), expression);
      refused(analyst.get("/engine-rest/task/count?" + expression + "=" + code), expression);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/history/task",
        "/history/task/count",
        "/history/process-instance",
        "/process-instance",
        "/execution",
        "/variable-instance"
      })
  void otherQueriesTakeNoNoticeOfExpressions(String path) {
    Visitor analyst = Visitor.program(port, "analyst");

    for (String body :
        new String[] {
          "{\"dueAfterExpression\":\"%s\"}".formatted(CODE),
          "{\"orQueries\":[{\"dueAfterExpression\":\"%s\"}]}".formatted(CODE)
        }) {
      // That the code did not run is looked at after the test.
      assertThat(analyst.post("/engine-rest" + path, body).statusCode()).isIn(200, 400, 403);
    }
  }

  @Test
  void theStoredFiltersKeepTheirExpressions() {
    Visitor analyst = Visitor.person(port, "analyst").inTasklist();

    HttpResponse<String> answer =
        analyst.post(
            "/camunda/api/engine/engine/default/filter/" + filter("My groups").getId() + "/list",
            "{\"orQueries\":[{\"nameLike\":\"%\"}]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(probe.task());
  }

  @ParameterizedTest
  @CsvSource({"analyst", "manager", "admin"})
  void nobodyMakesAnAdministratorBySetup(String account) {
    String user =
        """
        {"profile":{"id":"intruder","firstName":"I","lastName":"N","email":"i@n.example"},
         "credentials":{"password":"intruder-1"}}
        """;
    Visitor person = Visitor.person(port, account).inTasklist();

    assertThat(Visitor.stranger(port).post("/camunda/api/admin/setup/default/user/create", user))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(401);
    assertThat(person.post("/camunda/api/admin/setup/default/user/create", user).statusCode())
        .isEqualTo(403);
    for (String detour :
        new String[] {
          "/camunda/api/admin/setup/default/user/create/",
          "/camunda/api/admin/setup/default;x=y/user/create",
          "/camunda/api/admin//setup/default/user/create",
          "/camunda/api/admin/%73etup/default/user/create",
          "/camunda/api/admin/x/../setup/default/user/create"
        }) {
      assertThat(person.post(detour, user).statusCode()).as(detour).isBetween(400, 404);
    }
    assertThat(engine.getIdentityService().createUserQuery().userId("intruder").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "envoy", "delegate-fr", "executive", "manager"})
  void staffCannotMakeOrChangeFilters(String account) {
    Visitor person = Visitor.person(port, account).inTasklist();
    Visitor program = Visitor.program(port, account);
    Filter filter = filter("My tasks");
    String body =
        """
        {"resourceType":"Task","name":"Mine","owner":"%s","properties":{},
         "query":{"assigneeExpression":"%s"}}
        """
            .formatted(account, CODE);

    for (String base : new String[] {"/engine-rest", "/engine-rest/engine/default"}) {
      assertThat(program.post(base + "/filter/create", body).statusCode()).isEqualTo(403);
      assertThat(program.put(base + "/filter/" + filter.getId(), body).statusCode()).isEqualTo(403);
      assertThat(program.delete(base + "/filter/" + filter.getId()).statusCode()).isEqualTo(403);
    }
    String webapp = "/camunda/api/engine/engine/default";
    assertThat(person.post(webapp + "/filter/create", body).statusCode()).isEqualTo(403);
    assertThat(person.put(webapp + "/filter/" + filter.getId(), body).statusCode()).isEqualTo(403);
    assertThat(person.delete(webapp + "/filter/" + filter.getId()).statusCode()).isEqualTo(403);
    assertThat(engine.getFilterService().createFilterQuery().filterName("Mine").count()).isZero();
  }

  @Test
  void thePolicyOfTheWebappsSharesNoNonce() {
    Visitor admin = Visitor.person(port, "admin");

    for (String app : new String[] {"tasklist", "cockpit", "admin", "welcome"}) {
      HttpResponse<String> page = admin.open("/camunda/app/" + app + "/default/");

      assertThat(page.headers().allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("script-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
          .doesNotContain("nonce", "https:");
    }
  }

  private Filter filter(String name) {
    return engine.getFilterService().createFilterQuery().filterName(name).singleResult();
  }

  private static void refused(HttpResponse<String> answer, String what) {
    assertThat(answer.statusCode()).as(what + " -> " + answer.body()).isEqualTo(400);
  }
}
