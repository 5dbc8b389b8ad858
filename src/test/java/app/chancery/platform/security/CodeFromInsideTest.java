package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.security.EngineRoutes.Route;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Nobody gets code into the server as the value of a variable: no class, no driver, no file of the
 * caller's choice, on no call of the engine's REST interface, wherever it is reached.
 */
@WebOfficeTest
class CodeFromInsideTest {

  /** Where the same calls are answered. */
  private static final List<String> INTERFACES =
      List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

  private static final String JSON_FORMAT = "application/json";

  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @TempDir private Path disk;
  private Probe probe;

  @BeforeEach
  void open() {
    probe = new Probe(engine);
  }

  @AfterEach
  void nothingWasWritten() {
    // Whoever reads what was sent would run it.
    for (String reader : List.of("admin", "manager", "analyst")) {
      for (String variables :
          List.of(
              "/variable-instance?deserializeValues=true",
              "/history/variable-instance?deserializeValues=true",
              "/task/" + probe.task() + "/variables",
              "/task/" + probe.task() + "/form-variables",
              "/process-instance/" + probe.instance() + "/variables")) {
        visitor(reader).get("/engine-rest" + variables);
      }
    }
    probe.close();
    assertThat(disk).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Object", "object", "Xml", "File", "Bytes", "Number", "OBJECT", "", "null "})
  void noCallTakesAValueThatIsNotPlain(String type) {
    SoftAssertions all = new SoftAssertions();
    int calls = 0;
    for (Route route : EngineRoutes.all()) {
      Object body = route.bodyWith(driver(type)).orElse(null);
      if (body != null) {
        calls++;
        for (String engineInterface : INTERFACES) {
          HttpResponse<String> answer =
              visitor("admin").send(route.method(), engineInterface + filled(route), json(body));
          all.assertThat(answer.statusCode())
              .as(engineInterface + " " + route + ": " + answer.body())
              // There is no tenant and no case, so nothing is read of a call that names one.
              .isIn(
                  route.path().matches(".*/tenant-id/.*|/case-definition/key/.*")
                      ? List.of(400, 404)
                      : List.of(400));
          all.assertThat(answer.body())
              .doesNotContain("DriverManagerDataSource", "springframework");
        }
      }
    }
    all.assertThat(calls).isGreaterThan(25);
    all.assertAll();
  }

  @Test
  void noCallButADeploymentAndAnAttachmentTakesAFile() {
    String body =
        """
        --b\r
        Content-Disposition: form-data; name="data"\r
        Content-Type: application/json\r
        \r
        %s\r
        --b\r
        Content-Disposition: form-data; name="type"\r
        Content-Type: text/plain\r
        \r
        org.springframework.jdbc.datasource.DriverManagerDataSource\r
        --b--\r
        """
            .formatted(driver("Object").get("value"));
    List<Route> taking = EngineRoutes.all().stream().filter(Route::takesFiles).toList();

    assertThat(taking)
        .extracting(Route::toString)
        .filteredOn(route -> !route.contains("ariables/{varId}/data"))
        .containsExactlyInAnyOrder("POST /deployment/create", "POST /task/{id}/attachment/create");
    for (Route route : taking) {
      if (route.path().endsWith("/data")) {
        for (String engineInterface : INTERFACES) {
          assertThat(
                  visitor("admin")
                      .send(
                          route.method(),
                          engineInterface + filled(route),
                          body,
                          "multipart/form-data; boundary=b")
                      .statusCode())
              .as(route.toString())
              .isEqualTo(400);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"open\": [1, 2}", "{} {}", "", "nothing", "'single'"})
  void aJsonValueIsAJsonText(String text) {
    String variables = "/engine-rest/process-instance/" + probe.instance() + "/variables/list";

    assertThat(
            visitor("admin")
                .put(variables, json(Map.of("type", "Json", "value", text)))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            visitor("admin")
                .put(variables, "{\"type\": \"Json\", \"value\": {\"a\": 1}}")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            visitor("admin")
                .put(variables, json(Map.of("type", "Json", "value", "[{\"a\": 1}]")))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void aValueOfNoTypeIsPlainToo() {
    String variables = "/engine-rest/process-instance/" + probe.instance() + "/variables/list";

    for (String value : List.of("{\"a\": 1}", "[1, 2]")) {
      HttpResponse<String> answer =
          visitor("admin").put(variables, "{\"value\": %s}".formatted(value));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Visitor.parse(answer).path("message").asText()).contains("must be a text");
    }
    for (String value : List.of("\"text\"", "7", "7.5", "true", "null")) {
      assertThat(visitor("admin").put(variables, "{\"value\": %s}".formatted(value)).statusCode())
          .isEqualTo(204);
    }
  }

  @Test
  void theRefusalNamesTheVariableAndSaysWhatIsTaken() {
    HttpResponse<String> answer =
        visitor("analyst")
            .post(
                "/engine-rest/task/" + probe.task() + "/submit-form",
                json(Map.of("variables", Map.of("figure", driver("Object")))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Visitor.parse(answer).path("message").asText())
        .startsWith("figure: ")
        .contains("Boolean", "String", "Json");
  }

  @Test
  void nobodyStartsOrSteersAProcessWithAnObject() {
    for (String account : OneOfEachGroup.accounts()) {
      attack(account, 400, 403, 404);
    }
    attack("admin", 400);
    assertThat(probe.isOpen()).isTrue();
  }

  /** What got in by another way is not read either: by an import, or before this was closed. */
  @Test
  void nothingThatIsStoredChoosesAClass() {
    Map<String, Object> driver = driver("Object");
    engine
        .getRuntimeService()
        .setVariable(
            probe.instance(),
            "planted",
            Variables.serializedObjectValue((String) driver.get("value"))
                .objectTypeName("org.springframework.jdbc.datasource.DriverManagerDataSource")
                .serializationDataFormat(JSON_FORMAT)
                .create());

    String variable = "/engine-rest/process-instance/" + probe.instance() + "/variables/planted";
    assertThat(visitor("admin").get(variable + "?deserializeValue=true").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(visitor("admin").get(variable + "?deserializeValue=false").statusCode())
        .isEqualTo(200);
  }

  /** The calls that take variables and that somebody might reach, on what really runs. */
  private void attack(String account, Integer... expected) {
    Map<String, Object> driver = driver("Object");
    Map<String, Object> variables = Map.of("variables", Map.of("figure", driver));
    Map<String, Object> changes = Map.of("modifications", Map.of("figure", driver));
    Map<String, Map<String, Object>> posts = new LinkedHashMap<>();
    for (String process :
        List.of(
            "enlargement-programme",
            "report-condition-shift",
            "record-activity",
            "update-dossier",
            Probe.PROCESS)) {
      posts.put("/process-definition/key/" + process + "/start", variables);
      posts.put("/process-definition/key/" + process + "/submit-form", variables);
    }
    String task = "/task/" + probe.task();
    posts.put("/process-definition/" + probe.definition() + "/start", variables);
    posts.put("/process-definition/" + probe.definition() + "/submit-form", variables);
    posts.put(task + "/submit-form", variables);
    posts.put(task + "/complete", variables);
    posts.put(task + "/resolve", variables);
    posts.put(task + "/variables", changes);
    posts.put(task + "/localVariables", changes);
    posts.put("/process-instance/" + probe.instance() + "/variables", changes);
    posts.put("/execution/" + probe.instance() + "/localVariables", changes);
    posts.put(
        "/message", Map.of("messageName", "anything", "processVariables", Map.of("x", driver)));
    posts.put("/signal", Map.of("name", "anything", "variables", Map.of("x", driver)));
    posts.put("/condition", variables);
    posts.put("/decision-definition/key/deadlines/evaluate", variables);
    posts.put(
        "/process-instance/" + probe.instance() + "/modification",
        Map.of(
            "instructions",
            List.of(
                Map.of(
                    "type",
                    "startBeforeActivity",
                    "activityId",
                    Probe.TASK,
                    "variables",
                    Map.of("figure", driver)))));
    for (String engineInterface : INTERFACES) {
      posts.forEach(
          (path, body) -> {
            HttpResponse<String> answer = visitor(account).post(engineInterface + path, json(body));
            assertThat(answer.statusCode())
                .as(account + " POST " + engineInterface + path + ": " + answer.body())
                .isIn((Object[]) expected);
          });
      for (String variable :
          List.of(
              task + "/variables/figure",
              task + "/localVariables/figure",
              "/process-instance/" + probe.instance() + "/variables/figure",
              "/execution/" + probe.instance() + "/localVariables/figure")) {
        assertThat(visitor(account).put(engineInterface + variable, json(driver)).statusCode())
            .as(account + " PUT " + engineInterface + variable)
            .isIn((Object[]) expected);
      }
    }
  }

  /** Once its getters are called, it opens a database whose first statement writes a file. */
  private Map<String, Object> driver(String type) {
    Path file = disk.resolve("written");
    return Map.of(
        "type",
        type,
        "value",
        json(Map.of("url", "jdbc:h2:mem:p;INIT=CALL FILE_WRITE('x'\\,'%s')".formatted(file))),
        "valueInfo",
        Map.of(
            "objectTypeName",
            "org.springframework.jdbc.datasource.DriverManagerDataSource",
            "serializationDataFormat",
            JSON_FORMAT,
            "filename",
            "x.txt"));
  }

  private String filled(Route route) {
    return route.filled(
        Map.of(
            "key",
            route.path().startsWith("/decision") ? "deadlines" : Probe.PROCESS,
            "id",
            route.path().startsWith("/task") ? probe.task() : probe.instance()));
  }

  private Visitor visitor(String account) {
    return OneOfEachGroup.loggedIn(port, account);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
