package app.chancery.desk.council;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Objections;
import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.consensus.Stance;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.words.Words;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A delegation answers on the page of a round, by the form of its own task. */
@WebOfficeTest
class AnswersOverHttpTest {

  private static final String PROGRAMME = "ANSWER-2026";

  private static final Map<String, String> RESERVATION =
      Map.of("position", "reservation", "reservation", "Not before spring.");
  private static final Map<String, String> OBJECTION =
      Map.of(
          "position", "objection",
          "objectionReason", "It comes too early.",
          "amendmentSought", "A year more.",
          "objectionConfirmed", "true");

  /** Logged in once, for all the requests of this class. */
  private static final Map<String, Visitor> LOGGED_IN = new HashMap<>();

  @Autowired ApplicationContext application;
  @Autowired Office office;
  @Autowired Council council;
  @Autowired Objections objections;
  @Autowired IdentityService identities;
  @Autowired TaskService tasks;
  @LocalServerPort int port;

  private Circulations circulations;
  private OffsetDateTime deadline;

  @BeforeEach
  void circulate() {
    circulations = new Circulations(application);
    deadline =
        OffsetDateTime.ofInstant(office.now(), ZoneOffset.UTC)
            .plusDays(2)
            .withSecond(0)
            .withNano(0);
    circulations.prepare(PROGRAMME);
    circulations.circulate(PROGRAMME, deadline);
  }

