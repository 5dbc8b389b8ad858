package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.engagement.Packages;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The council with its accounts and their rights, as people and programs reach it. */
@WebOfficeTest
class CouncilOverHttpTest {

  private static final String RESERVATION =
      """
      {"variables": {"position": {"value": "reservation", "type": "String"},
        "reservation": {"value": "Not before spring.", "type": "String"}}}
      """;

  @Autowired Programmes programmes;
  @Autowired Packages packages;
  @Autowired RuntimeService runtime;
  @Autowired Council council;
  @Autowired Secretariat secretariat;
  @Autowired AuthorizationService authorizations;
  @LocalServerPort int port;

  private Visitor france;

  @BeforeEach
  void circulate() {
    String key = programmes.register(SampleDossiers.ruritania());
    packages.draft(
        key, Tier.FULL_CANDIDATE, Tier.FULL_CANDIDATE, "as assessed", Circulations.terms());
    packages.approve(key);
    runtime.startProcessInstanceByKey("secure-alliance-consensus", key);
    Visitor secretary = Visitor.program(port, "secretary");
    HttpResponse<String> answer =
        secretary.post(
            "/engine-rest/task/%s/submit-form"
                .formatted(tasks(secretary).get(0).path("id").asText()),
            """
            {"variables": {"silenceDate": {"value": "2999-01-01"}, "silenceTime": {"value": "18:00"},
              "silenceZone": {"value": "Europe/Brussels"}}}
            """);
    assertThat(answer.statusCode()).isEqualTo(204);
    france = Visitor.program(port, "delegate-fr");
  }

