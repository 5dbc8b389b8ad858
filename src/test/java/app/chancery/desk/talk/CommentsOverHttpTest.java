package app.chancery.desk.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.WorkList;
import app.chancery.consensus.Circulations;
import app.chancery.programme.Opening;
import app.chancery.records.NoticeKind;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say to each other on a programme and on a task. */
@WebOfficeTest
class CommentsOverHttpTest {

  private static final String PROGRAMME = "/programmes/XR-2026";

  private static final String BANDWIDTH = "userTask_assessPoliticalBandwidth";

  @LocalServerPort private int port;
  @Autowired private Opening opening;
  @Autowired private WorkList work;
  @Autowired private JdbcClient db;
  @Autowired private ApplicationContext application;
  @Autowired private Clock clock;
  @Autowired private RuntimeService processes;

  private Visitor analyst;

  @BeforeEach
  void open() {
    opening.open(SampleDossiers.ruritania());
    analyst = person("analyst");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "planner", "manager", "admin", "delegate-fr"})
  void whatIsSaidOnAProgrammeIsReadByEverybodyWhoOpensItsPage(String account) {
    HttpResponse<String> answer = say(analyst, PROGRAMME, "The figures are of <b>May</b>.\nSee x");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(answer)).isEqualTo(PROGRAMME + "#talk");
    for (String address : List.of(PROGRAMME, PROGRAMME + "/talk")) {
      Document page = page(person(account).open(address));
      assertThat(page.select(".talk .mark").first().text()).isEqualTo("Not part of the record");
      assertThat(page.select(".comments .source").text()).startsWith("Ada Lindqvist, analyst,");
      assertThat(page.select(".comments .said").first().wholeText().strip())
          .isEqualTo("The figures are of <b>May</b>.\nSee x");
      assertThat(page.select(".comments b")).isEmpty();
    }
    assertThat(
            db.sql("select count(*) from decision_record where why like '%May%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatIsSaidOnATaskIsThereForThoseWhoSeeTheTaskAlone() {
    String task = task(BANDWIDTH);

    assertThat(say(analyst, task, "I wait for the survey.").statusCode()).isEqualTo(302);

    assertThat(said(page(person("manager").open(task)))).containsExactly("I wait for the survey.");
    assertThat(said(page(analyst.open(task + "/talk")))).containsExactly("I wait for the survey.");
    for (String account : List.of("planner", "delegate-fr", "press")) {
      Visitor other = person(account);
      assertThat(other.open(task + "/talk").statusCode()).isEqualTo(404);
      assertThat(other.get(task + "/colleagues?name=a").statusCode()).isEqualTo(404);
      assertThat(say(other, task, "Me too").statusCode()).isEqualTo(404);
      assertThat(page(other.open(PROGRAMME)).select(".talk").text()).doesNotContain("Also said");
    }
    assertThat(page(analyst.open(PROGRAMME)).select(".talk a[href$=talk]").eachText())
        .contains("Assess political bandwidth");
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void whoIsMentionedIsKeptAsAnAccountAndShownWithNameAndFunction() {
    say(analyst, PROGRAMME, "@Clara Moreau, please look.");

    assertThat(db.sql("select text from talk_comment").query(String.class).single())
        .isEqualTo("@committee, please look.");
    assertThat(page(analyst.open(PROGRAMME)).select(".mention").eachText())
        .containsExactly("@Clara Moreau, oversight committee");
    assertThat(page(analyst.open(PROGRAMME)).select(".comments textarea").val())
        .isEqualTo("@Clara Moreau, please look.");
  }

  @Test
  void whoIsMentionedIsToldOnceByName() {
    String task = task(BANDWIDTH);
    say(analyst, PROGRAMME, "@Clara Moreau, please look. So do I, @Ada Lindqvist.");
    analyst.postForm(
        comment(), Map.of("text", "@Clara Moreau and @planner, look.", "version", "1"));
    say(analyst, task, "@manager, it waits for the survey.");

    assertThat(
            db.sql("select recipients, text from notice where kind = :kind order by id")
                .param("kind", NoticeKind.MENTIONED.code())
                .query((row, number) -> row.getString(1) + ": " + row.getString(2))
                .list())
        .containsExactly(
            "@committee: Ada Lindqvist, analyst mentions you in a comment on the"
                + " programme: Ruritania (XR-2026).",
            "@planner: Ada Lindqvist, analyst mentions you in a comment on the"
                + " programme: Ruritania (XR-2026).",
            "@manager: Ada Lindqvist, analyst mentions you in a comment on the task 'Assess political"
                + " bandwidth': Ruritania (XR-2026).");
  }

  @Test
  void whoIsMentionedIsLedToTheCommentItself() {
    for (String place : List.of(PROGRAMME, task(BANDWIDTH))) {
      say(analyst, place, "@manager, please look.");
      Visitor manager = Visitor.person(port, "manager");

      HttpResponse<String> led =
          manager.open(
              page(manager.open("/inbox?unread=true"))
                  .select("td a:contains(mentioned)")
                  .first()
                  .attr("href"));

      String[] address = led.headers().firstValue("Location").orElseThrow().split("#");
      assertThat(address[0]).endsWith(place + "/talk");
      assertThat(page(manager.open(place + "/talk")).getElementById(address[1]).text())
          .contains("please look.");
    }
  }

  @Test
  void whoCannotSeeATaskIsNotToldAndItsWriterDecides() {
    String task = task(BANDWIDTH);
    String text = "@Clara Moreau and @Nobody Known should know.";

    HttpResponse<String> asked = say(analyst, task, text);

    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(page(asked).select("[role=alert] li").eachText())
        .containsExactly(
            "Clara Moreau, oversight committee cannot see this and would not be told.",
            "Nobody here is called @Nobody.");
    assertThat(page(asked).getElementById("text").val()).isEqualTo(text);
    assertThat(stored()).isZero();

    String decided = page(asked).select("button[name=decided]").val();
    HttpResponse<String> other =
        analyst.postForm(
            task + "/comments", Map.of("text", "@Emil Osei and nobody", "decided", decided));
    assertThat(other.statusCode()).as("decided about others").isEqualTo(409);
    assertThat(stored()).isZero();

    analyst.postForm(task + "/comments", Map.of("text", text, "decided", decided));
    assertThat(said(page(analyst.open(task))))
        .containsExactly("@Clara Moreau, oversight committee and @Nobody Known should know.");
    assertThat(db.sql("select told from talk_mention").query(Boolean.class).list())
        .containsExactly(false);
    assertThat(
            db.sql("select count(*) from notice where kind = :kind")
                .param("kind", NoticeKind.MENTIONED.code())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void colleaguesAreOfferedByNameIfTheySeeThePlace() {
    assertThat(analyst.json(PROGRAMME + "/colleagues?name=cla").findValuesAsText("person"))
        .contains("Clara Moreau, oversight committee");
    assertThat(analyst.json(task(BANDWIDTH) + "/colleagues?name=cla")).isEmpty();
    assertThat(analyst.json(task(BANDWIDTH) + "/colleagues?name=lind").findValuesAsText("typed"))
        .containsExactly("Ada Lindqvist");
  }

  @Test
  void itsWriterChangesACommentForTenMinutesAndThenStrikesItOut() {
    say(analyst, PROGRAMME, "The figures are of May.");
    String comment = comment();

    assertThat(
            analyst
                .postForm(comment, Map.of("text", "They are of June.", "version", "1"))
                .statusCode())
        .isEqualTo(302);
    assertThat(said(page(analyst.open(PROGRAMME)))).containsExactly("They are of June.");
    assertThat(page(analyst.open(PROGRAMME)).select(".comments .mark").text()).isEqualTo("changed");

    later(Duration.ofMinutes(10));
    Document page = page(analyst.open(PROGRAMME));
    assertThat(page.select(".comments details")).isEmpty();
    HttpResponse<String> late =
        analyst.postForm(comment, Map.of("text", "They are of July.", "version", "2"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(page(late).getElementById("text").val()).isEqualTo("They are of July.");
    assertThat(page(late).getElementById("text-wrong").text()).startsWith("The time to change it");
    assertThat(said(page(late))).containsExactly("They are of June.");

    analyst.postForm(comment + "/strike", Map.of());
    Document struck = page(analyst.open(PROGRAMME));
    assertThat(struck.select(".comments s").text()).isEqualTo("They are of June.");
    assertThat(struck.select(".comments form")).isEmpty();
  }

  @Test
  void whatIsChangedInTwoWindowsIsOverwrittenByNeither() {
    say(analyst, PROGRAMME, "One");
    String comment = comment();
    analyst.postForm(comment, Map.of("text", "Two", "version", "1"));

    HttpResponse<String> other = analyst.postForm(comment, Map.of("text", "Three", "version", "1"));

    assertThat(other.statusCode()).isEqualTo(409);
    Document page = page(other);
    assertThat(said(page)).containsExactly("Two");
    assertThat(page.select(".comments textarea").val()).isEqualTo("Three");
    assertThat(page.select(".comments [name=version]").val()).isEqualTo("2");
    assertThat(page.select(".comments .error").text()).contains("It was changed meanwhile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"planner", "manager", "admin", "delegate-fr"})
  void nobodyChangesOrStrikesOutWhatSomebodyElseHasSaid(String account) {
    say(analyst, PROGRAMME, "Mine");
    String comment = comment();
    Visitor other = person(account);

    assertThat(page(other.open(PROGRAMME)).select(".comments form")).isEmpty();
    assertThat(other.postForm(comment, Map.of("text", "Theirs", "version", "1")).statusCode())
        .isEqualTo(404);
    assertThat(other.postForm(comment + "/strike", Map.of()).statusCode()).isEqualTo(404);
    assertThat(said(page(analyst.open(PROGRAMME)))).containsExactly("Mine");
  }

  /** Also where each letter is nine in the form. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "ქ"})
  void aCommentOf200000CharactersIsRefusedAndGivenBack(String letter) {
    String text = letter.repeat(200_000);

    HttpResponse<String> answer = say(analyst, PROGRAMME, text);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page(answer).getElementById("text-wrong").text())
        .isEqualTo("It has 200,000 characters; at most 10,000 are taken. Nothing was sent.");
    assertThat(page(answer).getElementById("text").val()).isEqualTo(text);
    assertThat(page(answer).getElementById("text").attr("aria-invalid")).isEqualTo("true");
    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "turned \u202E back", "half \uFFFD", "bell \u0007"})
  void whatIsNoTextIsRefusedAndGivenBack(String text) {
    for (String place : List.of(PROGRAMME, task(BANDWIDTH))) {
      HttpResponse<String> answer = say(analyst, place, text);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(page(answer).getElementById("text-wrong").text()).isNotBlank();
      assertThat(page(answer).select("#talk")).hasSize(1);
    }
    assertThat(stored()).isZero();
  }

  @Test
  void whatIsSentTwiceIsSaidOnce() {
    Map<String, String> sent = new HashMap<>(Map.of("text", "Once", "receipt", "a-receipt"));
    analyst.postForm(PROGRAMME + "/comments", sent);
    analyst.postForm(PROGRAMME + "/comments", sent);
    assertThat(said(page(analyst.open(PROGRAMME)))).containsExactly("Once");

    // Another text from a page one step back is not the same click.
    sent.put("text", "And this");
    analyst.postForm(PROGRAMME + "/comments", sent);
    person("planner").postForm(PROGRAMME + "/comments", sent);
    assertThat(said(page(analyst.open(PROGRAMME)))).containsExactly("Once", "And this", "And this");
  }

  @Test
  void rule11_nobodyTalksOnAnInterview() {
    processes.startProcessInstanceByKey("map-stakeholder-interests", "XR-2026");
    work.complete(
        "userTask_identifyStakeholders", "analyst", Map.of("stakeholders", "Court | other"));
    String interview = task("userTask_interviewStakeholder");

    for (String account : List.of("analyst", "envoy", "admin")) {
      Visitor reader = person(account);
      assertThat(page(reader.open(interview)).select(".talk")).isEmpty();
      HttpResponse<String> answer = say(reader, interview, "They are weak.");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(page(answer).select("[role=alert]").text()).contains("confidential");
      assertThat(page(answer).getElementById("text").val()).isEqualTo("They are weak.");
      assertThat(reader.open(interview + "/talk").statusCode()).isEqualTo(404);
      assertThat(reader.get(interview + "/colleagues?name=a").statusCode()).isEqualTo(404);
    }
    assertThat(stored()).isZero();
    assertThat(db.sql("select count(*) from talk_task").query(Long.class).single()).isZero();
  }

  @Test
  void whenATaskHasEndedThoseWhoCouldDoItReadOnAndNothingMoreIsSaid() {
    String task = task(BANDWIDTH);
    say(analyst, task, "I wait for the survey.");
    analyst.postForm(
        task,
        Map.of(
            "seatsInParliament", "200",
            "seatsInFavour", "150",
            "elections", "2027-10-03 | Ruritania: parliament",
            "bandwidthVerdict", "satisfied",
            "bandwidthWhy", "Wide support"));
    assertThat(work.has(BANDWIDTH)).isFalse();

    for (String reader : List.of("analyst", "manager", "admin")) {
      for (String address : List.of(task, task + "/talk")) {
        Document page = page(person(reader).open(address));
        assertThat(said(page)).as(reader).containsExactly("I wait for the survey.");
        assertThat(page.select("form[action$=comments]")).isEmpty();
      }
    }
    assertThat(person("planner").open(task + "/talk").statusCode()).isEqualTo(404);
    HttpResponse<String> late = say(analyst, task, "It has come.");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(page(late).getElementById("text").val()).isEqualTo("It has come.");
    assertThat(stored()).isEqualTo(1);
  }

  /** The model says of all their tasks that they are for delegations, and not for which. */
  @Test
  void oneDelegationDoesNotReadWhatWasSaidOnTheTaskOfAnother() {
    String task = frenchPosition();
    Visitor french = person("delegate-fr");
    assertThat(say(french, task, "Paris hesitates.").statusCode()).isEqualTo(302);
    assertThat(person("delegate-de").open(task + "/talk").statusCode()).isEqualTo(404);

    endEverythingOf("XS-2026");

    assertThat(said(page(french.open(task + "/talk")))).containsExactly("Paris hesitates.");
    assertThat(person("delegate-de").open(task + "/talk").statusCode()).isEqualTo(404);
    assertThat(person("delegate-de").open(task).body()).doesNotContain("Paris");
  }

  /** A delegation's deliberation is its own: whoever watches all work sees the task alone. */
  @Test
  void whatADelegationSaysOnItsTaskIsReadByNobodyElse() {
    String task = frenchPosition();
    Visitor french = person("delegate-fr");
    assertThat(page(french.open(task)).select(".talk > p").text())
        .contains("Whoever of the delegation of France may see this task reads this");
    HttpResponse<String> asked = say(french, task, "Paris hesitates, @manager.");
    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(page(asked).text()).contains("cannot see this and would not be told");
    assertThat(say(french, task, "Paris hesitates.").statusCode()).isEqualTo(302);

    assertReadByNobodyElse(task);
    endEverythingOf("XS-2026");
    assertReadByNobodyElse(task);
    assertThat(page(french.open(task + "/talk")).select(".talk > p").text())
        .contains("Whoever is of the delegation of France reads this");
  }

  /** The task of a delegation in an open round. */
  private String frenchPosition() {
    Circulations council = new Circulations(application);
    council.prepare("XS-2026");
    council.circulate(
        "XS-2026", OffsetDateTime.now(clock).plusDays(30).truncatedTo(ChronoUnit.HOURS));
    return "/tasks/" + council.positionTask("XS-2026", "delegation-fr");
  }

  private void assertReadByNobodyElse(String task) {
    for (String account : List.of("manager", "admin", "secretary", "delegate-de")) {
      Visitor other = person(account);
      assertThat(other.open(task).body()).doesNotContain("Paris", "id=\"talk\"");
      HttpResponse<String> talk = other.open(task + "/talk");
      assertThat(talk.statusCode()).as(account).isEqualTo(404);
      assertThat(talk.body()).doesNotContain("Paris");
      assertThat(other.get(task + "/colleagues?name=a").statusCode()).as(account).isEqualTo(404);
      assertThat(say(other, task, "Me too").statusCode()).as(account).isBetween(400, 409);
      assertThat(other.open("/programmes/XS-2026/talk").body()).doesNotContain(task);
    }
    assertThat(stored()).isEqualTo(1);
  }

  private void endEverythingOf(String programme) {
    processes
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(programme)
        .list()
        .forEach(
            process ->
                processes.deleteProcessInstanceIfExists(
                    process.getId(), "over", false, false, false, false));
  }

  @Test
  void whatWasSaidLongAgoIsOnEarlierPages() {
    for (int number = 1; number <= 51; number++) {
      say(analyst, PROGRAMME, "No. " + number);
    }

    Document page = page(analyst.open(PROGRAMME));
    assertThat(said(page)).hasSize(50).startsWith("No. 2").endsWith("No. 51");
    Document earlier = page(analyst.open(page.select(".talk a[rel=prev]").attr("href")));
    assertThat(said(earlier)).containsExactly("No. 1");
    assertThat(earlier.select(".pager").text()).contains("51 comments");
  }

  @Test
  void whatIsNotThereIsNotTalkedAbout() {
    assertThat(say(analyst, "/programmes/XX-1999", "x").statusCode()).isEqualTo(404);
    assertThat(say(analyst, "/tasks/none", "x").statusCode()).isEqualTo(404);
    assertThat(analyst.postForm("/comments/1", Map.of("text", "x", "version", "1")).statusCode())
        .isEqualTo(404);
    assertThat(analyst.postForm("/comments/1/strike", Map.of()).statusCode()).isEqualTo(404);
  }

  private Visitor person(String account) {
    return Visitor.person(port, account);
  }

  private static HttpResponse<String> say(Visitor who, String place, String text) {
    return who.postForm(place + "/comments", Map.of("text", text));
  }

  private String task(String key) {
    return "/tasks/" + work.task(key).id();
  }

  private String comment() {
    return "/comments/" + db.sql("select max(id) from talk_comment").query(Long.class).single();
  }

  private long stored() {
    return db.sql("select count(*) from talk_comment").query(Long.class).single();
  }

  private void later(Duration by) {
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(by)));
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private static List<String> said(Document page) {
    return page.select(".comments .said").eachText();
  }
}
