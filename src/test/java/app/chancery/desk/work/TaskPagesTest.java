package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.WorkList;
import app.chancery.programme.Opening;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task on its page: the form that Tasklist shows, and what is typed into it. */
@WebOfficeTest
class TaskPagesTest {

  private static final String BANDWIDTH = "userTask_assessPoliticalBandwidth";

  @LocalServerPort private int port;
  @Autowired private Opening opening;
  @Autowired private WorkList work;
  @Autowired private JdbcClient db;

  private Visitor analyst;

  @BeforeEach
  void open() {
    opening.open(SampleDossiers.ruritania());
    analyst = person("analyst");
  }

  @Test
  void aTaskIsDoneOnItsPage() {
    String task = address(BANDWIDTH);

    HttpResponse<String> answer = analyst.postForm(task, bandwidth());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(answer)).isEqualTo(task + "/done");
    assertThat(work.has(BANDWIDTH)).isFalse();
    assertThat(page(analyst.open(task + "/done")).text()).contains("Assess political bandwidth");
  }

  @Test
  void aFormSaysWhatIsKnownAndNamesEveryField() {
    Document page = page(analyst.open(address(BANDWIDTH)));

    assertThat(page.select(".text-part strong").text()).isEqualTo("Ruritania");
    for (var field : page.select(".part :is(input:not([type=radio]), select, textarea)")) {
      assertThat(page.select("label[for=" + field.id() + "]")).as(field.id()).hasSize(1);
      for (String described : field.attr("aria-describedby").split(" ")) {
        assertThat(page.getElementById(described)).as(described).isNotNull();
      }
    }
    assertThat(page.select("fieldset:has([type=radio]) > legend").text()).startsWith("Verdict");
    assertThat(page.select("#number_seatsInFavour").attr("inputmode")).isEqualTo("decimal");
  }

  @Test
  void whatIsMissingIsNamedAboveTheFormAndAtItsFieldAndNothingTypedIsLost() {
    String task = address(BANDWIDTH);

    HttpResponse<String> answer =
        analyst.postForm(
            task,
            Map.of(
                "seatsInParliament", "200",
                "elections", "2027-10-03 | Ruritania: \"parliament\" <b>",
                "bandwidthVerdict", "not-satisfied"));

    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = page(answer);
    assertThat(page.select("#form-problems[role=alert] a").eachText())
        .containsExactly("Seats in favour: is required", "Because: is required");
    assertThat(page.select("#form-problems a").eachAttr("href"))
        .containsExactly("#number_seatsInFavour", "#textarea_bandwidthWhy");
    assertThat(page.select("[aria-invalid=true]").eachAttr("name"))
        .containsExactly("seatsInFavour", "bandwidthWhy");
    assertThat(page.getElementById("number_seatsInFavour-error").text()).isEqualTo("is required");
    assertThat(page.getElementById("number_seatsInParliament").val()).isEqualTo("200");
    assertThat(page.getElementById("textarea_elections").val())
        .isEqualTo("2027-10-03 | Ruritania: \"parliament\" <b>");
    assertThat(page.select("[name=bandwidthVerdict][checked]").val()).isEqualTo("not-satisfied");
    assertThat(work.has(BANDWIDTH)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "seatsInFavour, number_seatsInFavour, '1,008'",
    "elections, textarea_elections, soon | Ruritania"
  })
  void whatTheBusinessRefusesIsToldAtItsFieldToo(String field, String id, String text) {
    Map<String, String> wrong = new HashMap<>(bandwidth());
    wrong.put(field, text);

    HttpResponse<String> answer = analyst.postForm(address(BANDWIDTH), wrong);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page(answer).select("[aria-invalid=true]").eachAttr("name")).containsExactly(field);
    assertThat(page(answer).select("#form-problems a").attr("href")).isEqualTo("#" + id);
    assertThat(page(answer).getElementById(id).val()).isEqualTo(text);
    assertThat(work.has(BANDWIDTH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"envoy", "planner", "delegate-fr", "press"})
  void aTaskOfOthersIsNotThere(String account) {
    String task = address(BANDWIDTH);
    Visitor other = person(account);

    assertThat(other.open(task).statusCode()).isEqualTo(404);
    assertThat(other.open(task + "/done").statusCode()).isEqualTo(404);
    assertThat(other.postForm(task, bandwidth()).statusCode()).isEqualTo(404);
    assertThat(other.get(task + "/draft").statusCode()).isEqualTo(404);
    assertThat(other.put(task + "/draft", "{\"fields\": {}}").statusCode()).isEqualTo(404);
    assertThat(other.delete(task + "/draft").statusCode()).isEqualTo(404);
    assertThat(work.has(BANDWIDTH)).isTrue();
  }

  /** Who watches sees that there is a task, and neither its form nor what its group is told. */
  @Test
  void rule11_whoeverWatchesATaskGetsNoForm() {
    String task = address(BANDWIDTH);
    Visitor manager = person("manager");

    Document page = page(manager.open(task));

    assertThat(page.select("form.form")).isEmpty();
    assertThat(manager.postForm(task, bandwidth()).statusCode()).isEqualTo(400);
    assertThat(manager.put(task + "/draft", "{\"fields\": {}}").statusCode()).isEqualTo(400);
    assertThat(work.has(BANDWIDTH)).isTrue();
  }

  @Test
  void whatIsTypedIsKeptForItsWriterAloneUntilTheTaskIsDone() {
    String task = address(BANDWIDTH);
    Visitor colleague = person("admin");

    HttpResponse<String> saved =
        analyst.put(task + "/draft", "{\"fields\": {\"seatsInFavour\": \"7\"}}");

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(Visitor.parse(saved).path("hidden")).isEmpty();
    assertThat(analyst.json(task + "/draft").at("/fields/seatsInFavour").asText()).isEqualTo("7");
    Document page = page(person("analyst").open(task));
    assertThat(page.getElementById("number_seatsInFavour").val()).isEqualTo("7");
    assertThat(page.getElementById("form-draft").text()).contains("This is your draft of");
    assertThat(colleague.get(task + "/draft").statusCode()).isEqualTo(204);

    analyst.postForm(task, bandwidth());

    assertThat(analyst.get(task + "/draft").statusCode()).isEqualTo(204);
    assertThat(db.sql("select count(*) from draft").query(Long.class).single()).isZero();
  }

  @Test
  void aDraftTakesTheFieldsOfItsFormAndNothingElse() {
    String task = address(BANDWIDTH);

    HttpResponse<String> answer =
        analyst.put(
            task + "/draft", "{\"fields\": {\"approved\": \"x\", \"bandwidthWhy\": [\"a\"]}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Visitor.parse(answer).path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("approved", "bandwidthWhy");
    assertThat(analyst.get(task + "/draft").statusCode()).isEqualTo(204);
  }

  @Test
  void aTextThatNoFieldCouldHoldIsNoDraft() {
    HttpResponse<String> answer =
        analyst.put(
            address(BANDWIDTH) + "/draft",
            "{\"fields\": {\"bandwidthWhy\": \"" + "x".repeat(100_001) + "\"}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("is longer than 100000 characters");
  }

  @Test
  void whoeverLogsInAsSomebodyElseDoesNotGoOnWithTheTextOfThePage() {
    String task = address(BANDWIDTH);

    HttpResponse<String> answer =
        person("analyst")
            .with("X-CHANCERY-READER", "envoy")
            .put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine\"}}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(analyst.get(task + "/draft").statusCode()).isEqualTo(204);
  }

  @Test
  void aTaskThatHasEndedGivesTheTextBack() {
    String task = address(BANDWIDTH);
    analyst.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine, not handed in\"}}");
    work.complete(BANDWIDTH, "admin", Map.copyOf(bandwidth()));

    Document page = page(analyst.open(task));
    HttpResponse<String> later = analyst.postForm(task, Map.of("bandwidthWhy", "Mine, later"));
    HttpResponse<String> draft =
        analyst.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine, last\"}}");

    assertThat(page.select("textarea").val()).isEqualTo("Mine, not handed in");
    assertThat(later.statusCode()).isEqualTo(409);
    assertThat(page(later).select("textarea").val()).isEqualTo("Mine, later");
    assertThat(draft.statusCode()).isEqualTo(409);
    assertThat(page(analyst.open(task)).select("textarea").val()).isEqualTo("Mine, last");
  }

  private static Map<String, String> bandwidth() {
    return Map.of(
        "seatsInFavour", "120",
        "seatsInParliament", "200",
        "elections", "2027-10-03 | Ruritania: parliament",
        "bandwidthVerdict", "satisfied",
        "bandwidthWhy", "Wide support");
  }

  private String address(String key) {
    return "/tasks/" + work.task(key).id();
  }

  private Visitor person(String account) {
    Visitor person = Visitor.person(port, account);
    person.open("/programmes");
    return person.with("X-CHANCERY-CSRF", person.cookie("CHANCERY-CSRF").orElseThrow());
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }
}
