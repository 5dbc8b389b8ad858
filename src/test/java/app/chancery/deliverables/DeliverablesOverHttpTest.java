package app.chancery.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Programmes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebOfficeTest
class DeliverablesOverHttpTest {

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Deliverables deliverables;

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

    assertThat(hidden.replaceAll("\\d+", "N")).isEqualTo(missing.replaceAll("\\d+", "N"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "envoy"})
  void whatIsRestrictedIsReadByItsReaders(String account) {
    Deliverable map = map();

    assertThat(as(account).open(map.page()).body()).contains("Restricted: analysts, envoys");
    assertThat(as(account).json(list()).findValuesAsText("kind"))
        .containsExactly("media-brief", "stakeholder-map");
  }

  @Test
  void delegationsReadWhatIsApprovedAndNoDrafts() {
    Deliverable draft =
        deliverables.draft(
            programme, DeliverableKind.DIPLOMATIC_PACKAGE, Document.titled("Package", "Draft."));

    assertThat(as("delegate-fr").get(brief.path()).statusCode()).isEqualTo(200);
    assertThat(as("delegate-fr").get(draft.path()).statusCode()).isEqualTo(404);
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
