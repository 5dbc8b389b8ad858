package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.security.EngineRoutes.Route;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task that somebody may not see is not there for them, whatever they ask of it. */
@WebOfficeTest
class TasksOfOthersTest {

  private static final String NO_SUCH_TASK = "5f3d0c9e-0000-11f1-8161-02fc00000001";

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  private Probe probe;

  @BeforeEach
  void open() {
    probe = new Probe(engine);
  }

  @AfterEach
  void close() {
    probe.close();
  }

  static Stream<String> others() {
    return OneOfEachGroup.accounts().stream()
        .filter(account -> !List.of("analyst", "manager").contains(account));
  }

  @ParameterizedTest
  @MethodSource("others")
  void noAnswerTellsThatThereIsATask(String account) {
    String task = probe.task();

    assertSameAsOfNone(account, task, "that nobody has");
    engine.getTaskService().claim(task, "analyst");
    assertSameAsOfNone(account, task, "that somebody has");
    engine.getFormService().submitTaskForm(task, Map.of("figure", "8"));
    assertSameAsOfNone(account, task, "that has ended");
  }

  @Test
  void whoCouldSeeATaskIsToldThatItHasEnded() {
    String task = probe.task();
    engine.getFormService().submitTaskForm(task, Map.of("figure", "8"));

    for (String account : List.of("analyst", "admin")) {
      HttpResponse<String> answer =
          person(account).post("/engine-rest/task/" + task + "/submit-form", "{}");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("no longer open");
    }
  }

  @Test
  void whoMaySeeATaskButNotWorkOnItIsRefusedWhoeverHasIt() {
    String task = "/engine-rest/task/" + probe.task();
    engine.getTaskService().claim(probe.task(), "analyst");

    HttpResponse<String> answer =
        person("manager").post(task + "/claim", "{\"userId\": \"manager\"}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("has taken");
  }

  @Test
  void anotherAccountIsNotThereEither() {
    Visitor envoy = person("envoy");

    assertThat(answer(envoy.get("/engine-rest/user/analyst/profile"), "analyst"))
        .isEqualTo(answer(envoy.get("/engine-rest/user/nobody/profile"), "nobody"));
  }

  private void assertSameAsOfNone(String account, String task, String which) {
    Visitor person = person(account);
    String group = OneOfEachGroup.groupOf(account);
    List<Route> open =
        EngineRoutes.all().stream()
            .filter(route -> route.path().startsWith("/task/{id}"))
            .filter(route -> EngineCalls.areOpenTo(List.of(group), route.method(), route.path()))
            .toList();
    assertThat(open).hasSizeGreaterThan(7);
    for (Route route : open) {
      String body = "{\"userId\": \"%s\"}".formatted(account);
      for (String engineInterface : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
        String there = engineInterface + route.filled(Map.of("id", task));
        String none = engineInterface + route.filled(Map.of("id", NO_SUCH_TASK));
        String answer = answer(person.send(route.method(), there, body), task);
        assertThat(answer)
            .as("%s of a task %s", route, which)
            .isEqualTo(answer(person.send(route.method(), none, body), NO_SUCH_TASK))
            .startsWith("404");
      }
    }
  }

  private static String answer(HttpResponse<String> answer, String asked) {
    return answer.statusCode() + " " + answer.body().replace(asked, "it");
  }

  private Visitor person(String account) {
    return OneOfEachGroup.loggedIn(port, account);
  }
}
