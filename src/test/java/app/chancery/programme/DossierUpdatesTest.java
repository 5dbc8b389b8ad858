package app.chancery.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OneBehindAnother;
import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.RecordedIndicator;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WebOfficeTest
class DossierUpdatesTest {

  private static final String SURVEY =
      """
      {"indicators": {"publicSupportPct":
        {"value": 51.5, "asOf": "2026-10-15", "source": "Survey of October"}}}
      """;

  private static final String FORM =
      "/camunda/api/engine/engine/default/process-definition/key/update-dossier/submit-form";

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Dossiers dossiers;
  @Autowired JdbcClient db;
  @Autowired DossierUpdates updates;
  @Autowired TransactionTemplate transactions;

  private String key;
  private String path;

  @BeforeEach
  void aProgramme() {
    key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    path = "/api/v1/programmes/" + key + "/dossier-updates";
  }

  @Test
  void ofTwoWhoFileTheSameValueAtTheSameMomentOneIsTold() {
    Indicator survey =
        new Indicator(
            IndicatorName.PUBLIC_SUPPORT_PCT, "51.5", LocalDate.of(2026, 10, 15), "Survey");

    assertThat(OneBehindAnother.fails(transactions, db, () -> updates.record(key, List.of(survey))))
        .isInstanceOf(Refused.class);

    assertThat(support()).hasSize(2);
  }

  @Test
  void aNewValueJoinsTheSeriesAndMovesNoTier() {
    HttpResponse<String> answer = Visitor.program(port, "analyst").post(path, SURVEY);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode last = Visitor.parse(answer).get(7);
    assertThat(last.get("indicator").asText()).isEqualTo("publicSupportPct");
    assertThat(last.get("value").asText()).isEqualTo("51.5");
    assertThat(last.get("recordedBy").asText()).isEqualTo("analyst");
    assertThat(support()).extracting(RecordedIndicator::value).containsExactly("74", "51.5");
    assertThat(dossiers.of(key).indicator(IndicatorName.PUBLIC_SUPPORT_PCT).orElseThrow().value())
        .isEqualTo("51.5");
    assertThat(programmes.get(key).tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(Visitor.program(port, "manager").json(path)).hasSize(8);
  }

  @Test
  void anAnalystUpdatesADossierByTheFormOfTasklist() {
    HttpResponse<String> answer =
        submitted(
            """
            {"variables": {
              "programme": {"value": "%s", "type": "String"},
              "occStage": {"value": "SEL2", "type": "String"},
              "occStageAsOf": {"value": "2026-09-01", "type": "String"},
              "occStageSource": {"value": "Evaluation report", "type": "String"},
              "publicSupportPct": {"value": null, "type": "Null"},
              "publicSupportPctAsOf": {"value": "", "type": "String"}}}
            """
                .formatted(programmes.get(key).candidate()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(dossiers.of(key).indicator(IndicatorName.OCC_STAGE).orElseThrow().asOf())
        .isEqualTo(LocalDate.of(2026, 9, 1));
    assertThat(support()).hasSize(1);
  }

  @Test
  void theFormNamesEveryFaultAtOnce() {
    HttpResponse<String> answer =
        submitted(
            """
            {"variables": {
              "occStage": {"value": "SEL9", "type": "String"},
              "occStageAsOf": {"value": "2026-09-01", "type": "String"},
              "tradeSharePct": {"value": 130, "type": "Integer"}}}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "Programme: is required",
            "OCC stage: 'SEL9' is not",
            "OCC stage, source: is required",
            "Trade share with Allies (%): 130 is out of range",
            "Trade share with Allies (%), as of: is required",
            "Trade share with Allies (%), source: is required");
    assertThat(dossiers.recorded(key)).hasSize(7);
  }

  @Test
  void aFormAboutAnUnknownProgrammeIsAnsweredWithThatSentence() {
    HttpResponse<String> answer =
        submitted(
            """
            {"variables": {
              "programme": {"value": "XX-1999", "type": "String"},
              "occStage": {"value": "SEL2", "type": "String"},
              "occStageAsOf": {"value": "2026-09-01", "type": "String"},
              "occStageSource": {"value": "Evaluation report", "type": "String"}}}
            """);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Visitor.parse(answer).path("message").asText())
        .isEqualTo(
            "There is no programme 'XX-1999', neither by its key nor by the code or name of its"
                + " candidate");
  }

  @Test
  void badUpdatesAreRefusedNamingEveryField() {
    Visitor analyst = Visitor.program(port, "analyst");

    HttpResponse<String> answer =
        analyst.post(
            path,
            """
            {"tier": "full candidate", "indicators": {
              "publicSupportPct": {"value": 120, "asOf": "2126-01-01"},
              "rainfall": {"value": 1, "asOf": "2026-01-01", "source": "x"}}}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "tier",
            "indicators.publicSupportPct.value",
            "indicators.publicSupportPct.asOf",
            "indicators.publicSupportPct.source",
            "indicators.rainfall");
    for (String empty : List.of("{}", "{\"indicators\": {}}", "[]", "null")) {
      assertThat(analyst.post(path, empty).statusCode()).as(empty).isEqualTo(400);
    }
    assertThat(dossiers.recorded(key)).hasSize(7);
  }

  @Test
  void theSameValueIsNotRecordedTwice() {
    Visitor analyst = Visitor.program(port, "analyst");
    analyst.post(path, SURVEY);

    HttpResponse<String> again = analyst.post(path, SURVEY);

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("is recorded already");
    assertThat(support()).hasSize(2);
  }

  @Test
  void onlyAnalystsUpdateDossiersOfProgrammesUnderWay() {
    for (String account : List.of("envoy", "planner", "delegate-fr", "manager")) {
      assertThat(Visitor.program(port, account).post(path, SURVEY).statusCode())
          .as(account)
          .isEqualTo(403);
    }
    Visitor analyst = Visitor.program(port, "analyst");
    assertThat(analyst.post("/api/v1/programmes/XX-1999/dossier-updates", SURVEY).statusCode())
        .isEqualTo(404);
    programmes.close(key, Outcome.SHELVED, "not ready");
    assertThat(analyst.post(path, SURVEY).statusCode()).isEqualTo(409);
    assertThat(support()).hasSize(1);
  }

  @Test
  void theSeriesCannotBeAltered() {
    assertThatThrownBy(() -> db.sql("update indicator set indicator_value = '99'").update())
        .hasMessageContaining("cannot be altered");
    assertThatThrownBy(() -> db.sql("delete from indicator").update())
        .hasMessageContaining("cannot be altered");
    assertThat(dossiers.recorded(key)).hasSize(7);
  }

  @Test
  void theProgrammePageShowsTheSeries() {
    Visitor.program(port, "analyst").post(path, SURVEY);

    assertThat(Visitor.person(port, "manager").get("/programmes/" + key).body())
        .contains("Public support", "51.5", "Survey of October", "74");
  }

  private List<RecordedIndicator> support() {
    return dossiers.recorded(key).stream()
        .filter(each -> each.name() == IndicatorName.PUBLIC_SUPPORT_PCT)
        .toList();
  }

  /** Starts the process with that form, as Tasklist does for an analyst. */
  private HttpResponse<String> submitted(String variables) {
    return Visitor.person(port, "analyst").inTasklist().post(FORM, variables);
  }
}