  @Test
  void anAnswerOnThePageIsOnRecordAndItsReceiptIsShown() {
    Visitor france = visitor("delegate-fr");

    HttpResponse<String> answer = france.postForm(action(france), RESERVATION);

    Position stated = council.tally(round()).of("FR").orElseThrow();
    assertThat(stated.statement()).isEqualTo("Not before spring.");
    assertThat(stated.statedBy()).isEqualTo("delegate-fr");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(answer))
        .endsWith("/rounds/%s/receipts/FR/1".formatted(round().id()));
    assertThat(france.open(Visitor.location(answer)).body())
        .contains("Receipt ANSWER-2026/1/FR/1", "Not before spring.", "may be revised until");
    assertThat(page(france).body()).contains("ANSWER-2026/1/FR/1");
  }

  @Test
  void anAnswerOnThePageOfItsTaskSaysAndDoesTheSame() {
    Visitor france = visitor("delegate-fr");
    String task = action(france).replaceFirst(".*/answers/", "/tasks/");
    Document page = Jsoup.parse(france.open(task).body());

    HttpResponse<String> answer = france.postForm(task, RESERVATION);

    assertThat(Visitor.location(answer))
        .endsWith("/rounds/%s/receipts/FR/1".formatted(round().id()));
    assertThat(page.select(".form-final").text())
        .isEqualTo(Words.of("round.answer.revisable"))
        .isEqualTo(Jsoup.parse(page(france).body()).select("section.answer > p.muted").text());
  }

  @Test
  void anObjectionOnThePageOfItsTaskHasAReceiptThoughAnotherBrokeTheSilenceMeanwhile() {
    Visitor france = visitor("delegate-fr");
    String task = action(france).replaceFirst(".*/answers/", "/tasks/");
    object("TR");

    HttpResponse<String> answer = france.postForm(task, OBJECTION);

    assertThat(objections.standing(PROGRAMME)).containsExactly("FR", "TR");
    assertThat(france.open(Visitor.location(answer)).body())
        .contains("Receipt ANSWER-2026/1/FR/1", "It comes too early.");
  }

  /** The page of the round has the proposal; its form asks, and says nothing twice. */
  @Test
  void theFormOnThePageHasTheFieldsOfTheTaskAndNothingElse() {
    Element page = Jsoup.parse(page(visitor("delegate-fr")).body());
    Element form = page.getElementById("form");

    assertThat(page.select("form.form")).hasSize(1);
    assertThat(form.select("[name]").eachAttr("name"))
        .contains("position", "reservation", "objectionReason", "objectionConfirmed");
    assertThat(form.select("table, hr")).isEmpty();
    assertThat(form.select("button.main").text()).isEqualTo("State the position");
    assertThat(form.attr("data-draft")).startsWith("/tasks/").endsWith("/draft");
  }

  @Test
  void whatIsRefusedComesBackAsItWasTypedWithTheReasonAtItsField() {
    Visitor france = visitor("delegate-fr");

    HttpResponse<String> answer =
        france.postForm(
            action(france),
            Map.of("position", "objection", "objectionReason", "Too early for us all."));

    assertThat(Visitor.location(answer))
        .isEqualTo(Visitor.location(france.open(action(france))))
        .contains("/rounds/" + round().id() + "?from=");
    Element page = Jsoup.parse(france.ledBack(answer).body());
    assertThat(page.select("[name=objectionReason]").text()).isEqualTo("Too early for us all.");
    assertThat(page.select("[name=objectionConfirmed]").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.getElementById("form-problems").text())
        .contains("This objection shall break the silence");
    assertThat(council.positions(round().id())).isEmpty();
    assertThat(round().isOpen()).isTrue();
  }

  @Test
  void anObjectionWithItsTickBreaksTheSilence() {
    Visitor turkey = visitor("delegate-tr");

    HttpResponse<String> answer = turkey.postForm(action(turkey), OBJECTION);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(round().status()).isEqualTo(Round.Status.BROKEN);
    assertThat(turkey.open(Visitor.location(answer)).body())
        .contains("It comes too early.", "A year more.", "It can be withdrawn in the consultation");
  }

  @Test
  void anObjectionOnAPageThatWasOpenWhenAnotherBrokeTheSilenceJoinsTheConsultation() {
    Visitor france = visitor("delegate-fr");
    String action = action(france);
    object("TR");

    HttpResponse<String> answer = france.postForm(action, OBJECTION);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(objections.standing(PROGRAMME)).containsExactly("FR", "TR");
    assertThat(france.open(Visitor.location(answer)).body()).contains("It comes too early.");
  }

  @Test
  void anAnswerThatComesTooLateIsRefusedWithTheReasonAndItsTextStays() {
    Visitor france = visitor("delegate-fr");
    String action = action(france);
    object("TR");

    HttpResponse<String> answer = france.postForm(action, RESERVATION);

    String told = france.ledBack(answer).body();
    assertThat(told).contains("broken by an objection", "positions are no longer taken");
    Element page = Jsoup.parse(told);
    assertThat(page.select("textarea[readonly]").eachText()).containsExactly("Not before spring.");
    assertThat(page.select("#form [name=consultationAct]")).isNotEmpty();
    assertThat(council.tally(round()).of("FR")).isEmpty();
  }

  /** A script of the page saves first, is told that the task has ended, and offers this address. */
  @Test
  void whatWasTypedWhenSilenceWasBrokenIsInTheFormOfTheConsultation() {
    Visitor france = visitor("delegate-fr");
    String task = action(france).replaceAll(".*/", "");
    france
        .with("X-CHANCERY-CSRF", france.cookie("CHANCERY-CSRF").orElseThrow())
        .put(
            "/tasks/" + task + "/draft",
            """
            {"fields": {"position": "objection", "objectionReason": "Far too early."}}
            """);
    object("TR");

    Element page = Jsoup.parse(france.open("/rounds/" + round().id() + "?from=" + task).body());

    assertThat(page.select("[role=alert]").text())
        .contains("The silence of round 1 was broken by an objection");
    assertThat(Jsoup.parse(france.open("/tasks/" + task).body()).select("[role=alert]").text())
        .contains("The silence of round 1 was broken by an objection");
    assertThat(page.select("#form [name=objectionReason]").text()).isEqualTo("Far too early.");
    assertThat(page.select("#form [name=consultationAct][checked]").attr("value"))
        .isEqualTo("object");
    assertThat(page.select("textarea[readonly]").eachText()).containsExactly("Far too early.");
    assertThat(
            Jsoup.parse(
                    visitor("delegate-de").open("/rounds/" + round().id() + "?from=" + task).body())
                .text())
        .doesNotContain("Far too early.");
  }

  @Test
  void whatWasTypedUntilSilenceWasBrokenIsOnThePageOfTheRoundHoweverOneComesThere() {
    Visitor france = visitor("delegate-fr");
    String action = action(france);
    france
        .with("X-CHANCERY-CSRF", france.cookie("CHANCERY-CSRF").orElseThrow())
        .put(
            "/tasks/" + action.replaceAll(".*/", "") + "/draft",
            "{\"fields\": {\"position\": \"reservation\", \"reservation\": \"Not before spring.\"}}");
    String round = "/rounds/" + round().id();
    assertThat(Jsoup.parse(france.open(round).body()).select("[role=alert] textarea")).isEmpty();
    object("TR");

    Element page = Jsoup.parse(france.open(round).body());

    assertThat(page.select("[role=alert]").text())
        .contains("The silence of round 1 was broken by an objection");
    assertThat(page.select("[role=alert] textarea").eachText())
        .containsExactly("Not before spring.");
    assertThat(page.select("#form [name=consultationAct][checked]")).isEmpty();
    assertThat(Jsoup.parse(visitor("delegate-de").open(round).body()).text())
        .doesNotContain("Not before spring.");

    assertThat(page.select("[role=alert] form").attr("action")).isEqualTo(action);
    france.postForm(action, Map.of("discard", "true"));
    assertThat(france.open(round).body()).doesNotContain("Not before spring.");
  }

  @Test
  void whatTheSecretariatTypedIntoATaskOfARoundThatIsOverIsOnThePageOfThatRound() {
    Visitor secretary = visitor("secretary");
    String follow = "/tasks/" + circulations.only(PROGRAMME, "userTask_followRound");
    secretary
        .with("X-CHANCERY-CSRF", secretary.cookie("CHANCERY-CSRF").orElseThrow())
        .put(
            follow + "/draft",
            "{\"fields\": {\"followUp\": \"withdraw\", \"withdrawalReason\": \"A slip.\"}}");
    String round = "/rounds/" + round().id();
    assertThat(Jsoup.parse(secretary.open(round).body()).select("#left-texts")).isEmpty();
    object("TR");

    Element page = Jsoup.parse(secretary.open(round).body());

    assertThat(page.select("#left-texts textarea").eachText()).containsExactly("A slip.");
    assertThat(visitor("delegate-de").open(round).body()).doesNotContain("A slip.");
    String back = page.select("#left-texts input[name=back]").val();
    assertThat(
            Visitor.location(secretary.postForm(follow, Map.of("discard", "true", "back", back))))
        .isEqualTo(round);
    assertThat(Jsoup.parse(secretary.open(round).body()).select("#left-texts textarea")).isEmpty();
  }

  @Test
  void anAnswerAfterTheDeadlineIsRefusedAndItsTextStays() {
    Visitor france = visitor("delegate-fr");
    String action = action(france);
    office.setClock(deadline.toInstant());

    HttpResponse<String> counted = france.ledBack(france.postForm(action, RESERVATION));
    office.runDueJobs();
    HttpResponse<String> ended = france.ledBack(france.postForm(action, RESERVATION));

    for (HttpResponse<String> answer : List.of(counted, ended)) {
      assertThat(answer.body()).contains("after the deadline and is not taken");
      assertThat(Jsoup.parse(answer.body()).select("textarea").eachText())
          .contains("Not before spring.");
    }
    assertThat(round().status()).isEqualTo(Round.Status.ADOPTED);
  }

  @Test
  void aDelegationJoinsTheConsultationOnThePageAndWithdrawsAgain() {
    object("TR");
    Visitor france = visitor("delegate-fr");
    assertThat(acts(france)).containsExactly("object");
    assertThat(acts(visitor("delegate-tr"))).containsExactly("object", "withdraw");

    HttpResponse<String> joined =
        france.postForm(
            action(france),
            Map.of("consultationAct", "object", "objectionReason", "The dialogue is missing."));
    assertThat(Visitor.location(joined)).contains("/receipts/");
    assertThat(objections.standing(PROGRAMME)).containsExactly("FR", "TR");

    HttpResponse<String> withdrawn =
        france.postForm(
            action(france), Map.of("consultationAct", "withdraw", "withdrawalReason", "It came."));
    assertThat(france.open(Visitor.location(withdrawn)).body())
        .contains("The dialogue is missing.", "withdrawn on", "It came.", "It no longer stands");
    assertThat(objections.standing(PROGRAMME)).containsExactly("TR");
  }

  @Test
  void nobodyAnswersByATaskOfOthersNorByOneThatIsNoAnswer() {
    String french = action(visitor("delegate-fr"));
    String follow =
        "/rounds/%s/answers/%s"
            .formatted(round().id(), circulations.only(PROGRAMME, "userTask_followRound"));

    assertThat(visitor("delegate-de").postForm(french, RESERVATION).statusCode()).isEqualTo(404);
    assertThat(visitor("analyst").postForm(french, RESERVATION).statusCode()).isEqualTo(404);
    assertThat(visitor("manager").postForm(french, RESERVATION).statusCode()).isIn(303, 404);
    assertThat(
            visitor("secretary")
                .postForm(follow, Map.of("followUp", "withdraw", "withdrawalReason", "x"))
                .statusCode())
        .isEqualTo(404);
    assertThat(council.positions(round().id())).isEmpty();
    assertThat(round().isOpen()).isTrue();
  }

  @Test
  void whoLoggedInAsSomebodyElseMeanwhileAnswersNotInTheirName() {
    Visitor france = visitor("delegate-fr");
    Map<String, String> sent = new HashMap<>(RESERVATION);
    sent.put("reader", "delegate-de");

    assertThat(france.postForm(action(france), sent).statusCode()).isEqualTo(409);
    assertThat(council.positions(round().id())).isEmpty();
  }

  @Test
  void whoOfADelegationWritesHoldsTheAnswerAndAColleagueMayTakeItOverAndReviseItAfterwards() {
    identities.createMembership("press", Delegations.groupOf("FR"));
    try {
      Visitor france = visitor("delegate-fr");
      Visitor colleague = Visitor.person(port, "press");
      String action = action(france);
      tasks.claim(action.replaceAll(".*/", ""), "delegate-fr");

      assertThat(page(colleague).body()).contains("has begun to write the answer");
      assertThat(colleague.ledBack(colleague.postForm(action, RESERVATION)).body())
          .contains("has taken this task");
      colleague.postForm(action, Map.of("take-over", "true"));
      assertThat(colleague.postForm(action, RESERVATION).statusCode()).isEqualTo(302);

      // It is nobody's then: a colleague may revise it.
      assertThat(france.postForm(action, Map.of("position", "no-objection")).statusCode())
          .isEqualTo(302);
      assertThat(council.positions(round().id()))
          .extracting(Position::statedBy)
          .containsExactly("press", "delegate-fr");
    } finally {
      identities.deleteMembership("press", Delegations.groupOf("FR"));
    }
  }

  @Test
  void aPageThatWasOpenBeforeALaterAnswerReplacesItOnlyWhenThatWasTold() {
    Visitor france = visitor("delegate-fr");
    String action = action(france);
    Map<String, String> stale = onPage(france, Map.of("position", "no-objection"));
    france.postForm(action, RESERVATION);

    Element page = Jsoup.parse(france.ledBack(france.postForm(action, stale)).body());

    assertThat(page.getElementById("form-problems").text())
        .contains("Your delegation has answered since you opened this page: reservation")
        .contains("by Delegate of France");
    assertThat(page.select("#form [name=position][checked]").attr("value"))
        .isEqualTo("no-objection");
    assertThat(council.positions(round().id())).hasSize(1);

    Map<String, String> told = new HashMap<>(stale);
    told.put("_seen", page.select("#form [name=_seen]").attr("value"));
    assertThat(france.postForm(action, told).statusCode()).isEqualTo(302);
    assertThat(council.positions(round().id()))
        .extracting(Position::stance)
        .containsExactly(Stance.RESERVATION, Stance.NO_OBJECTION);
  }

  /** Without a script of the page: who only looks at it again has been told nothing. */
  @Test
  void lookingAtAnOldPageAgainTellsNothingAndReplacesNothing() {
    Visitor france = visitor("delegate-fr");
    String action = action(france);
    Map<String, String> stale = onPage(france, Map.of("position", "no-objection"));
    france.postForm(action, RESERVATION);
    Map<String, String> looking = new HashMap<>(stale);
    looking.put("look", "true");

    Element looked = Jsoup.parse(france.postForm(action, looking).body());

    assertThat(looked.select("#form [name=_seen]").attr("value")).isEqualTo(stale.get("_seen"));
  }

  @Test
  void inTheConsultationALaterAnswerIsNotReplacedUnknowinglyEither() {
    object("TR");
    Visitor france = visitor("delegate-fr");
    String task = "/tasks/" + action(france).replaceAll(".*/", "");
    Map<String, String> stale =
        onPage(france, Map.of("consultationAct", "object", "objectionReason", "Too dear."));
    france.postForm(
        action(france), Map.of("consultationAct", "object", "objectionReason", "Too early."));
    france.postForm(
        action(france), Map.of("consultationAct", "withdraw", "withdrawalReason", "It came."));

    Element asked = Jsoup.parse(france.ledBack(france.postForm(task, stale)).body());

    assertThat(asked.getElementById("form-problems").text())
        .contains("has answered since you opened this page: withdrawn");
    assertThat(objections.standing(PROGRAMME)).containsExactly("TR");
  }

  /** What a delegation may do in the consultation; who has no objection has none to withdraw. */
  private List<String> acts(Visitor visitor) {
    return Jsoup.parse(page(visitor).body())
        .select("#form [name=consultationAct]")
        .eachAttr("value");
  }

  /** What the form on the page sends, with these fields. */
  private Map<String, String> onPage(Visitor visitor, Map<String, String> fields) {
    Map<String, String> sent = new HashMap<>(fields);
    Jsoup.parse(page(visitor).body())
        .select("#form input[type=hidden]")
        .forEach(hidden -> sent.put(hidden.attr("name"), hidden.attr("value")));
    sent.remove("_csrf");
    return sent;
  }

  @Test
  void onTheListOfWorkAnAnsweredTaskIsToldFromOneThatWaits() {
    Visitor france = visitor("delegate-fr");
    assertThat(Jsoup.parse(france.open("/work").body()).select(".answered")).isEmpty();

    france.postForm(action(france), RESERVATION);

    assertThat(Jsoup.parse(france.open("/work").body()).select(".answered").text())
        .isEqualTo("answered: reservation; may be changed until " + round().deadline());
    assertThat(Jsoup.parse(visitor("delegate-de").open("/work").body()).select(".answered"))
        .isEmpty();
  }

  @Test
  void aRevisedAnswerStandsBesideTheEarlierOne() {
    Visitor france = visitor("delegate-fr");
    france.postForm(action(france), RESERVATION);
    france.postForm(action(france), Map.of("position", "no-objection"));

    assertThat(council.positions(round().id()))
        .extracting(Position::stance)
        .containsExactly(Stance.RESERVATION, Stance.NO_OBJECTION);
    assertThat(page(france).body()).containsSubsequence("Not before spring.", "no objection");
  }

  private void object(String ally) {
    circulations.submit(
        circulations.positionTask(PROGRAMME, Delegations.groupOf(ally)),
        Map.of(
            "position", "objection", "objectionReason", "Too early.", "objectionConfirmed", true));
  }

  private HttpResponse<String> page(Visitor visitor) {
    HttpResponse<String> page = visitor.open("/rounds/" + round().id());
    assertThat(page.statusCode()).isEqualTo(200);
    return page;
  }

  /** Where the form on the page of the round is sent. */
  private String action(Visitor visitor) {
    return Jsoup.parse(page(visitor).body()).getElementById("form").attr("action");
  }

  private Round round() {
    return council.rounds(PROGRAMME).get(0);
  }

  private Visitor visitor(String account) {
    return LOGGED_IN.computeIfAbsent(account + port, any -> Visitor.person(port, account));
  }
}
