package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.people.Groups;
import app.chancery.platform.security.EngineRoutes.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every call of the engine's REST interface is closed to staff unless it was opened on purpose. */
@WebOfficeTest
class EngineCallsTest {

  /** Reads nothing but its body. */
  private static final String MULTIPART = "multipart/form-data; boundary=b";

  @LocalServerPort private int port;

  static List<String> staff() {
    return OneOfEachGroup.accounts();
  }

  @ParameterizedTest
  @MethodSource("staff")
  void whatWasNotOpenedIsClosed(String account) {
    SoftAssertions all = new SoftAssertions();
    Visitor person = person(account);

    for (Route route : closedTo(account)) {
      all.assertThat(send(person, "/engine-rest", route))
          .as(route.toString())
          .isIn(refusals(route));
    }

    all.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/engine/default", "/camunda/api/engine/engine/default"})
  void itIsClosedWhereverItIsReached(String engineInterface) {
    SoftAssertions all = new SoftAssertions();

    for (String account : List.of("delegate-fr", "manager")) {
      Visitor person = person(account);
      for (Route route : closedTo(account)) {
        all.assertThat(send(person, engineInterface, route))
            .as(account + " " + route)
            .isIn(refusals(route));
      }
    }

    all.assertAll();
  }

  @Test
  void anotherSpellingOfAnAddressOpensNothing() {
    Visitor person = person("delegate-fr");

    for (String spelling :
        List.of(
            "/engine-rest/%6Dessage",
            "/engine-rest/message/",
            "/engine-rest//message",
            "/engine-rest/message;x=y",
            "/engine-rest/task/../message",
            "/engine-rest/engine/default/message/")) {
      assertThat(person.post(spelling, "{\"messageName\": \"x\"}").statusCode())
          .as(spelling)
          .isBetween(400, 404);
    }
    assertThat(person.send("HEAD", "/engine-rest/metrics", "").statusCode()).isEqualTo(403);
    assertThat(person.send("OPTIONS", "/engine-rest/message", "").statusCode()).isEqualTo(403);
  }

  /** The calls by which staff change anything, one by one; all others that are open only read. */
  @Test
  void staffChangeNothingButByTheFormsOfTheirTasksAndTheirPassword() {
    Predicate<Route> reads =
        route ->
            List.of("GET", "OPTIONS").contains(route.method())
                || route.path().matches(".*/(list|count|singleResult)")
                || Set.of(
                        "/task",
                        "/process-instance",
                        "/execution",
                        "/job",
                        "/job-definition",
                        "/external-task",
                        "/group",
                        "/identity/password-policy",
                        "/variable-instance",
                        "/history/process-instance",
                        "/history/activity-instance",
                        "/history/task",
                        "/history/job-log",
                        "/history/variable-instance")
                    .contains(route.path());

    for (String group : staff().stream().map(OneOfEachGroup::groupOf).toList()) {
      assertThat(
              EngineRoutes.all().stream()
                  .filter(
                      route -> EngineCalls.areOpenTo(List.of(group), route.method(), route.path()))
                  .filter(reads.negate())
                  .map(Route::toString))
          .as(group)
          .containsExactlyInAnyOrder(
              "PUT /user/{id}/credentials",
              "POST /task/{id}/claim",
              "POST /task/{id}/unclaim",
              "POST /task/{id}/submit-form",
              "POST /process-definition/{id}/submit-form",
              "POST /process-definition/key/{key}/submit-form");
    }
  }

  @Test
  void everyLineOfTheTableIsACall() {
    List<Route> routes = EngineRoutes.all();

    assertThat(routes).hasSizeGreaterThan(300);
    assertThat(EngineCalls.all())
        .filteredOn(call -> !call.path().matches("/(admin|cockpit|tasklist|welcome)/.*|/engine"))
        .isNotEmpty()
        .allMatch(
            call -> routes.stream().anyMatch(route -> call.covers(route.method(), route.path())));
  }

  /** If one of them is refused, the first page of Cockpit and its page of tasks say nothing. */
  @Test
  void managersAreToldWhatCockpitCounts() {
    Visitor manager = person("manager");

    for (String call :
        List.of(
            "/process-definition/count?latestVersion=true",
            "/decision-definition/count?latestVersion=true",
            "/case-definition/count?latestVersion=true",
            "/deployment/count")) {
      assertThat(manager.get("/camunda/api/engine/engine/default" + call).statusCode())
          .as(call)
          .isEqualTo(200);
    }
    assertThat(manager.post("/engine-rest/group?maxResults=37", "{}").body())
        .contains("\"Managers\"");
  }

  @Test
  void administratorsKeepEveryCall() {
    assertThat(EngineRoutes.all())
        .isNotEmpty()
        .allMatch(
            route ->
                EngineCalls.areOpenTo(
                    List.of(Groups.ADMINISTRATORS), route.method(), route.path()));
    assertThat(person("admin").get("/engine-rest/event-subscription").statusCode()).isEqualTo(200);
  }

  /** A definition is looked up by its key first, and not found where its reader may not see it. */
  private static List<Integer> refusals(Route route) {
    return route.path().contains("/key/") ? List.of(403, 404) : List.of(403);
  }

  private static List<Route> closedTo(String account) {
    List<String> groups = List.of(OneOfEachGroup.groupOf(account));
    List<Route> closed =
        EngineRoutes.all().stream()
            .filter(route -> !EngineCalls.areOpenTo(groups, route.method(), route.path()))
            .toList();
    assertThat(closed).hasSizeGreaterThan(150);
    return closed;
  }

  private int send(Visitor person, String engineInterface, Route route) {
    // The only thing that must be there for a call to be found at all.
    String address =
        engineInterface
            + route.filled(
                Map.of(
                    "key", route.path().startsWith("/decision") ? "deadlines" : "update-dossier"));
    return route.takesFiles()
        ? person.send(route.method(), address, "--b--\r\n", MULTIPART).statusCode()
        : person.send(route.method(), address, "{}").statusCode();
  }

  private Visitor person(String account) {
    return OneOfEachGroup.loggedIn(port, account);
  }
}
