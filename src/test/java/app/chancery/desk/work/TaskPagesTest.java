package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.WhatTablesHold;
import app.chancery.WorkList;
import app.chancery.consensus.Circulations;
import app.chancery.programme.Opening;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task on its page: the form that Tasklist shows, and what is typed into it. */
@WebOfficeTest
class TaskPagesTest {

  private static final String SENTINEL = "sentinel-of-a-draft";

  private static final String BANDWIDTH = "userTask_assessPoliticalBandwidth";

  @LocalServerPort private int port;
  @Autowired private Opening opening;
  @Autowired private WorkList work;
  @Autowired private JdbcClient db;
  @Autowired private ApplicationContext application;
  @Autowired private Clock clock;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private IdentityService identities;

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

    // Back and reload ask for nothing: it is no page of the form that was sent.
    assertThat(Visitor.location(answer)).isEqualTo(task);
    Document page = page(analyst.ledBack(answer));
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
    // The refusal goes with the next look, and the text stays.
    Document later = page(analyst.open(task));
    assertThat(later.select("#form-problems, [aria-invalid=true]")).isEmpty();
    assertThat(later.getElementById("number_seatsInParliament").val()).isEqualTo("200");
    assertThat(later.select("[name=bandwidthVerdict][checked]").val()).isEqualTo("not-satisfied");
  }

  /** What the definition of the form finds and what the business finds, in one answer. */
  @Test
  void everyFaultIsNamedAtOnce() {
    Map<String, String> wrong = new HashMap<>(bandwidth());
    wrong.put("seatsInFavour", "many");
    wrong.put("seatsInParliament", "1.000");
    wrong.remove("bandwidthWhy");

    Document page = page(analyst.ledBack(analyst.postForm(address(BANDWIDTH), wrong)));

    assertThat(page.select("[aria-invalid=true]").eachAttr("name"))
        .containsExactly("seatsInFavour", "seatsInParliament", "bandwidthWhy");
    assertThat(page.select("#form-problems a").eachText()).hasSize(3);
    assertThat(work.has(BANDWIDTH)).isTrue();

    // And what a rule finds, where what it needs can be read.
    wrong.putAll(Map.of("seatsInFavour", "120", "seatsInParliament", "200"));
    wrong.put("elections", "soon | Ruritania");
    assertThat(
            page(analyst.ledBack(analyst.postForm(address(BANDWIDTH), wrong)))
                .select("[aria-invalid=true]")
                .eachAttr("name"))
        .containsExactly("elections", "bandwidthWhy");

    // A form that only its definition refuses is not handed in by being tried.
    wrong.put("elections", "2027-10-03 | Ruritania: parliament");
    assertThat(
            page(analyst.ledBack(analyst.postForm(address(BANDWIDTH), wrong)))
                .select("#form-problems a")
                .eachText())
        .containsExactly("Because: is required");
    assertThat(work.has(BANDWIDTH)).isTrue();
  }

  @Test
  void aDiscardedDraftCanBeBroughtBackUntilAnotherOneIsBegun() {
    String task = address(BANDWIDTH);
    analyst.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Long thought about\"}}");

    analyst.postForm(task, Map.of("discard", "true"));
    Document without = page(analyst.open(task));
    assertThat(without.getElementById("textarea_bandwidthWhy").val()).isEmpty();
    assertThat(without.select("#form-discarded button[name=bring-back]")).hasSize(1);
    // Enter in a field presses the first button of a form.
    assertThat(without.select("#form button").first().attr("name")).isEmpty();
    assertThat(page(person("admin").open(task)).select("#form-discarded")).isEmpty();

    analyst.postForm(task, Map.of("bring-back", "true"));
    Document with = page(analyst.open(task));
    assertThat(with.getElementById("textarea_bandwidthWhy").val()).isEqualTo("Long thought about");
    assertThat(with.select("#form-discarded")).isEmpty();

    analyst.postForm(task, Map.of("discard", "true"));
    analyst.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Another\"}}");
    assertThat(page(analyst.open(task)).select("#form-discarded")).isEmpty();

    analyst.postForm(task, Map.of("discard", "true"));
    db.sql("update draft set discarded_at = ?")
        .param(OffsetDateTime.now(clock).minusDays(2))
        .update();
    analyst.postForm(task, Map.of("bring-back", "true"));
    assertThat(page(analyst.open(task)).getElementById("textarea_bandwidthWhy").val()).isEmpty();
  }

  /** A program has no session, and no next page. */
  @Test
  void aProgramIsToldAtOnceWhatIsWrong() {
    HttpResponse<String> answer =
        Visitor.program(port, "analyst")
            .postForm(address(BANDWIDTH), Map.of("seatsInParliament", "200"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page(answer).select("#form-problems a").eachText()).contains("Because: is required");
  }

  @ParameterizedTest
  @CsvSource({
    "seatsInFavour, number_seatsInFavour, '1,008'",
    "seatsInFavour, number_seatsInFavour, 1.000",
    "elections, textarea_elections, soon | Ruritania"
  })
  void whatTheBusinessRefusesIsToldAtItsFieldToo(String field, String id, String text) {
    Map<String, String> wrong = new HashMap<>(bandwidth());
    wrong.put(field, text);

    Document page = page(analyst.ledBack(analyst.postForm(address(BANDWIDTH), wrong)));

    assertThat(page.select("[aria-invalid=true]").eachAttr("name")).containsExactly(field);
    assertThat(page.select("#form-problems a").attr("href")).isEqualTo("#" + id);
    assertThat(page.getElementById(id).val()).isEqualTo(text);
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
    assertThat(page(manager.ledBack(manager.postForm(task, bandwidth()))).select("form.form"))
        .isEmpty();
    assertThat(manager.put(task + "/draft", "{\"fields\": {}}").statusCode()).isEqualTo(400);
    assertThat(work.has(BANDWIDTH)).isTrue();
  }

  @Test
  void rule11_anAdministratorIsToldThatMoreIsToldToTheGroupsOfATask() {
    String task = address(BANDWIDTH);
    Visitor admin = person("admin");
    assertThat(page(analyst.open(task)).select("#not-briefed")).isEmpty();
    assertThat(page(admin.open(task)).select("#not-briefed")).hasSize(1);
    assertThat(page(admin.open(task)).select(".text-part").text()).doesNotContain("Ruritania");
  }

  /** A form with holes, and an offer to take over what cannot be read, help nobody. */
  @Test
  void rule11_whoeverMayNotReadAConfidentialTaskSeesASentenceAndNoFormAndNoOffer() {
    processes.startProcessInstanceByKey("map-stakeholder-interests", "XR-2026");
    work.complete(
        "userTask_identifyStakeholders", "analyst", Map.of("stakeholders", "Court | other"));
    String task = address("userTask_interviewStakeholder");
    tasks.setAssignee(task.substring("/tasks/".length()), "analyst");

    for (String account : List.of("admin", "manager")) {
      Visitor reader = person(account);
      Document page = page(reader.open(task));
      assertThat(page.select("#not-yours").text()).as(account).contains("confidential");
      assertThat(page.select("main form, .briefing, .answer")).as(account).isEmpty();
      assertThat(
              page(reader.ledBack(reader.postForm(task, Map.of("confidential_notes", "x"))))
                  .select("main form, .briefing, .answer"))
          .as(account)
          .isEmpty();
      assertThat(work.has("userTask_interviewStakeholder")).as(account).isTrue();
    }
    JsonNode inTasklist =
        person("admin")
            .json(
                "/camunda/api/engine/engine/default"
                    + task.replace("/tasks/", "/task/")
                    + "/deployed-form");
    assertThat(inTasklist.path("components")).hasSize(1);
    assertThat(inTasklist.at("/components/0/text").asText()).contains("confidential");
    assertThat(page(analyst.open(task)).select("[name=confidential_notes]")).hasSize(1);
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
  void whatCannotBeHandedInIsKeptAllTheSameAndNamedAtItsField() throws Exception {
    String task = address(BANDWIDTH);
    Map<String, String> unfit =
        Map.of(
            "one\u000Btwo",
            "holds a control character (U+000B, character 4)",
            "one\u202Etwo",
            "U+202E",
            "one\uFFFFtwo",
            "U+FFFF",
            "\u200B",
            "holds nothing that can be seen",
            "x".repeat(100_001),
            "is longer than 100000 characters");
    for (Map.Entry<String, String> each : unfit.entrySet()) {
      JsonNode saved = typed(task, each.getKey());

      assertThat(saved.at("/wrong/0/field").asText()).isEqualTo("bandwidthWhy");
      assertThat(saved.at("/wrong/0/message").asText()).contains(each.getValue());
      JsonNode kept = analyst.json(task + "/draft");
      assertThat(kept.at("/fields/bandwidthWhy").asText()).isEqualTo(each.getKey());
      assertThat(kept.at("/fields/seatsInFavour").asText()).isEqualTo("7");
      Document page = page(analyst.open(task));
      assertThat(page.getElementById("textarea_bandwidthWhy").wholeText()).isEqualTo(each.getKey());

      HttpResponse<String> handedIn =
          analyst.postForm(task, Map.of("bandwidthWhy", each.getKey(), "seatsInFavour", "7"));

      assertThat(page(analyst.ledBack(handedIn)).select("#form-problems a").eachText())
          .anySatisfy(
              problem -> assertThat(problem).startsWith("Because: ").contains(each.getValue()));
      assertThat(work.has(BANDWIDTH)).isTrue();
    }
  }

  @Test
  void aCharacterThatNoDatabaseKeepsIsLeftOutOfTheDraftAndThatIsSaid() throws Exception {
    String task = address(BANDWIDTH);
    for (String character : List.of("\u0000", "\uD83D", "\uDE00")) {
      JsonNode saved = typed(task, "one" + character + "two\uD83D\uDE00");

      assertThat(saved.at("/wrong/0/message").asText())
          .contains("U+%04X".formatted((int) character.charAt(0)))
          .endsWith("that character is not kept in your draft");
      JsonNode kept = analyst.json(task + "/draft");
      assertThat(kept.at("/fields/bandwidthWhy").asText()).isEqualTo("onetwo\uD83D\uDE00");
      assertThat(kept.at("/fields/seatsInFavour").asText()).isEqualTo("7");
    }
    assertThat(typed(task, "onetwo").path("wrong")).isEmpty();
  }

  /** What is answered to a draft with that text, as a page writes it. */
  private JsonNode typed(String task, String text) throws Exception {
    HttpResponse<String> answer =
        analyst
            .with("X-CHANCERY-DRAFT", "*")
            .put(
                task + "/draft",
                JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writeValueAsString(
                        Map.of("fields", Map.of("bandwidthWhy", text, "seatsInFavour", "7"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Visitor.parse(answer);
  }

  @Test
  void whoeverLogsInAsSomebodyElseDoesNotGoOnWithTheTextOfThePage() {
    String task = address(BANDWIDTH);

    HttpResponse<String> answer =
        person("analyst")
            .with("X-CHANCERY-READER", "envoy")
            .put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine\"}}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Visitor.parse(answer).path("detail").asText()).contains("log in as ", ", envoy");
    assertThat(analyst.get(task + "/draft").statusCode()).isEqualTo(204);
  }

  @Test
  void aTaskThatHasEndedGivesTheTextBack() {
    String task = address(BANDWIDTH);
    analyst.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine, not handed in\"}}");
    tasks.setAssignee(task.substring("/tasks/".length()), null);
    work.complete(BANDWIDTH, "admin", Map.copyOf(bandwidth()));

    Document page = page(analyst.open(task));
    HttpResponse<String> later = analyst.postForm(task, Map.of("bandwidthWhy", "Mine, later"));
    Document afterwards = page(analyst.ledBack(later));
    HttpResponse<String> draft =
        person("analyst")
            .with("X-CHANCERY-DRAFT", analyst.json(task + "/draft").path("version").asText())
            .put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine, last\"}}");

    assertThat(page.select("main label").eachText()).containsExactly("Because");
    assertThat(page.select("textarea").val()).isEqualTo("Mine, not handed in");
    assertThat(page.select("main ul").text()).doesNotContain("Programme opened");
    assertThat(afterwards.select("textarea").val()).isEqualTo("Mine, later");
    assertThat(draft.statusCode()).isEqualTo(409);
    assertThat(page(analyst.open(task)).select("textarea").val()).isEqualTo("Mine, last");
  }

  /** Whoever does not know the address any more finds it where a login leads. */
  @Test
  void whatWasTypedIntoTasksThatAreOverIsListedOnThePageOfTheWorkForItsWriterAlone() {
    String task = address(BANDWIDTH);
    String id = task.substring("/tasks/".length());
    analyst.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine, not handed in\"}}");
    assertThat(page(analyst.open("/work")).select("#left-texts")).isEmpty();
    tasks.setAssignee(id, null);
    work.complete(BANDWIDTH, "admin", Map.copyOf(bandwidth()));

    Document page = page(analyst.open("/work?list=all"));

    assertThat(page.select("#left-texts summary").text())
        .startsWith("Ruritania (XR-2026): Assess political bandwidth typed on ");
    assertThat(page.select("#left-texts label").eachText()).containsExactly("Because");
    assertThat(page.select("#left-texts textarea").val()).isEqualTo("Mine, not handed in");
    assertThat(page.select("#left-texts button[data-copies]").attr("data-copies"))
        .isEqualTo(page.select("#left-texts textarea").attr("id"));
    for (String other : List.of("admin", "manager")) {
      assertThat(page(person(other).open("/work")).select("#left-texts")).as(other).isEmpty();
    }

    // Discarded there, it is gone from there, and may be brought back.
    String back = page.select("#left-texts input[name=back]").val();
    HttpResponse<String> discarded =
        analyst.postForm(task, Map.of("discard", "true", "back", back));
    assertThat(Visitor.location(discarded)).isEqualTo(back).startsWith("/work?list=all");
    Document without = page(analyst.open(back));
    assertThat(without.select("#left-texts details")).isEmpty();
    assertThat(without.select("#left-texts form button[name=bring-back]")).hasSize(1);
    analyst.postForm(task, Map.of("bring-back", "true", "back", back));
    assertThat(page(analyst.open(back)).select("#left-texts textarea").val())
        .isEqualTo("Mine, not handed in");
    assertThat(
            Visitor.location(
                analyst.postForm(
                    task, Map.of("discard", "true", "back", "https://elsewhere.example/work"))))
        .isEqualTo(task);
  }

  /**
   * In two windows of one person: what is done is not called lost, and nothing else is taken for
   * it.
   */
  @Test
  void whatThePersonHasHandedInThemselvesIsNotCalledLost() {
    String task = address(BANDWIDTH);
    String typed =
        "{\"fields\": {\"seatsInFavour\": \"120\", \"seatsInParliament\": \"200\","
            + " \"elections\": \"2027-10-03 | Ruritania: parliament\","
            + " \"bandwidthVerdict\": \"satisfied\", \"bandwidthWhy\": \"Wide support\"}}";
    analyst.open(Visitor.location(analyst.postForm(task, bandwidth())));

    HttpResponse<String> draft = analyst.put(task + "/draft", typed);
    HttpResponse<String> again = analyst.postForm(task, bandwidth());

    assertThat(draft.statusCode()).isEqualTo(409);
    assertThat(draft.body()).contains("You handed this in on");
    assertThat(Visitor.location(again)).isEqualTo(task + "/done");
    assertThat(page(analyst.open(task + "/done")).select("main [role=alert]").text())
        .contains("handed in already on");
    assertThat(page(analyst.open(task)).select("textarea")).isEmpty();
    assertThat(tablesWith("Wide support")).doesNotContain("draft", "handed_in");

    HttpResponse<String> other =
        analyst.put(task + "/draft", typed.replace("Wide support", "Something else"));
    assertThat(other.body()).contains("no longer open").doesNotContain("You handed this in");
    assertThat(page(analyst.open(task)).select("textarea").eachText()).contains("Something else");
  }

  @Test
  void whatElseWaitsLeadsThereForWhoMayOpenIt() {
    String task = address(BANDWIDTH);
    String others = ".beside a[href^=/tasks/]";

    Document page = page(analyst.open(task));
    assertThat(page.select(others).eachText()).isNotEmpty();
    for (String link : page.select(others).eachAttr("href")) {
      assertThat(analyst.open(link).statusCode()).as(link).isEqualTo(200);
    }
    assertThat(page.select(others).eachText()).doesNotContain("Confirm partnership mechanisms");
    assertThat(page.select(".beside").text()).contains("Confirm partnership mechanisms");
    assertThat(page(person("admin").open(task)).select(others).eachText())
        .contains("Confirm partnership mechanisms");
  }

  /** Never both: what waits now may be over when the office is done. */
  @Test
  void whileTheOfficeIsAtWorkThePageLooksAgainAndTellsWhatWaitsAfterwards() {
    String task = address(BANDWIDTH);
    analyst.postForm(task, bandwidth());
    String atWork =
        processes
            .createProcessInstanceByKey("enlargement-programme")
            .businessKey("XR-2026")
            .startBeforeActivity("callActivity_stakeholders")
            .execute()
            .getId();

    Document meanwhile = page(analyst.open(task + "/done"));
    assertThat(meanwhile.select("[data-at-work] a").attr("href")).isEqualTo(task + "/done");
    assertThat(meanwhile.select("script[src]").eachAttr("src")).contains("/at-work.js");
    assertThat(meanwhile.select("#next li")).isEmpty();
    assertThat(analyst.open("/at-work.js").statusCode()).isEqualTo(200);

    processes.deleteProcessInstance(atWork, "end of test");

    Document afterwards = page(analyst.open(task + "/done"));
    assertThat(afterwards.select("[data-at-work]")).isEmpty();
    assertThat(afterwards.select("script[src]").eachAttr("src")).doesNotContain("/at-work.js");
    assertThat(afterwards.select("#next li")).isNotEmpty();
  }

  @Test
  void theTaskThatWhatWasDoneHasLedToComesFirst() {
    processes.startProcessInstanceByKey("map-stakeholder-interests", "XR-2026");
    String task = address("userTask_identifyStakeholders");

    analyst.postForm(task, Map.of("stakeholders", "Court | other"));

    Document done = page(analyst.open(task + "/done"));
    assertThat(done.select("#next h3:contains(Now waiting) + ul strong").eachText())
        .contains(done.select("#mine strong").text())
        .contains("Interview stakeholder: Court");
  }

  @Test
  void besideTheFormStandsWhatThereIsToKnow() {
    Document page = page(analyst.open(address(BANDWIDTH)));

    assertThat(page.select("h1").eachText()).containsExactly("Assess political bandwidth");
    assertThat(page.select(".task-head a").first().text()).isEqualTo("Ruritania (XR-2026)");
    assertThat(page.select(".task-facts").text()).contains("(Europe/Brussels)", "analysts");
    assertThat(page.select(".briefing .text-part").text()).contains("Why this area is open");
    assertThat(page.select(".answer form.form [name=seatsInFavour]")).hasSize(1);
    assertThat(page.select(".beside").text())
        .contains("Confirm partnership mechanisms planners, until", "Programme opened");
    assertThat(page.select("img[loading=lazy]").attr("alt"))
        .isEqualTo(
            "The process \"Examine the political bandwidth\" stands at: Assess political bandwidth");
  }

  @Test
  void thePictureShowsWhereTheProcessStandsNotByColourAlone() {
    String task = address(BANDWIDTH);

    HttpResponse<String> answer = analyst.get(task + "/picture");

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
    Document picture = Jsoup.parse(answer.body(), "", Parser.xmlParser());
    assertThat(picture.select("svg > text").eachText())
        .contains("political", "Is the area open?", "Yes", "No", "here");
    assertThat(picture.select("rect[stroke-width=3]")).hasSize(1);
    assertThat(person("envoy").get(task + "/picture").statusCode()).isEqualTo(404);
  }

  @Test
  void whoBeginsToWriteTakesTheTaskAndAColleagueIsToldBeforeAndAfter() {
    String task = address(BANDWIDTH);
    Visitor colleague = colleague();
    assertThat(page(colleague.open(task)).select("#taken")).isEmpty();

    HttpResponse<String> first =
        analyst.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Mine\"}}");
    HttpResponse<String> second =
        colleague.put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Hers\"}}");

    assertThat(Visitor.parse(first).path("heldBy").isNull()).isTrue();
    assertThat(Visitor.parse(second).path("heldBy").asText()).isEqualTo("Ada Lindqvist, analyst");
    assertThat(page(colleague.open(task)).select("#taken").text())
        .contains("Ada Lindqvist, analyst has this task");
    Document handedIn = page(colleague.ledBack(colleague.postForm(task, bandwidth())));
    assertThat(handedIn.getElementById("textarea_bandwidthWhy").val()).isEqualTo("Wide support");
    assertThat(handedIn.select("#form-problems").text())
        .contains("Ada Lindqvist, analyst has taken");
    assertThat(work.has(BANDWIDTH)).isTrue();

    colleague.postForm(task + "/take-over", Map.of());

    assertThat(page(analyst.open(task)).select("#taken").text())
        .contains("Berta Second, analyst has");
    assertThat(colleague.postForm(task, bandwidth()).statusCode()).isEqualTo(302);
    Document gone = page(analyst.open(task));
    assertThat(gone.select("[role=alert]").text()).contains("by Berta Second, analyst.");
    assertThat(gone.select("textarea").val()).isEqualTo("Mine");

    // Discarded by mistake, it is still there to be copied.
    analyst.postForm(task, Map.of("discard", "true"));
    Document without = page(analyst.open(task));
    assertThat(without.select("textarea")).isEmpty();
    assertThat(without.select("#form-discarded button[name=bring-back]")).hasSize(1);
    assertThat(page(colleague.open(task)).select("#form-discarded")).isEmpty();
    analyst.postForm(task, Map.of("bring-back", "true"));
    assertThat(page(analyst.open(task)).select("textarea").val()).isEqualTo("Mine");
  }

  @Test
  void afterATaskIsDoneItsPageSaysWhatWasDoneWhatComesNextAndWhatIsMineNext() {
    String task = address(BANDWIDTH);
    analyst.postForm(task, bandwidth());

    Document done = page(analyst.open(task + "/done"));

    assertThat(done.select("[role=status]").text())
        .startsWith("You have completed “Assess political bandwidth” for Ruritania (XR-2026).");
    assertThat(done.select("main").text())
        .contains("Domestic political bandwidth: satisfied", "Still waiting for people")
        .contains("File intelligence briefs analysts, until");
    assertThat(done.select("a.button").attr("href")).matches("/tasks/[0-9a-f-]+");
    assertThat(page(analyst.open(task + "/done")).select("[role=status]").text())
        .startsWith("“Assess political bandwidth” was completed for Ruritania (XR-2026).");
  }

  @Test
  void aTaskThatStandsSaysThatItMayBeAnsweredAgain() {
    Circulations council = new Circulations(application);
    council.prepare("XS-2026");
    council.circulate(
        "XS-2026", OffsetDateTime.now(clock).plusDays(30).truncatedTo(ChronoUnit.HOURS));
    String task = "/tasks/" + council.positionTask("XS-2026", "delegation-fr");
    Visitor delegate = person("delegate-fr");

    HttpResponse<String> answer = delegate.postForm(task, Map.of("position", "no-objection"));

    assertThat(page(delegate.open(Visitor.location(answer))).text())
        .contains("is on record", "may be revised until");
    assertThat(page(delegate.open(task)).select(".text-part").text()).contains("no objection");
    assertThat(Visitor.location(delegate.open(task + "/done"))).isEqualTo(task);
  }

  /**
   * Neither while it is typed nor when it is handed in, and also where something is wrong with it.
   */
  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void rule11_aConfidentialDraftRestsNowhereAsItWasTypedAndIsInNoLog(CapturedOutput log) {
    processes.startProcessInstanceByKey("map-stakeholder-interests", "XR-2026");
    work.complete(
        "userTask_identifyStakeholders", "analyst", Map.of("stakeholders", "Court | other"));
    String task = address("userTask_interviewStakeholder");

    HttpResponse<String> saved =
        analyst.put(
            task + "/draft",
            "{\"fields\": {\"confidential_notes\": \"%s\", \"confidential_power\": \"%s\"}}"
                .formatted(SENTINEL, SENTINEL));

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(tablesWithTheSentinel()).isEmpty();
    HttpResponse<String> refused =
        analyst.postForm(
            task,
            Map.of(
                "confidential_held", "held",
                "confidential_power", SENTINEL,
                "confidential_interest", "2",
                "confidential_currentStance", "neutral",
                "confidential_desiredStance", "neutral",
                "confidential_notes", SENTINEL));
    Document page = page(analyst.ledBack(refused));
    assertThat(page.getElementById("number_confidentialPower").val()).isEqualTo(SENTINEL);
    assertThat(page.select("[data-read-by]")).isEmpty();
    assertThat(tablesWithTheSentinel()).isEmpty();
    assertThat(person("envoy").get(task + "/draft").statusCode()).isEqualTo(204);
    assertThat(person("admin").get(task + "/draft").statusCode()).isEqualTo(204);
    assertThat(person("manager").get(task + "/draft").statusCode()).isEqualTo(204);
    assertThat(log.getAll()).doesNotContain(SENTINEL);
  }

  @Test
  void whatIsTypedInTwoWindowsIsOverwrittenByNeither() {
    String draft = address(BANDWIDTH) + "/draft";
    String first =
        Visitor.parse(analyst.put(draft, "{\"fields\": {\"bandwidthWhy\": \"One\"}}"))
            .path("version")
            .asText();

    HttpResponse<String> other =
        person("analyst")
            .with("X-CHANCERY-DRAFT", "")
            .put(draft, "{\"fields\": {\"bandwidthWhy\": \"Other\"}}");
    HttpResponse<String> next =
        person("analyst")
            .with("X-CHANCERY-DRAFT", first)
            .put(draft, "{\"fields\": {\"bandwidthWhy\": \"Two\"}}");

    HttpResponse<String> unknowing =
        person("analyst").put(draft, "{\"fields\": {\"bandwidthWhy\": \"Unasked\"}}");

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(unknowing.statusCode()).isEqualTo(409);
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(analyst.json(draft).at("/fields/bandwidthWhy").asText()).isEqualTo("Two");
    assertThat(analyst.json(draft).path("version")).isEqualTo(Visitor.parse(next).path("version"));

    person("analyst")
        .with("X-CHANCERY-DRAFT", "*")
        .put(draft, "{\"fields\": {\"bandwidthWhy\": \"Chosen\"}}");
    assertThat(analyst.json(draft).at("/fields/bandwidthWhy").asText()).isEqualTo("Chosen");
  }

  @Test
  void whatAPageSavesAsItGoesFollowsWhatItWasStillSavingAndNothingOfAnotherPage() {
    String draft = address(BANDWIDTH) + "/draft";
    String page = "0123456789abcdef0123456789abcdef.00000000";
    String other = page.replace('0', 'f');
    person("analyst")
        .with("X-CHANCERY-TURN", page + 1)
        .put(draft, "{\"fields\": {\"bandwidthWhy\": \"First\"}}");

    // The page has not heard of a version yet.
    int last = saved(draft, page + 3, "Third");
    int overtaken = saved(draft, page + 2, "Second");
    int foreign = saved(draft, other + 4, "Foreign");
    int unread = saved(draft, "page.000000004", "Unread");

    assertThat(List.of(last, overtaken, foreign, unread)).containsExactly(200, 409, 409, 409);
    assertThat(analyst.json(draft).at("/fields/bandwidthWhy").asText()).isEqualTo("Third");
  }

  private int saved(String draft, String turn, String text) {
    return person("analyst")
        .with("X-CHANCERY-TURN", turn)
        .put(draft, "{\"fields\": {\"bandwidthWhy\": \"%s\"}}".formatted(text))
        .statusCode();
  }

  @Test
  void whatIsTypedIntoATaskThatHasEndedOverwritesNoOtherWindowAndIsToldWhoEndedIt() {
    String task = address(BANDWIDTH);
    String draft = task + "/draft";
    analyst.put(draft, "{\"fields\": {\"bandwidthWhy\": \"Kept\"}}");
    String version = analyst.json(draft).path("version").asText();
    tasks.setAssignee(task.substring("/tasks/".length()), "admin");
    work.complete(BANDWIDTH, "admin", Map.copyOf(bandwidth()));

    HttpResponse<String> unknowing =
        person("analyst").put(draft, "{\"fields\": {\"bandwidthWhy\": \"Unasked\"}}");
    HttpResponse<String> knowing =
        person("analyst")
            .with("X-CHANCERY-DRAFT", version)
            .put(draft, "{\"fields\": {\"bandwidthWhy\": \"Later\"}}");

    assertThat(Visitor.parse(unknowing).at("/errors/0/field").asText()).isEqualTo("draft");
    assertThat(knowing.statusCode()).isEqualTo(409);
    assertThat(Visitor.parse(knowing).at("/errors/0/field").asText()).isEqualTo("task");
    assertThat(Visitor.parse(knowing).at("/errors/0/message").asText())
        .containsPattern("no longer open: it was completed on .+ by .+ is kept for you");
    assertThat(analyst.json(draft).at("/fields/bandwidthWhy").asText()).isEqualTo("Later");
  }

  @Test
  void aDraftGoesWithItsWritersAccount() {
    Visitor colleague = colleague();
    colleague.put(address(BANDWIDTH) + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Hers\"}}");

    identities.deleteUser("berta");

    assertThat(colleague().get(address(BANDWIDTH) + "/draft").statusCode()).isEqualTo(204);
  }

  /** Without a script of the page, a form that is sent after the session has ended. */
  @Test
  void whoSendsAFormWithoutASessionGetsTheTextBackToCopy() {
    Visitor stranger = Visitor.stranger(port);
    stranger.get("/login");
    String task = address(BANDWIDTH);

    HttpResponse<String> ended = stranger.postForm(task, bandwidth());
    HttpResponse<String> older =
        Visitor.person(port, "analyst")
            .with("Accept", "text/html")
            .send(
                "POST",
                task,
                "_csrf=of-an-earlier-login&reader=analyst&bandwidthWhy=One%0ATwo%20%3Cb%3E",
                "application/x-www-form-urlencoded");

    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page(ended).select("[role=alert]").text()).contains("copy it before you leave");
    assertThat(page(ended).select("main label").eachText())
        .containsExactlyInAnyOrder(
            "Because", "Elections to come", "Seats in favour", "Seats in parliament");
    assertThat(older.statusCode()).isEqualTo(401);
    assertThat(page(older).select("main label").eachText()).containsExactly("Because");
    assertThat(page(older).select("textarea").val()).isEqualTo("One\nTwo <b>");
    assertThat(tablesWith("One\nTwo <b>")).isEmpty();
    assertThat(work.has(BANDWIDTH)).isTrue();
  }

  /** Whatever form it is, also one of a page's own; but no password, and nothing of other sites. */
  @Test
  void everyTextOfAFormThatComesTooLateIsGivenBackAndNoPassword() {
    Visitor stranger = Visitor.stranger(port);
    Map<String, String> typed =
        Map.of(
            "remark", "Of a page",
            "newPassword", "secret",
            "reader", "analyst",
            "receipt", "5f3d0c9e",
            "decided", "1a2b",
            "version", "3",
            "empty", " ");

    Document own = page(stranger.postForm("/programmes", typed));
    Document login = page(stranger.postForm("/login", typed));
    Document ofOthers =
        page(stranger.with("Sec-Fetch-Site", "cross-site").postForm("/programmes", typed));
    String many = "Д".repeat(30_000);
    Document whole =
        page(Visitor.stranger(port).postForm("/start/x", Map.of("bandwidthWhy", many)));

    assertThat(own.select("main label").eachText()).containsExactly("remark");
    assertThat(own.select("textarea").eachText()).containsExactly("Of a page");
    assertThat(login.select("textarea")).isEmpty();
    assertThat(ofOthers.select("textarea")).isEmpty();
    assertThat(whole.select("textarea").val()).isEqualTo(many);
    String tooLong = "y".repeat(100_001);
    HttpResponse<String> refused =
        analyst.postForm("/programmes/XR-2026/corrections", Map.of("reason", tooLong));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(page(refused).select("textarea").val()).isEqualTo(tooLong);
  }

  /** Every column of every table, those of the engine too, as text or as bytes. */
  private Set<String> tablesWithTheSentinel() {
    return tablesWith(SENTINEL);
  }

  private Set<String> tablesWith(String text) {
    return WhatTablesHold.tablesWith(db, text);
  }

  /** Another analyst. */
  private Visitor colleague() {
    db.sql(
            """
            insert into act_id_user (id_, rev_, first_, last_, pwd_, salt_)
            select 'berta', 1, 'Berta', 'Second', pwd_, salt_ from act_id_user where id_ = 'analyst'
            """)
        .update();
    db.sql("insert into act_id_membership (user_id_, group_id_) values ('berta', 'analysts')")
        .update();
    return person("berta");
  }

  @AfterEach
  void colleaguesLeave() {
    db.sql("delete from act_id_membership where user_id_ = 'berta'").update();
    db.sql("delete from act_id_user where id_ = 'berta'").update();
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
