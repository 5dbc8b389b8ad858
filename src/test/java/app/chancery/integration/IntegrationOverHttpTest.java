package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.readiness.Tier;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With accounts and their rights, as in operation. */
@WebOfficeTest
class IntegrationOverHttpTest extends IntegrationCase {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String HOLD = "/process-definition/key/hold-ratification/submit-form";

  @LocalServerPort int port;
  @Autowired RatificationHolds holds;

  @Test
  void aDepositSentByTheSecretariatReachesTheProcess() {
    endorsed(Tier.FULL_CANDIDATE);
    integration.prepare(KEY);
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, START, "signed");
    String instance = start("collect-ratifications");
    ratifications
        .missing(KEY)
        .subList(1, 32)
        .forEach(party -> ratifications.record(KEY, party.ally(), "deposit", START.toString()));

    HttpResponse<String> answer =
        Visitor.program(port, "secretary")
            .post(
                "/api/v1/programmes/XR-2026/ratifications",
                ratification(ratifications.missing(KEY).get(0).ally()));
    office.runDueJobs();

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(endOf(instance)).isEqualTo("endEvent_everyPartyRatified");
    assertThat(ratifications.entries(KEY))
        .last()
        .extracting(RatificationEntry::recordedBy)
        .isEqualTo("secretary");
  }

  @Test
  void aDelegationHoldsItsRatificationInTasklistAndEverybodySeesIt() {
    endorsed(Tier.FULL_CANDIDATE);
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, START, "signed");
    Visitor delegate = Visitor.person(port, "delegate-fr").inTasklist();

    assertThat(
            delegate
                .json(
                    ENGINE
                        + "/process-definition?latest=true&startablePermissionCheck=true"
                        + "&startableInTasklist=true")
                .findValuesAsText("key"))
        .containsExactly("hold-ratification");
    HttpResponse<String> answer =
        delegate.post(ENGINE + HOLD, hold("Parliament is dissolved <again>"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode france = party(Visitor.program(port, "analyst"), "FR");
    assertThat(france.path("heldSince").asText()).isEqualTo(START.toString());
    assertThat(france.path("heldBecause").asText()).isEqualTo("Parliament is dissolved <again>");
    assertThat(party(Visitor.program(port, "analyst"), "DE").path("heldSince").isNull()).isTrue();
    assertThat(Visitor.person(port, "delegate-de").get("/programmes/XR-2026").body())
        .contains("held since 11 Jan 2027", "Parliament is dissolved &lt;again&gt;");
  }

  @Test
  void othersThanDelegationsAndTheSecretariatHoldNoRatification() {
    endorsed(Tier.FULL_CANDIDATE);
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, START, "signed");
    String rest = "/api/v1/programmes/XR-2026/ratification-holds";
    String france =
        "{\"ally\": \"FR\", \"change\": \"held\", \"date\": \"2027-01-11\", \"reason\": \"Elections\"}";

    assertThat(
            Visitor.person(port, "analyst")
                .inTasklist()
                .post(ENGINE + HOLD, hold("x"))
                .statusCode())
        .isEqualTo(403);
    assertThat(Visitor.program(port, "analyst").post(rest, france).statusCode()).isEqualTo(403);
    assertThat(Visitor.program(port, "delegate-de").post(rest, france).statusCode()).isEqualTo(403);
    assertThat(holds.of(KEY)).isEmpty();
    assertThat(Visitor.program(port, "delegate-fr").post(rest, france).statusCode()).isEqualTo(201);
    assertThat(
            Visitor.program(port, "secretary")
                .post(rest, france.replace("held", "resumed"))
                .statusCode())
        .isEqualTo(201);
    assertThat(holds.standing(KEY)).isEmpty();
  }

  private static String hold(String reason) {
    return """
        {"variables": {
          "programme": {"value": "XR-2026", "type": "String"},
          "change": {"value": "held", "type": "String"},
          "date": {"value": "%s", "type": "String"},
          "reason": {"value": "%s", "type": "String"}}}
        """
        .formatted(START, reason);
  }

  private static JsonNode party(Visitor reader, String ally) {
    for (JsonNode party : reader.json("/api/v1/programmes/XR-2026").path("ratifications")) {
      if (party.path("ally").asText().equals(ally)) {
        return party;
      }
    }
    throw new AssertionError(ally + " is not told");
  }

  @Test
  void theMilitaryStaffRecordsAnActivityInTasklist() {
    endorsed(Tier.STRATEGIC_PARTNER);
    Visitor officer = Visitor.person(port, "officer").inTasklist();

    HttpResponse<String> answer =
        officer.post(
            "/camunda/api/engine/engine/default/process-definition/key/record-activity/submit-form",
            """
            {"variables": {
              "programme": {"value": "ruritania", "type": "String"},
              "kind": {"value": "exercise", "type": "String"},
              "name": {"value": "Northern Light", "type": "String"},
              "date": {"value": "%s", "type": "String"},
              "participants": {"value": "XR\\nPL", "type": "String"},
              "standard": {"value": "STANAG 2014", "type": "String"},
              "source": {"value": "After-action report", "type": "String"}}}
            """
                .formatted(START));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(activities.of(KEY))
        .singleElement()
        .extracting(Activity::name, Activity::recordedBy)
        .containsExactly("Northern Light", "officer");
  }

  @Test
  void otherStaffDoNotRecordActivities() {
    endorsed(Tier.STRATEGIC_PARTNER);

    HttpResponse<String> answer =
        Visitor.person(port, "press")
            .inTasklist()
            .post(
                "/camunda/api/engine/engine/default/process-definition/key/record-activity/submit-form",
                "{\"variables\": {}}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(activities.of(KEY)).isEmpty();
  }

  @Test
  void aBadActivityIsRefusedOnItsForm() {
    endorsed(Tier.STRATEGIC_PARTNER);

    HttpResponse<String> answer =
        Visitor.person(port, "envoy")
            .inTasklist()
            .post(
                "/camunda/api/engine/engine/default/process-definition/key/record-activity/submit-form",
                "{\"variables\": {\"programme\": {\"value\": \"XR-2026\", \"type\": \"String\"}}}");

    assertThat(answer.body()).contains("Name: is required", "Source: is required");
    assertThat(activities.of(KEY)).isEmpty();
  }

  @Test
  void anEnvoyExtendsAssurancesInTasklistAndNobodyElseDoes() {
    endorsed(Tier.STRATEGIC_PARTNER);
    integration.prepare(KEY);
    integration.openNextPhase(KEY);
    programmes.suspend(KEY, "The border is closed.");
    String address = ENGINE + "/process-definition/key/prolong-assurances/submit-form";
    String extension =
        """
        {"variables": {
          "programme": {"value": "Ruritania (XR-2026)", "type": "String"},
          "inForceUntil": {"value": "%s", "type": "String"},
          "assuranceSource": {"value": "Council note", "type": "String"}}}
        """
            .formatted(START.plusYears(2));

    assertThat(Visitor.person(port, "officer").inTasklist().post(address, extension).statusCode())
        .isEqualTo(403);
    assertThat(assurances.inForce(KEY, START.plusYears(2))).isEmpty();
    HttpResponse<String> answer =
        Visitor.person(port, "envoy").inTasklist().post(address, extension);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(assurances.inForce(KEY, START.plusYears(2))).hasSize(2);
    assertThat(lastDecision(KEY).what()).startsWith("Assurances extended");
  }

  @Test
  void aDelegationRecordsTheRatificationOfItsOwnCountryAlone() {
    endorsed(Tier.FULL_CANDIDATE);
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, START, "signed");
    Visitor delegate = Visitor.program(port, "delegate-fr");

    assertThat(
            delegate
                .post("/api/v1/programmes/XR-2026/ratifications", ratification("FR"))
                .statusCode())
        .isEqualTo(201);
    assertThat(
            delegate
                .post("/api/v1/programmes/XR-2026/ratifications", ratification("DE"))
                .statusCode())
        .isEqualTo(403);
    assertThat(delegate.post("/api/v1/programmes/XR-2026/activities", "{}").statusCode())
        .isEqualTo(403);
    assertThat(ratifications.entries(KEY)).hasSize(1);
  }

  private static String ratification(String ally) {
    return "{\"ally\": \"%s\", \"stage\": \"deposit\", \"date\": \"%s\"}".formatted(ally, START);
  }
}
