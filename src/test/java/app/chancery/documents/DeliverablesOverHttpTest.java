package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.files.Sha256;
import app.chancery.programme.Programmes;
import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebOfficeTest
class DeliverablesOverHttpTest {

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Deliverables deliverables;
  @Autowired Prints prints;
  @Autowired JdbcClient db;

  private String programme;
  private Deliverable brief;

  @BeforeEach
  void aProgrammeWithABrief() {
    programme = programmes.register(SampleDossiers.ruritania());
    brief =
        deliverables.issue(
            programme,
            DeliverableKind.MEDIA_BRIEF,
            Document.titled("Media brief: Ruritania", "In short."));
  }

  @Test
  void aProgramGetsJson() {
    HttpResponse<String> answer = as("analyst").get(brief.path());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith("application/json");
    JsonNode json = Visitor.parse(answer);
    assertThat(json.path("programme").asText()).isEqualTo(programme);
    assertThat(json.path("candidate").asText()).isEqualTo("Ruritania");
    assertThat(json.path("kind").asText()).isEqualTo("media-brief");
    assertThat(json.path("title").asText()).isEqualTo("Media brief: Ruritania");
    assertThat(json.path("version").asInt()).isOne();
    assertThat(json.path("status").asText()).isEqualTo("approved");
    assertThat(json.path("sha256").asText()).isEqualTo(brief.sha256());
    assertThat(json.path("approvedBy").asText()).isEqualTo("chancery");
    assertThat(json.path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*");
    assertThat(json.path("document").path("summary").asText()).isEqualTo("In short.");
    assertThat(json.has("restricted")).isFalse();
  }

  @Test
  void jsonFollowsThePublishedSchemaThatItsAnswerNames() {
    Deliverable draft =
        deliverables.draft(programme, DeliverableKind.DIPLOMATIC_PACKAGE, SampleDocuments.full());
    HttpResponse<String> answer = as("analyst").get(draft.path());
    assertThat(answer.headers().firstValue("Link"))
        .contains("</api/v1/schemas/document.json>; rel=\"describedby\"");

    HttpResponse<String> published = as("analyst").get("/api/v1/schemas/document.json");
    assertThat(type(published)).isEqualTo("application/schema+json");
    DocumentSchema schema = new DocumentSchema(published.body());
    assertThat(schema.faults(Visitor.parse(answer))).isEmpty();
    assertThat(schema.faults(as("analyst").json(brief.path()))).isEmpty();

    ObjectNode wrong = (ObjectNode) Visitor.parse(answer);
    wrong.put("status", "approved");
    ((ObjectNode) wrong.path("document")).put("sections", "none");
    assertThat(schema.faults(wrong)).hasSizeGreaterThan(1);
  }

  @Test
  void aScheduleIsReadByCalendarsToo() {
    Deliverable schedule =
        deliverables.issue(
            programme,
            DeliverableKind.JOINT_EXERCISE_SCHEDULE,
            Document.titled("Joint exercise schedule: Ruritania", "One exercise.")
                .on(
                    List.of(
                        new Document.Day(
                            "exercise-1@chancery",
                            LocalDate.parse("2027-03-01"),
                            "Northern Light, \u10e1\u10d0\u10e5; and more",
                            "Serves STANAG 2116."))));

    HttpResponse<String> answer = as("officer").get(schedule.path() + "?format=ics");

    assertThat(type(answer)).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains(
            "attachment; filename=\"%s-joint-exercise-schedule-v1.ics\"".formatted(programme));
    VEvent exercise = Biweekly.parse(answer.body()).first().getEvents().get(0);
    assertThat(exercise.getUid().getValue()).isEqualTo("exercise-1@chancery");
    assertThat(exercise.getSummary().getValue())
        .isEqualTo("Northern Light, \u10e1\u10d0\u10e5; and more");
    assertThat(exercise.getDateStart().getValue().getRawComponents().toString(false, false))
        .isEqualTo("20270301");
    assertThat(exercise.getStatus().isConfirmed()).isTrue();
    assertThat(as("officer").get(brief.path() + "?format=ics").statusCode()).isEqualTo(406);
    assertThat(type(as("officer").get(schedule.path()))).startsWith("application/json");
  }

  @Test
  void aBrowserGetsAPage() {
    HttpResponse<String> answer = as("analyst").open(brief.path());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("Media brief: Ruritania");
    assertThat(answer.headers().allValues("Vary")).contains("Accept");
  }

  @Test
  void whoWantsPaperGetsPdfUnderAFileNameThatSaysWhatItIs() throws IOException {
    HttpResponse<byte[]> answer = as("analyst").file(brief.path() + "?format=pdf");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("inline; filename=\"%s-media-brief-v1.pdf\"".formatted(programme));
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Media brief: Ruritania");
    }
  }

  @ParameterizedTest
  @EnumSource(DeliverableKind.class)
  void aPdfHoldsTheJsonThatProgramsGet(DeliverableKind kind) throws IOException {
    Deliverable one = deliverables.issue(programme, kind, SampleDocuments.full());
    byte[] json = as("analyst").file(one.path() + "?format=json").body();

    try (Paper paper = new Paper(as("analyst").file(one.path() + "?format=pdf").body())) {
      assertThat(paper.attached().getEmbeddedFileUnicode().toByteArray()).isEqualTo(json);
    }
    assertThat(as("analyst").json(one.path()).path("id").asLong()).isEqualTo(one.id());
  }

  /** What was approved stays as it was read, however documents look later. */
  @Test
  void aPrintOnFileIsTheOneThatReadersGet() throws IOException {
    prints.print(programme, brief.id());
    byte[] first = as("analyst").file(brief.path() + "?format=pdf").body();

    assertThat(as("press").file(brief.path() + "?format=pdf").body()).isEqualTo(first);
    assertThat(
            db.sql("select sha256 from deliverable_print where deliverable = :id")
                .param("id", brief.id())
                .query(String.class)
                .single())
        .isEqualTo(Sha256.of(first));
  }

