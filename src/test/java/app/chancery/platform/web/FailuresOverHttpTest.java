package app.chancery.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.platform.refusal.RequestId;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever goes wrong, at whichever address: people and programs hear nothing of the inside. */
@WebOfficeTest
@ExtendWith(OutputCaptureExtension.class)
class FailuresOverHttpTest {

  private static final Pattern INSIDE =
      Pattern.compile(
          "org\\.camunda|app\\.chancery|java\\.lang|springframework|jackson|\\bjdbc"
              + "|(?i:act_(ru|hi|re|id|ge)_|\\bselect\\b.+\\bfrom\\b|insert into|council_round)"
              + "|(NullPointer|Sql|SQL|Runtime|IllegalState)Exception|\\bnull\\b.*because|\\n\\s+at ");

  /** Would begin to clean up the history for real. */
  private static final String CLEANING = "/history/cleanup";

  @Autowired ApplicationContext office;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private Visitor admin;
  private Visitor france;

  @BeforeEach
  void logIn() {
    admin = Visitor.program(port, "admin");
    france = Visitor.program(port, "delegate-fr");
  }

  @Test
  void noAddressTellsOfTheInsideWhenItIsAskedForWhatIsNotThereOrSentWhatIsNotReadable() {
    List<String> telling = new ArrayList<>();
    Routes.ofEngine().stream()
        .filter(route -> !route.path().contains("/engine/{") && !route.path().endsWith(CLEANING))
        .forEach(
            route -> {
              boolean reads = route.method().equals("GET");
              for (String body : reads ? List.of("") : List.of("{\"variables\": ", "[[1]]")) {
                HttpResponse<String> answer =
                    admin.send(route.method(), route.filled("no-such-thing"), body);
                if (answer.statusCode() >= 400 && INSIDE.matcher(answer.body()).find()) {
                  telling.add(route + " " + body + " " + answer.statusCode() + " " + answer.body());
                }
              }
            });

    assertThat(telling).isEmpty();
  }

  @Test
  void whoAsksAnAddressForWhatItDoesNotServeIsToldWhatItServes() {
    assertThat(admin.send("DELETE", "/outcomes", "").body())
        .contains("DELETE is not done at this address; what can be done: GET");
    assertThat(admin.send("GET", "/api/v1/tiering/preview", "").body())
        .contains("GET is not done at this address; what can be done: POST");
  }

  @Test
  void aBodyOfBlanksIsCalledMissing() {
    assertThat(admin.post("/api/v1/tiering/preview", " \n").body())
        .contains("The body is missing or cannot be read");
  }

  @Test
  void whoSendsWhatIsNoJsonIsToldWhere() {
    String query = "/engine-rest/process-instance";

    assertThat(admin.post(query, "{\"active\": ").body()).contains("This is not valid JSON");
    assertThat(admin.post(query, "{\"sorting\": [{\"sortBy\": {}}]}").body())
        .contains("sorting.sortBy: is not what this call takes there (line 1, column ");
  }

  @Test
  void aFailureOfTheDatabaseIsAReferenceToTheLogAndNoStatement(CapturedOutput log) {
    Circulations circulations = new Circulations(office);
    circulations.prepare("FAIL-2026");
    circulations.circulate("FAIL-2026", OffsetDateTime.parse("2999-01-01T18:00:00Z"));
    String task = "/task/" + france.json("/engine-rest/task").get(0).path("id").asText();
    String position = "{\"variables\": {\"position\": {\"value\": \"no objection\"}}}";
    Visitor tasklist = Visitor.person(port, "delegate-fr").inTasklist();
    List<HttpResponse<String>> answers = new ArrayList<>();
    db.sql("alter table council_round rename to council_round_away").update();
    try {
      answers.add(france.post("/engine-rest" + task + "/submit-form", position));
      answers.add(france.get("/engine-rest" + task + "/form-variables"));
      answers.add(
          tasklist.post("/camunda/api/engine/engine/default" + task + "/submit-form", position));
      answers.add(tasklist.get("/camunda/api/engine/engine/default" + task + "/form-variables"));
      answers.add(admin.get("/api/v1/programmes/FAIL-2026"));
    } finally {
      db.sql("alter table council_round_away rename to council_round").update();
    }

    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(500);
              assertThat(answer.body()).doesNotContainPattern(INSIDE);
              JsonNode told = Visitor.parse(answer);
              Matcher reference =
                  Pattern.compile("in the log as (\\w+)")
                      .matcher(told.findPath("detail").asText(told.path("message").asText()));
              assertThat(reference.find()).as(answer.body()).isTrue();
              assertThat(log.getAll()).contains("Failure " + reference.group(1));
            });
  }

  /** Where who looks after the office is told the id of a refusal, it leads somewhere. */
  @Test
  void theIdOfARefusalIsInTheLogAndNoSecretOfAnAddressIs(CapturedOutput log) {
    String secret = "s".repeat(43);
    String task = UUID.randomUUID().toString();
    List<HttpResponse<String>> answers =
        List.of(
            france.get("/api/v1/audit"),
            france.get("/api/v1/programmes/NONE-2026"),
            france.post("/api/v1/programmes", "{"),
            Visitor.person(port, "delegate-fr").open("/audit"),
            Visitor.stranger(port).post("/api/v1/programmes", "{}"),
            Visitor.person(port, "delegate-fr").open("/tasks/" + task),
            Visitor.person(port, "delegate-fr").open("/calendar/" + secret));

    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isBetween(400, 499);
              String id = answer.headers().firstValue(RequestId.HEADER).orElseThrow();
              // The line may come after the answer.
              await()
                  .untilAsserted(
                      () ->
                          assertThat(log.getAll().lines())
                              .filteredOn(line -> line.contains(id))
                              .anyMatch(
                                  line ->
                                      line.contains("Answered " + answer.statusCode() + " to ")));
            });
    assertThat(log.getAll()).contains("/calendar/\u2026", "/tasks/" + task).doesNotContain(secret);
  }

  @Test
  void aPageThatFailsTellsNothingOfTheInside() {
    db.sql("alter table council_round rename to council_round_away").update();
    try {
      HttpResponse<String> page = admin.open("/council");

      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("Something went wrong").doesNotContainPattern(INSIDE);
    } finally {
      db.sql("alter table council_round_away rename to council_round").update();
    }
  }
}