  @Test
  void aDelegationSeesItsOwnTaskAlone() {
    JsonNode tasks = tasks(france);

    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).path("name").asText()).startsWith("State position: ");
  }

  @Test
  void noDelegationClaimsOrAnswersForAnother() {
    String french = tasks(france).get(0).path("id").asText();
    Visitor germany = Visitor.program(port, "delegate-de");

    String task = "/engine-rest/task/" + french;
    assertThat(germany.post(task + "/submit-form", RESERVATION).statusCode()).isEqualTo(404);
    assertThat(germany.post(task + "/complete", RESERVATION).statusCode()).isEqualTo(403);
    assertThat(germany.post(task + "/claim", "{\"userId\": \"delegate-de\"}").statusCode())
        .isEqualTo(404);
    assertThat(germany.get(task + "/form-variables").statusCode()).isEqualTo(404);
    assertThat(council.tally(council.openRounds().get(0)).silent()).hasSize(32);
  }

  @Test
  void aDelegationDoesNotHandItsAnswerToAnother() {
    String french = "/engine-rest/task/" + tasks(france).get(0).path("id").asText();
    String german = "{\"userId\": \"delegate-de\", \"type\": \"candidate\"}";

    for (String call : List.of("/claim", "/delegate", "/assignee", "/identity-links")) {
      assertThat(france.post(french + call, german).statusCode()).as(call).isEqualTo(403);
    }
    assertThat(france.put(french + "/", "{\"assignee\": \"delegate-de\"}").statusCode())
        .isEqualTo(403);
    assertThat(tasks(Visitor.program(port, "delegate-de"))).hasSize(1);
  }

  @Test
  void aDelegationChangesNothingOfItsTaskButByTheForm() {
    String french = "/engine-rest/task/" + tasks(france).get(0).path("id").asText();
    String ends = "{\"value\": \"2999-12-31T00:00:00.000+0000\", \"type\": \"Date\"}";

    for (String variables : List.of("/variables", "/localVariables")) {
      assertThat(
              france
                  .post(french + variables, "{\"modifications\": {\"silenceEnds\": " + ends + "}}")
                  .statusCode())
          .isEqualTo(403);
      assertThat(france.put(french + variables + "/silenceEnds", ends).statusCode()).isEqualTo(403);
      assertThat(france.delete(french + variables + "/silenceEnds").statusCode()).isEqualTo(403);
    }
    assertThat(france.post(french + "/resolve", RESERVATION).statusCode()).isEqualTo(403);
    assertThat(france.post(french + "/submit-form", "{}").body()).contains("Position: is required");
    assertThat(france.post(french + "/submit-form", RESERVATION).statusCode()).isEqualTo(204);
    assertThat(council.positions(council.openRounds().get(0).id()))
        .extracting(Position::ally)
        .containsExactly("FR");
  }

  @Test
  void aTaskThatWasTakenMayBeGivenBack() {
    String french = "/engine-rest/task/" + tasks(france).get(0).path("id").asText();

    assertThat(france.post(french + "/claim", "{\"userId\": \"delegate-fr\"}").statusCode())
        .isEqualTo(204);
    assertThat(Visitor.program(port, "delegate-de").post(french + "/unclaim", "{}").statusCode())
        .isEqualTo(404);
    assertThat(france.json(french).path("assignee").asText()).isEqualTo("delegate-fr");
    assertThat(france.post(french + "/unclaim", "{}").statusCode()).isEqualTo(204);
    assertThat(france.json(french).path("assignee").isNull()).isTrue();
  }

  @Test
  void whoTakesATaskOfARoundThatEndedIsToldSo() {
    Visitor germany = Visitor.program(port, "delegate-de");
    String german = "/engine-rest/task/" + tasks(germany).get(0).path("id").asText();
    france.post(
        "/engine-rest/task/" + tasks(france).get(0).path("id").asText() + "/submit-form",
        """
        {"variables": {"position": {"value": "objection"}, "objectionReason": {"value": "Too early."},
          "objectionConfirmed": {"value": true}}}
        """);

    HttpResponse<String> claimed = germany.post(german + "/claim", "{\"userId\": \"delegate-de\"}");

    assertThat(claimed.statusCode()).isEqualTo(400);
    assertThat(claimed.body()).contains("The silence of round 1 was broken by an objection");
  }

  @Test
  void whoIsSilentIsKnownToTheSecretariatAlone() {
    france.post(
        "/engine-rest/task/" + tasks(france).get(0).path("id").asText() + "/submit-form",
        RESERVATION);
    String programme = council.openRounds().get(0).programme();
    secretariat.remindSilent(programme);
    String path = "/programmes/" + programme;

    assertThat(Visitor.person(port, "secretary").open(path).body())
        .contains("Allies without a position: Albania, Belgium");
    assertThat(Visitor.person(port, "delegate-de").open(path).body())
        .contains("Your position is not on record yet.", ">delegation of Germany</td>")
        .doesNotContain("Allies without a position");
    assertThat(Visitor.person(port, "delegate-fr").open(path).body())
        .contains("Under silence: Ruritania")
        .doesNotContain("Allies without a position", "Your position is not on record yet.");
  }

  @Test
  void whoseRightAnAdministratorRevokedDoesNotAnswer() {
    String french = tasks(france).get(0).path("id").asText();
    Authorization revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
    revoked.setUserId("delegate-fr");
    revoked.setResource(Resources.TASK);
    revoked.setResourceId(french);
    revoked.removePermission(Permissions.TASK_WORK);
    authorizations.saveAuthorization(revoked);

    assertThat(
            france.post("/engine-rest/task/" + french + "/submit-form", RESERVATION).statusCode())
        .isEqualTo(403);
    assertThat(council.tally(council.openRounds().get(0)).silent()).hasSize(32);
  }

  @Test
  void anAnswerIsOnRecordInTheDelegatesNameAndTheTaskStays() {
    String french = tasks(france).get(0).path("id").asText();

    assertThat(
            france.post("/engine-rest/task/" + french + "/submit-form", RESERVATION).statusCode())
        .isEqualTo(204);
    assertThat(
            france
                .post(
                    "/engine-rest/task/" + french + "/submit-form",
                    "{\"variables\": {\"position\": {\"value\": \"no objection\"}}}")
                .statusCode())
        .isEqualTo(204);

    assertThat(tasks(france)).hasSize(1);
    assertThat(council.positions(council.openRounds().get(0).id()))
        .extracting(Position::stance)
        .containsExactly(Stance.RESERVATION, Stance.NO_OBJECTION);
    assertThat(council.tally(council.openRounds().get(0)).of("FR"))
        .map(Position::statedBy)
        .contains("delegate-fr");
  }

  @Test
  void anErrorOrAnEscalationThrownAtAPositionTaskIsRefusedAndTheRoundGoesOn() {
    String french = tasks(france).get(0).path("id").asText();
    Visitor admin = Visitor.program(port, "admin");

    for (String call : List.of("bpmnError", "bpmnEscalation")) {
      String address = "/engine-rest/task/" + french + "/" + call;
      String body = "{\"errorCode\": \"anything\", \"escalationCode\": \"anything\"}";
      assertThat(admin.post(address, body).statusCode()).as(call).isEqualTo(400);
      assertThat(france.post(address, body).statusCode()).as(call).isEqualTo(403);
    }

    assertThat(
            france.post("/engine-rest/task/" + french + "/submit-form", RESERVATION).statusCode())
        .isEqualTo(204);
    Round round = council.openRounds().get(0);
    assertThat(round.isOpen()).isTrue();
    assertThat(council.tally(round).silent()).hasSize(31);
  }

  @Test
  void onThePageADelegationSeesItsOwnPositionAndTheSecretariatWhoIsMissing() {
    String french = tasks(france).get(0).path("id").asText();
    france.post("/engine-rest/task/" + french + "/submit-form", RESERVATION);

    assertThat(page("delegate-fr")).contains("Ruritania", "Not before spring.", "Brussels)");
    assertThat(page("delegate-de"))
        .contains("Ruritania", "none yet: silence is assent")
        .doesNotContain("Not before spring.", "Missing");
    assertThat(page("planner")).contains("Ruritania").doesNotContain("Not before spring.");
    assertThat(page("secretary")).contains("1 of 32 Allies", "Germany");
    // By their names, not by their codes: DE comes before DK.
    assertThat(page("manager")).contains("Croatia, Czechia, Denmark, Estonia, Finland, Germany");
  }

  private String page(String account) {
    HttpResponse<String> page = Visitor.person(port, account).open("/council");
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private static JsonNode tasks(Visitor visitor) {
    return visitor.json("/engine-rest/task");
  }
}