  @Test
  void theParameterFormatDecidesBeforeTheHeader() {
    assertThat(type(as("analyst").open(brief.path() + "?format=json")))
        .startsWith("application/json");
    assertThat(type(as("analyst").get(brief.path() + "?format=html"))).startsWith("text/html");
  }

  @Test
  void aFormatThatThereIsNotIsRefusedAsSuch() {
    HttpResponse<String> answer = as("analyst").get(brief.path() + "?format=docx");

    assertThat(answer.statusCode()).isEqualTo(406);
  }

  @Test
  void linksOfFormsLeadToThePage() {
    HttpResponse<String> answer = Visitor.person(port, "press").open(brief.page());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith("text/html");
    assertThat(answer.body()).contains("/programmes/" + programme, "?format=json", "?format=pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"planner", "executive", "manager", "delegate-fr"})
  void whatIsRestrictedDoesNotExistForOthers(String account) {
    Deliverable map = map();

    assertThat(as(account).get(map.path()).statusCode()).isEqualTo(404);
    assertThat(as(account).open(map.page()).statusCode()).isEqualTo(404);
    assertThat(as(account).json(list()).findValuesAsText("kind")).containsExactly("media-brief");
  }

  @Test
  void theAnswerToWhatIsRestrictedIsThatToWhatIsNotThere() {
    String hidden = as("planner").get(map().path()).body();
    String missing = as("planner").get(brief.path().replace("/" + brief.id(), "/9999")).body();

    assertThat(withoutNumbers(hidden)).isEqualTo(withoutNumbers(missing));
  }

  /** Those in its address, and the id that every request has, which tells nothing. */
  private static String withoutNumbers(String answer) {
    return answer.replaceFirst("\"requestId\":\"[0-9a-f]{12}\"", "").replaceAll("\\d+", "N");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "envoy"})
  void whatIsRestrictedIsReadByItsReaders(String account) {
    Deliverable map = map();

    assertThat(as(account).open(map.page()).body()).contains("Restricted: analysts, envoys");
    assertThat(as(account).json(list()).findValuesAsText("kind"))
        .containsExactly("media-brief", "stakeholder-map");
  }

  static Stream<Arguments> readers() {
    return Stream.of(
            "analyst",
            "envoy",
            "planner",
            "secretary",
            "press",
            "officer",
            "committee",
            "executive",
            "manager",
            "delegate-fr")
        .flatMap(
            account ->
                Arrays.stream(DeliverableKind.values()).map(kind -> Arguments.of(account, kind)));
  }

  /** Rule 11 and the table of readers: the same answer in every format, for every kind. */
  @ParameterizedTest
  @MethodSource("readers")
  void aFinalIsReadInEveryFormatByThoseWhoMayAndByNobodyElse(String account, DeliverableKind kind) {
    Deliverable one =
        deliverables.issue(programme, kind, Document.titled("Secret or not", "A red line."));
    boolean may =
        kind != DeliverableKind.STAKEHOLDER_MAP || Set.of("analyst", "envoy").contains(account);

    for (String format : List.of("pdf", "html", "json")) {
      HttpResponse<byte[]> answer = as(account).file(one.path() + "?format=" + format);
      assertThat(answer.statusCode()).as(format).isEqualTo(may ? 200 : 404);
      if (!may) {
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
            .doesNotContain("Secret", "red line");
      }
    }
    assertThat(as(account).open(one.page()).statusCode()).isEqualTo(may ? 200 : 404);
    assertThat(as(account).json(list()).findValuesAsText("kind").contains(kind.slug()))
        .isEqualTo(may);
  }

  @Test
  void delegationsReadWhatIsApprovedAndNoDrafts() {
    Deliverable draft =
        deliverables.draft(
            programme, DeliverableKind.DIPLOMATIC_PACKAGE, Document.titled("Package", "Draft."));

    assertThat(as("delegate-fr").get(brief.path()).statusCode()).isEqualTo(200);
    assertThat(as("delegate-fr").get(draft.path()).statusCode()).isEqualTo(404);
    assertThat(as("delegate-fr").file(draft.path() + "?format=pdf").statusCode()).isEqualTo(404);
    assertThat(as("planner").get(draft.path()).statusCode()).isEqualTo(200);
    assertThat(as("delegate-fr").json(list())).hasSize(1);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(as("analyst").get("/api/v1/programmes/XX-1/deliverables").statusCode())
        .isEqualTo(404);
    assertThat(as("analyst").get("/api/v1/programmes/XX-1/deliverables/1").statusCode())
        .isEqualTo(404);
    assertThat(as("analyst").get("/api/v1/programmes/XX-1/deliverables/" + brief.id()).statusCode())
        .isEqualTo(404);
    assertThat(as("analyst").open("/programmes/" + programme + "/deliverables/9999").statusCode())
        .isEqualTo(404);
    assertThat(as("analyst").open("/programmes/" + programme + "/deliverables/abc").statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobodyReadsWithoutALogin() {
    assertThat(Visitor.stranger(port).get(brief.path()).statusCode()).isEqualTo(401);
    assertThat(Visitor.stranger(port).open(brief.page()).statusCode()).isIn(302, 401);
  }

  private Deliverable map() {
    return deliverables.issue(
        programme, DeliverableKind.STAKEHOLDER_MAP, Document.titled("Map", "In short."));
  }

  private String list() {
    return "/api/v1/programmes/" + programme + "/deliverables";
  }

  private Visitor as(String account) {
    return Visitor.program(port, account);
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
