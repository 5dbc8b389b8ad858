package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.reading.Mutations;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.readiness.PolicyTable;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebOfficeTest
class ProgrammesOverRestTest {

  private static final String RURITANIA =
      """
      {"candidate": "XR", "name": "%s", "european": true, "region": "europe",
       "assessedOn": "2026-11-01", "propagandaExposure": "medium",
       "indicators": {"defenceSpendingPctGdp":
         {"value": 2.1, "asOf": "2026-06-30", "source": "sample"}}}
      """;

  @Autowired Programmes programmes;
  @Autowired Days days;
  @Autowired Dossiers dossiers;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private Visitor analyst;

  @BeforeEach
  void logIn() {
    analyst = Visitor.program(port, "analyst");
  }

  @Test
  void aDossierOpensAProgrammeAndItsFirstTasks() throws Exception {
    HttpResponse<String> answer =
        analyst.post("/api/v1/programmes", RURITANIA.formatted("Ruritania"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json.readTree(answer.body())).isEqualTo(json.readTree("{\"key\": \"XR-2026\"}"));
    assertThat(answer.headers().firstValue("Location")).contains("/api/v1/programmes/XR-2026");
    JsonNode programme = analyst.json("/api/v1/programmes/XR-2026");
    assertThat(programme.path("step").asText()).isEqualTo("prerequisites");
    assertThat(programme.path("openedBy").asText()).isEqualTo("analyst");
    assertThat(programme.path("tier").isNull()).isTrue();
    assertThat(programme.at("/policy/assign-tier").asInt()).isPositive();
    assertThat(programme.path("policy").size()).isEqualTo(PolicyTable.keptIds().size());
  }

  @Test
  void aSecondOpenProgrammeOfACandidateIsAConflict() {
    analyst.post("/api/v1/programmes", RURITANIA.formatted("Ruritania"));

    HttpResponse<String> answer =
        analyst.post("/api/v1/programmes", RURITANIA.formatted("Ruritania"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("XR-2026");
  }

  @Test
  void aBadDossierIsRefusedNamingEveryFaultAndNothingIsStarted() throws Exception {
    HttpResponse<String> answer =
        analyst.post(
            "/api/v1/programmes",
            """
            {"candidate": "ZZZ", "european": "perhaps", "region": "atlantis",
             "assessedOn": "2999-01-01", "propagandaExposure": "extreme",
             "indicators": {"occStage": {"value": "NEL9", "asOf": "soon", "source": "x"},
                            "publicSupportPct": {"value": 140, "asOf": "2026-01-01"}}}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json.readTree(answer.body()).path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "candidate",
            "name",
            "european",
            "region",
            "assessedOn",
            "propagandaExposure",
            "indicators.occStage.value",
            "indicators.occStage.asOf",
            "indicators.publicSupportPct.value",
            "indicators.publicSupportPct.source");
    assertThat(programmes.isEmpty()).isTrue();
  }

  @Test
  void aLongNameInGeorgianScriptIsKeptWhole() {
    String name = "საქართველოს ".repeat(17).strip();

    analyst.post("/api/v1/programmes", RURITANIA.formatted(name));

    assertThat(analyst.json("/api/v1/programmes/XR-2026").path("name").asText()).isEqualTo(name);
    assertThat(Visitor.person(port, "manager").open("/programmes/XR-2026").body())
        .contains(name)
        .contains("What was told to whom (1 notice)")
        .containsPattern("[0-9]+ delegations</td>");
  }

  @Test
  void thePortfolioIsFilteredAndPaged() {
    String earlier = programmes.register(SampleDossiers.of("XA", "Aldermark"));
    // Two that are registered within one tick of the clock stand by their keys.
    db.sql("update programme set opened_at = opened_at - interval '1' hour where programme_key = ?")
        .param(earlier)
        .update();
    programmes.register(SampleDossiers.of("XB", "Bellmora"));
    programmes.close(
        programmes.register(SampleDossiers.of("XC", "Corvania 100%")), Outcome.SHELVED, "sample");

    assertThat(keys("/api/v1/programmes?status=active")).containsExactly("XB-2026", "XA-2026");
    assertThat(keys("/api/v1/programmes?status=active&size=1&page=1")).containsExactly("XA-2026");
    assertThat(keys("/api/v1/programmes?text=100%25")).containsExactly("XC-2026");
    assertThat(keys("/api/v1/programmes?step=consensus")).isEmpty();
    assertThat(analyst.json("/api/v1/programmes?size=1").path("total").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"full-candidate", "full%20candidate", "Full%20Candidate"})
  void aFilterIsACodeOrAWordAndTheAnswerIsACode(String tier) {
    String key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    programmes.register(SampleDossiers.of("XA", "Aldermark"));

    JsonNode found = analyst.json("/api/v1/programmes?tier=" + tier);

    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.at("/programmes/0/tier").asText()).isEqualTo("full-candidate");
    assertThat(found.at("/programmes/0/status").asText()).isEqualTo("active");
    assertThat(Visitor.person(port, "manager").open("/programmes?tier=" + tier).body())
        .contains("full candidate", "XR-2026")
        .doesNotContain("XA-2026");
  }

  @Test
  void theDescriptionOfTheInterfaceNamesTheCodesThatAreSent() {
    assertThat(analyst.get("/v3/api-docs").body())
        .contains("\"full-candidate\"", "\"move-tier-up\"", "\"intelligence-sharing\"")
        .doesNotContain("FULL_CANDIDATE", "MOVE_TIER_UP", "INTELLIGENCE_SHARING");
  }

  @Test
  void aFilterThatIsNotUnderstoodIsRefused() {
    HttpResponse<String> answer = analyst.get("/api/v1/programmes?tier=best&status=lost");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("tier", "full candidate", "status", "suspended");
  }

  @Test
  void aReviewThatWasHeldLateIsMarked() {
    String key = programmes.register(SampleDossiers.ruritania());
    db.sql(
            """
            insert into review (programme, kind, quarter, status, decision, reasons, held_late)
            values (:key, 'QUARTERLY', '2026-Q4', 'HELD', 'CONTINUE', 'As of 2026-11-20.', true)
            """)
        .param("key", key)
        .update();

    assertThat(analyst.json("/api/v1/programmes/" + key).at("/reviews/0/heldLate").asBoolean())
        .isTrue();
    assertThat(Visitor.person(port, "manager").open("/programmes/" + key).body())
        .contains(">held late</td>", "As of 20 Nov 2026.");
  }

  @Test
  void anUnknownProgrammeIsNotFound() {
    assertThat(analyst.get("/api/v1/programmes/XX-1999").statusCode()).isEqualTo(404);
    assertThat(Visitor.person(port, "manager").open("/programmes/XX-1999").statusCode())
        .isEqualTo(404);
  }

  @Test
  void nothingIsImportedIfALineIsBadAndEveryBadLineIsNamed() {
    HttpResponse<String> answer =
        csv(
            """
            candidate,name,european,region,propagandaExposure,occStage,occStageAsOf,occStageSource
            XA,Aldermark,true,europe,low,NEL1,2026-01-31,sample
            XB,,true,europe,low,NEL1,2026-01-31,sample
            FR,France,true,europe,low,,,
            XA,Aldermark again,true,europe,low,,,
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "line 3, column 2 (name)",
            "line 4, column 1 (candidate)",
            "line 5, column 1 (candidate)")
        .doesNotContain("line 2");
    assertThat(programmes.isEmpty()).isTrue();
  }

  @Test
  void ofAMutatedTableAllIsImportedOrNothing() {
    String table =
        """
        candidate,name,european,region,propagandaExposure,publicSupportPct,publicSupportPctAsOf,publicSupportPctSource
        XA,Aldermark,true,europe,low,54,2026-01-31,"Survey, ""second"" edition"
        XB,Bellmora,true,europe,low,55.5,2026-01-31,Survey
        FR,France,true,europe,low,,,
        """;
    Mutations.of(
        table.getBytes(StandardCharsets.UTF_8),
        300,
        file -> {
          long before = stored();

          HttpResponse<String> answer =
              analyst.send("POST", "/api/v1/programmes/import", file, "text/csv");

          assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400);
          if (answer.statusCode() == 400) {
            assertThat(Visitor.parse(answer).path("errors").findValuesAsText("field"))
                .isNotEmpty()
                .allMatch(field -> field.startsWith("line ") || file.length == 0);
            assertThat(stored()).isEqualTo(before);
          } else {
            keys("/api/v1/programmes?status=active")
                .forEach(key -> programmes.close(key, Outcome.NO_CONSENSUS, "over"));
          }
        });
  }

  private long stored() {
    return db.sql("select (select count(*) from programme) + (select count(*) from indicator)")
        .query(Long.class)
        .single();
  }

  @Test
  void aTableFromASpreadsheetThatIsNotUtf8IsRefusedWithItsPlace() {
    String table =
        "candidate,name,european,region,propagandaExposure\r\n\r\nXG,C\u00F4te,true,europe,low\r\n";
    for (String type : List.of("text/csv", "text/csv;charset=utf-8", "text/plain")) {
      HttpResponse<String> answer =
          analyst.send(
              "POST",
              "/api/v1/programmes/import",
              table.getBytes(StandardCharsets.ISO_8859_1),
              type);
      assertThat(answer.statusCode()).as(type).isEqualTo(400);
      assertThat(answer.body())
          .as(type)
          .contains("line 3, column 2 (name)", "is not text in UTF-8 (byte F4)");
    }
    assertThat(programmes.isEmpty()).isTrue();
  }

  @Test
  void aGoodTableOpensAProgrammeForEachLine() {
    HttpResponse<String> answer =
        csv(
            """
            candidate,name,european,region,propagandaExposure,occStage,occStageAsOf,occStageSource
            XA,Aldermark,true,europe,low,NEL1,2026-01-31,sample
            XB,"Bellmora, Isles of",true,europe,high,,,
            """);

    assertThat(answer.statusCode()).isEqualTo(201);
    String aldermark = "XA-" + days.today().getYear();
    String bellmora = "XB-" + days.today().getYear();
    assertThat(answer.body()).contains(aldermark, bellmora);
    assertThat(programmes.get(bellmora).name()).isEqualTo("Bellmora, Isles of");
    assertThat(programmes.steps(aldermark))
        .extracting(StepEntry::step)
        .containsExactly(Step.PREREQUISITES);
    assertThat(dossiers.recorded(aldermark)).hasSize(1);
  }

  /** A second reading would tell each thing twice. */
  @Test
  void theProcessStartsWithTheKeyAlone() {
    analyst.post("/api/v1/programmes", RURITANIA.formatted("Ruritania"));

    assertThat(dossiers.recorded("XR-2026")).hasSize(1);
    assertThat(
            db.sql(
                    """
                    select count(*) from act_hi_varinst
                    where proc_def_key_ = 'enlargement-programme'
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            db.sql(
                    """
                    select start_user_id_ from act_hi_procinst
                    where proc_def_key_ = 'enlargement-programme' and business_key_ = 'XR-2026'
                    order by start_time_ desc limit 1
                    """)
                .query(String.class)
                .single())
        .isEqualTo("analyst");
  }

  @Test
  void aTableIsAPlainTextOfSoManyLines() {
    String header = "candidate,name,european,region,propagandaExposure";
    String line = "XA,Aldermark,true,europe,low\n";

    assertThat(csv(header + "\nXA,Alder\u0000mark,true,europe,low\n").body())
        .contains("line 2, column 2 (name)", "holds a control character (U+0000, character 6)");
    assertThat(csv(header + " \n XA , Aldermark , maybe,europe,low\n").body())
        .contains("line 2, column 3 (european)")
        .doesNotContain("(name)", "(propaganda");
    assertThat(csv(header + "\n" + line.repeat(251)).body())
        .contains("There are more than 250 lines");
    assertThat(csv(header + ",a".repeat(200) + "\n" + line).statusCode()).isEqualTo(400);
    assertThat(programmes.isEmpty()).isTrue();
    assertThat(csv("\uFEFF" + header + "\n" + line).statusCode()).isEqualTo(201);
  }

  @Test
  void aFigureThatIsNoneIsRefusedByEitherDoor() {
    for (String bad : List.of("\"1e-999999999\"", "1e-999999999", "1e400", "\"0x1p1\"", "\"2d\"")) {
      HttpResponse<String> answer =
          analyst.post(
              "/api/v1/programmes",
              """
              {"candidate": "XA", "name": "Aldermark", "european": true, "region": "europe",
               "propagandaExposure": "low", "indicators": {"publicSupportPct":
                 {"value": %s, "asOf": "2026-01-31", "source": "Survey"}}}
              """
                  .formatted(bad));
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
      assertThat(answer.body()).as(bad).contains("indicators.publicSupportPct.value");
      assertThat(
              csv("""
                      candidate,name,european,region,propagandaExposure,publicSupportPct,publicSupportPctAsOf,publicSupportPctSource
                      XA,Aldermark,true,europe,low,%s,2026-01-31,Survey
                      """
                      .formatted(bad))
                  .body())
          .as(bad)
          .contains("line 2, column 6 (publicSupportPct)");
    }
    assertThat(programmes.isEmpty()).isTrue();
  }

  private HttpResponse<String> csv(String table) {
    return Visitor.program(port, "analyst")
        .send("POST", "/api/v1/programmes/import", table, "text/csv");
  }

  private Iterable<String> keys(String path) {
    return analyst.json(path).path("programmes").findValuesAsText("key");
  }
}
