package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebOfficeTest
class ConditionShiftControllerTest {

  private static final String REPORT =
      """
      {"kind": "security", "severity": "moderate",
       "description": "The border was closed", "source": "Embassy cable"}
      """;

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Reviews reviews;
  @Autowired RuntimeService runtime;
  @Autowired Office office;

  private String path;
  private String key;

  @BeforeEach
  void aProgrammeInOversight() {
    key = programmes.register(SampleDossiers.ruritania());
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
    path = "/api/v1/programmes/" + key + "/condition-shifts";
  }

  @Test
  void aReportOpensAReviewNow() {
    HttpResponse<String> answer = Visitor.program(port, "officer").post(path, REPORT);

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode shift = Visitor.parse(answer);
    assertThat(shift.get("kind").asText()).isEqualTo("security");
    assertThat(shift.get("severity").asText()).isEqualTo("moderate");
    assertThat(shift.get("reportedBy").asText()).isEqualTo("officer");
    office.runDueJobs();
    assertThat(reviews.open(key).orElseThrow().id()).isEqualTo(shift.get("review").asLong());
    assertThat(office.openTasks()).hasSize(1);
    assertThat(Visitor.program(port, "manager").json(path)).hasSize(1);
  }

  @Test
  void aSecondReportJoinsTheReviewOfTheFirst() {
    JsonNode first = Visitor.parse(Visitor.program(port, "officer").post(path, REPORT));
    office.runDueJobs();
    JsonNode second = Visitor.parse(Visitor.program(port, "envoy").post(path, REPORT));

    assertThat(second.get("review")).isEqualTo(first.get("review"));
    assertThat(office.openTasks()).hasSize(1);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    HttpResponse<String> answer =
        Visitor.program(port, "analyst")
            .post(path, "{\"kind\": \"weather\", \"description\": \" \"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("'weather' must be one of: political, security")
        .contains("severity")
        .contains("description")
        .contains("source");
    assertThat(reviews.of(key)).isEmpty();
  }

  @Test
  void onlyThoseWhoWatchTheCandidateMayReport() {
    assertThat(Visitor.program(port, "press").post(path, REPORT).statusCode()).isEqualTo(403);
    assertThat(Visitor.stranger(port).post(path, REPORT).statusCode()).isIn(401, 403);
    assertThat(reviews.of(key)).isEmpty();
  }

  @Test
  void aProgrammeThatIsUnknownOrHasEndedTakesNoReport() {
    Visitor analyst = Visitor.program(port, "analyst");
    assertThat(analyst.post("/api/v1/programmes/XX-1999/condition-shifts", REPORT).statusCode())
        .isEqualTo(404);
    assertThat(analyst.get("/api/v1/programmes/XX-1999/condition-shifts").statusCode())
        .isEqualTo(404);
    programmes.close(key, Outcome.SHELVED, "not ready");
    assertThat(analyst.post(path, REPORT).statusCode()).isEqualTo(409);
  }

  @Test
  void afterADozenReportsOfOneAccountTheNextOneWaitsByEitherDoor() {
    Visitor officer = Visitor.program(port, "officer");
    for (int report = 0; report < 12; report++) {
      assertThat(officer.post(path, REPORT).statusCode()).isEqualTo(201);
    }

    HttpResponse<String> call = officer.post(path, REPORT);
    HttpResponse<String> form =
        officer.post(
            "/engine-rest/process-definition/key/report-condition-shift/submit-form",
            """
            {"variables": {"programme": {"value": "%s"}, "kind": {"value": "security"},
              "severity": {"value": "minor"}, "description": {"value": "The border"},
              "source": {"value": "Cable"}}}
            """
                .formatted(key));

    for (HttpResponse<String> answer : List.of(call, form)) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
          .isBetween(3000L, 3601L);
      assertThat(answer.body()).contains("You have reported 12 shifts of late");
    }
    assertThat(Visitor.program(port, "envoy").post(path, REPORT).statusCode()).isEqualTo(201);
    assertThat(officer.json(path)).hasSize(13);

    ClockUtil.offset(Duration.ofMinutes(61).toMillis());
    assertThat(officer.post(path, REPORT).statusCode()).isEqualTo(201);
  }
}
