package app.chancery.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.records.DecisionRecords;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the audit, and who reads it. */
@WebOfficeTest
class AuditTest {

  private static final String AUDIT = "/api/v1/audit";

  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int port;
  @Autowired private ApplicationContext office;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identities;
  @Autowired private DecisionRecords decisions;
  @Autowired private JdbcClient db;

  @Test
  void everyAnswerOfAnAllyIsInItWithItsReason() {
    Circulations circulations = new Circulations(office);
    circulations.prepare("XA-2026");
    circulations.circulate("XA-2026", OffsetDateTime.parse("2999-01-01T00:00:00Z"));
    String task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey("XA-2026")
            .taskCandidateGroup("delegation-tr")
            .singleResult()
            .getId();

    HttpResponse<String> answer =
        Visitor.program(port, "delegate-tr")
            .post(
                "/engine-rest/task/" + task + "/submit-form",
                """
                {"variables": {"position": {"value": "OBJECTION"},
                               "objectionConfirmed": {"value": true},
                               "objectionReason": {"value": "=Too early, \\"still\\""}}}
                """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(records())
        .extracting(this::act, each -> text(each, "programme"), each -> text(each, "what"))
        .contains(tuple("position", "XA-2026", "objection"))
        .contains(tuple("round-ended", "XA-2026", "broken"));
    JsonNode position = last("position");
    assertThat(text(position, "who")).isEqualTo("Delegate of Türkiye, delegation of Türkiye");
    assertThat(text(position, "account")).isEqualTo("delegate-tr");
    assertThat(text(position, "why")).isEqualTo("=Too early, \"still\"");
    assertThat(csv()).extracting(each -> each.get("why")).contains("'=Too early, \"still\"");
  }

  @Test
  void decisionsAreInItOnceAndInTheirOrder() {
    decisions.record("XA-2026", "engagement", "Tier lowered", "Too little support");
    decisions.record("XA-2026", "engagement", "Package approved", "It is in proportion");

    assertThat(records())
        .filteredOn(each -> act(each).equals("decision"))
        .extracting(
            each -> text(each, "account"),
            each -> text(each, "subject"),
            each -> text(each, "what"),
            each -> text(each, "why"))
        .containsExactly(
            tuple("chancery", "engagement", "Tier lowered", "Too little support"),
            tuple("chancery", "engagement", "Package approved", "It is in proportion"));
  }

  @Test
  void comingAndGoingIsInIt() {
    Visitor envoy = Visitor.person(port, "envoy");
    envoy.postForm("/logout", Map.of());
    Visitor stranger = Visitor.stranger(port);
    stranger.get("/login");
    stranger.postForm("/login", Map.of("username", "envoy", "password", "wrong"));
    stranger.postForm("/login", Map.of("username", "no\nbody", "password", "wrong"));

    assertThat(records())
        .extracting(this::act, each -> text(each, "account"), each -> text(each, "subject"))
        .containsSubsequence(
            tuple("login", "envoy", "envoy"),
            tuple("logout", "envoy", "envoy"),
            tuple("login-refused", null, "envoy"),
            tuple("login-refused", null, "no?body"));
    assertThat(records().toString()).doesNotContain("wrong");
  }

  @Test
  void administratorsActsAreInItWhicheverInterfaceTheyComeThrough() {
    Visitor admin = Visitor.program(port, "admin");
    admin.post(
        "/engine-rest/user/create",
        """
        {"profile": {"id": "audited", "firstName": "Nora", "lastName": "Lind"},
         "credentials": {"password": "a long and secret word"}}
        """);
    try {
      admin.put("/engine-rest/group/analysts/members/audited", "{}");
      admin.delete("/api/v1/sessions?account=audited");
      assertThat(records())
          .filteredOn(each -> "admin".equals(text(each, "account")))
          .extracting(this::act, each -> text(each, "subject"), each -> text(each, "what"))
          .contains(
              tuple("administration", "User", "Create userId=audited"),
              tuple("administration", "Group membership", "Create userId=audited groupId=analysts"),
              tuple("sessions-ended", "audited", null));
      assertThat(records().toString()).doesNotContain("secret word");
    } finally {
      identities.deleteUser("audited");
    }
  }

  /** From the outside: what operations.md says is enough to verify it. */
  @Test
  void anybodyCanReckonTheHashesAgain() throws Exception {
    decisions.record("XA-2026", "engagement", "Package approved", "It is in proportion");
    decisions.record("XA-2026", "engagement", "Tier \"lowered\" in თბილისი", "a\nb");
    List<JsonNode> records = records();
    String previous = "0".repeat(64);
    for (JsonNode each : records) {
      assertThat(text(each, "previous")).isEqualTo(previous);
      ArrayNode fields = JSON.createArrayNode();
      for (String field :
          List.of(
              "number",
              "at",
              "act",
              "account",
              "who",
              "programme",
              "subject",
              "what",
              "why",
              "previous")) {
        fields.add(each.get(field));
      }
      byte[] bytes = JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
      previous = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertThat(text(each, "hash")).isEqualTo(previous);
    }
    assertThat(records).hasSizeGreaterThan(1);
  }

  @Test
  void whoHasReadItGoesOnWhereTheyWere() {
    decisions.record("XA-2026", "engagement", "Tier lowered", "Too little support");
    long last = last("decision").get("number").asLong();
    decisions.record("XA-2026", "engagement", "Package approved", "It is in proportion");

    assertThat(read(AUDIT + "?after=" + last))
        .extracting(each -> text(each, "what"))
        .containsExactly("Package approved");
    assertThat(Visitor.program(port, "auditor").get(AUDIT + "?after=-1x").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatIsInTheChainIsReadAlsoIfItStandsStill() {
    decisions.record("XA-2026", "engagement", "Tier lowered", "Too little support");
    List<JsonNode> before = records();
    Map<String, Object> end = db.sql("select links, hash from audit_end").query().singleRow();
    db.sql("drop trigger audit_end_goes_on").update();
    db.sql("delete from audit_end").update();
    try {
      decisions.record("XA-2026", "engagement", "Package approved", "It is in proportion");
      HttpResponse<String> answer = Visitor.program(port, "auditor").get(AUDIT);
      HttpResponse<String> page = Visitor.program(port, "auditor").open("/audit");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body().lines().map(AuditTest::json).toList()).isEqualTo(before);
      String waiting =
          db.sql("select count(*) from audit_waiting").query(Long.class).single().toString();
      assertThat(answer.headers().firstValue("Audit-Waiting")).hasValue(waiting);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("cannot be put into the chain", "Tier lowered");
    } finally {
      db.sql("insert into audit_end (id, links, hash) values (1, :links, :hash)")
          .param("links", end.get("links"))
          .param("hash", end.get("hash"))
          .update();
      db.sql(
              """
              create trigger audit_end_goes_on before update, delete on audit_end
                for each row call "app.chancery.platform.audit.EndGoesOn"
              """)
          .update();
    }
    assertThat(text(last("decision"), "what")).isEqualTo("Package approved");
    assertThat(Visitor.program(port, "auditor").get(AUDIT).headers().firstValue("Audit-Waiting"))
        .isEmpty();
  }

  private JsonNode last(String act) {
    return records().stream()
        .filter(each -> act(each).equals(act))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private List<JsonNode> records() {
    return read(AUDIT);
  }

  private List<JsonNode> read(String path) {
    HttpResponse<String> answer = Visitor.program(port, "auditor").get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/x-ndjson");
    return answer.body().lines().map(AuditTest::json).toList();
  }

  private List<CSVRecord> csv() {
    HttpResponse<String> answer = Visitor.program(port, "auditor").get(AUDIT + "?format=csv");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new StringReader(answer.body()))
          .getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  private String act(JsonNode each) {
    return text(each, "act");
  }

  private static String text(JsonNode each, String field) {
    return each.get(field).isNull() ? null : each.get(field).asText();
  }
}
