package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.secrecy.SealedTable;
import app.chancery.platform.secrecy.Secrecy;
import app.chancery.programme.Opening;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way in which a text that somebody is typing on the desk could get lost. */
class NothingTypedIsLostTest extends BrowserTest {

  private static final String WRITTEN = "Parliament carries it; \"two thirds\" | at least <b>";

  /** A screen, a phone, and the screen with everything twice as large. */
  private static final int[][] SIZES = {{1280, 900}, {360, 740}, {640, 450}};

  private static final String IN_SIGHT =
      """
      () => {
        const words = document.querySelector('.form-trouble .words');
        const { left, top, bottom, width } = words.getBoundingClientRect();
        const seen = (y) => words.contains(document.elementFromPoint(left + width / 2, y));
        return top >= 0 && bottom <= innerHeight + 1 && seen(top + 3) && seen(bottom - 3);
      }
      """;

  /** More tab stops than any form has. */
  private static final int MOST_STOPS = 400;

  /** Of what has the focus: whether something else stands there when it has been scrolled to. */
  private static final String COVERED =
      """
      async () => {
        const at = document.activeElement;
        if (at === document.body || at.closest('.skip')) return 'end';
        const isSeen = () => {
          const { left, top, right, bottom } = at.getBoundingClientRect();
          const middle = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
          return bottom - top > innerHeight / 2 || [top + 2, (top + bottom) / 2, bottom - 2].every((y) => {
            const there = document.elementFromPoint(middle, y);
            return there && (at.contains(there) || there.contains(at));
          });
        };
        for (let frame = 0; frame < 60 && !isSeen(); frame += 1) {
          await new Promise(requestAnimationFrame);
        }
        return (isSeen() ? '' : 'covered: ') + (at.id || at.textContent.trim());
      }
      """;

  private static final AtomicInteger CANDIDATES = new AtomicInteger('A');

  @Autowired Opening opening;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RuntimeService processes;
  @Autowired JdbcClient db;
  @Autowired Council council;
  @Autowired Clock clock;
  @Autowired ApplicationContext application;

  private String programme;
  private String task;
  private Page analyst;

  @BeforeEach
  void openATask() {
    programme =
        opening.open(SampleDossiers.of("Q" + (char) CANDIDATES.getAndIncrement(), "Quarrania"));
    task = FormPlace.task(task("userTask_assessPoliticalBandwidth").getId()).address();
    analyst = loggedIn("analyst");
    analyst.navigate(task);
  }

  @AfterEach
  void endTheProgramme() {
    processes
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(programme)
        .rootProcessInstances()
        .list()
        .forEach(each -> processes.deleteProcessInstance(each.getId(), "end of test"));
  }

  @Test
  void aPageThatIsLeftInTheMiddleOfAWordHasItOnReturn() {
    because(analyst).fill(WRITTEN);
    analyst.locator(".task-head .of a").click();
    analyst.waitForURL("**/programmes/" + programme);

    analyst.navigate(task);

    assertThat(because(analyst)).hasValue(WRITTEN);
    assertThat(analyst.locator("#form-draft")).containsText("This is your draft of");
  }

  @Test
  void thePageThatALinkLeadsToIsNotAskedForBeforeTheTextIsAtTheOffice() {
    List<String> asked = new ArrayList<>();
    analyst.onRequest(request -> asked.add(request.method() + " " + request.url()));
    because(analyst).fill(WRITTEN);

    analyst.locator(".task-head .of a").click();
    analyst.waitForURL("**/programmes/" + programme);

    analyst.waitForCondition(() -> kept().contains("two thirds"));
    assertThat(asked.stream().map(each -> each.replaceAll(" .*/", " ")).toList())
        .containsSubsequence("PUT draft", "GET " + programme);
  }

  @Test
  void theLastWordsOfAPageFollowWhatItWasStillSaving() {
    // The office has it, and its answer never comes.
    analyst.route("**/draft", Route::fetch, new Page.RouteOptions().setTimes(1));
    analyst.waitForRequest("**/draft", () -> because(analyst).fill("One word"));
    analyst.waitForCondition(() -> kept().contains("One word"));

    because(analyst).fill(WRITTEN);
    analyst.navigate("/programmes");

    analyst.waitForCondition(() -> kept().contains("two thirds"));
  }

  @Test
  void anotherButtonOfThePageDoesWhatItSaysAfterTheTextIsAtTheOffice() {
    analyst.evaluate(
        """
        document.querySelector('main').insertAdjacentHTML('beforeend',
            '<form id="other" action="/programmes"><button name="q" value="chosen">Other</button></form>')
        """);
    because(analyst).fill(WRITTEN);

    analyst.locator("#other button").click();

    analyst.waitForURL("**/programmes?q=chosen");
    analyst.waitForCondition(() -> kept().contains("two thirds"));
  }

  @Test
  void noFieldMovesWhenTheFirstLetterTakesTheTaskOrFindsItTaken() {
    for (int width : List.of(1280, 390)) {
      analyst.setViewportSize(width, 800);
      analyst.reload();
      Object before = places(analyst);
      because(analyst).pressSequentially("A");
      assertThat(analyst.locator("#holder")).hasText("you");
      assertThat(state(analyst)).containsText("Saved");
      assertThat(places(analyst)).as("taken at %s pixels", width).isEqualTo(before);
      tasks.setAssignee(task.substring("/tasks/".length()), null);
    }

    analyst.reload();
    Object before = places(analyst);
    tasks.setAssignee(task.substring("/tasks/".length()), "admin");
    because(analyst).pressSequentially("A");
    assertThat(analyst.locator("#taken")).isVisible();
    assertThat(places(analyst)).as("taken by somebody else").isEqualTo(before);
  }

  /** Where everything stands that is to be filled in or pressed, on the screen. */
  private static Object places(Page page) {
    because(page).focus();
    return page.evaluate(
        """
        () => [...document.querySelectorAll('#form input, #form textarea, #form select, #form button')]
            .map((each) => each.getBoundingClientRect())
            .map(({ left, top }) => `${Math.round(left)},${Math.round(top)}`).join(' ')
        """);
  }

  @Test
  void aTabThatIsClosedGivesTheTextBackOnAnotherMachine() {
    because(analyst).fill(WRITTEN);
    assertThat(state(analyst)).containsText("Saved");
    assertThat(analyst.locator("#holder")).hasText("you");
    assertThat(analyst.locator(".task-hands")).containsText("Give it back");
    assertThat(analyst.locator(".task-hands")).not().containsText("Take it");
    analyst.close();

    Page elsewhere = loggedIn("analyst");
    elsewhere.navigate(task);

    assertThat(because(elsewhere)).hasValue(WRITTEN);
  }

  @Test
  void aSessionThatEndsKeepsTheTextOnThePageAndALoginBesideItLetsTheNextSaveThrough() {
    analyst.context().clearCookies();
    because(analyst).fill(WRITTEN);

    assertThat(trouble(analyst)).containsText("Your session has ended");
    press(analyst);
    assertThat(because(analyst)).hasValue(WRITTEN);
    Page beside = analyst.context().waitForPage(() -> trouble(analyst).locator("a").click());
    beside.locator("[name=username]").fill("analyst");
    beside.locator("[name=password]").fill("chancery");
    beside.locator("[type=submit]").first().click();
    beside.waitForURL("**" + task);

    assertThat(state(analyst)).containsText("Saved");
    assertThat(trouble(analyst)).isEmpty();
    fillTheRest(analyst);
    press(analyst);
    analyst.waitForURL("**" + task + "/done");
  }

  @Test
  void whoeverLogsInAsSomebodyElseDoesNotGetTheText() {
    because(analyst).fill(WRITTEN);
    assertThat(state(analyst)).containsText("Saved");
    analyst.context().clearCookies();
    Page other = analyst.context().newPage();
    other.navigate("/login");
    other.locator("[name=username]").fill("planner");
    other.locator("[name=password]").fill("chancery");
    other.locator("[type=submit]").first().click();
    other.waitForURL(url -> !url.contains("/login"));

    because(analyst).fill(WRITTEN + "!");

    assertThat(trouble(analyst)).containsText("You are logged in as somebody else");
    assertThat(because(analyst)).hasValue(WRITTEN + "!");
    assertThat(db.sql("select distinct writer from draft").query(String.class).list())
        .containsExactly("analyst");
  }

  @Test
  void aTaskThatAColleagueFinishedSaysWhoWhenAndWhatAndGivesTheTextBack() {
    because(analyst).fill(WRITTEN);
    assertThat(state(analyst)).containsText("Saved");
    forms.submitTaskForm(task.substring("/tasks/".length()), rest());

    because(analyst).fill(WRITTEN + "!");

    assertThat(trouble(analyst)).containsText("no longer open");
    assertThat(state(analyst)).hasText("All that you typed is kept for you.");

    // And so it is with what is typed after that; nothing is said to be kept that is on its way.
    Queue<Route> onTheirWay = new ConcurrentLinkedQueue<>();
    analyst.route("**/draft", onTheirWay::add);
    because(analyst).fill(WRITTEN + "?");
    assertThat(state(analyst)).isEmpty();
    analyst.unroute("**/draft");
    onTheirWay.forEach(Route::resume);
    because(analyst).fill(WRITTEN + "!!");

    assertThat(state(analyst)).hasText("All that you typed is kept for you.");
    assertThat(trouble(analyst)).containsText("no longer open");
    analyst.reload();
    assertThat(analyst.locator("[role=alert]")).containsText("by Ada Lindqvist, analyst.");
    assertThat(analyst.locator("main")).containsText("Domestic political bandwidth: satisfied");
    assertThat(analyst.locator("main textarea").first()).hasValue(WRITTEN + "!!");
  }

  @Test
  void whatIsRefusedStaysInItsFieldsAndTheFirstThingToSeeIsWhy() {
    because(analyst).fill(WRITTEN);
    press(analyst);

    assertThat(analyst.locator("#form-problems")).isFocused();
    assertThat(because(analyst)).hasValue(WRITTEN);
    analyst.locator("#form-problems a").first().click();
    assertThat(analyst.locator("#number_seatsInFavour")).isFocused();
    picture(analyst, "refused-on-the-desk");
  }

  @Test
  void aServerThatFailsLosesNothing() {
    List<String> asked = new ArrayList<>();
    analyst.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.dismiss();
        });
    analyst.route("**/draft", NothingTypedIsLostTest::fail);
    because(analyst).pressSequentially("Not saved yet");
    assertThat(trouble(analyst)).containsText("Not saved");
    press(analyst);
    // As long as it is on its way the page is meant to go.
    assertThat(analyst.locator("form[aria-busy]")).hasCount(0);
    analyst.evaluate("location.href = '/programmes'");
    analyst.waitForCondition(() -> !asked.isEmpty());
    assertThat(asked).contains("beforeunload");
    assertThat(because(analyst)).hasValue("Not saved yet");

    analyst.unroute("**/draft");
    because(analyst).fill(WRITTEN);
    assertThat(state(analyst)).containsText("Saved");
    fillTheRest(analyst);
    analyst.route(
        "**" + task,
        route -> {
          if (route.request().method().equals("POST")) {
            fail(route);
          } else {
            route.resume();
          }
        });
    press(analyst);
    assertThat(analyst.locator("body")).hasText("failed");
    analyst.unroute("**" + task);
    analyst.navigate(task);
    assertThat(because(analyst)).hasValue(WRITTEN);
  }

  /** At each size, twice as large letters among them, and wherever one has scrolled to. */
  @Test
  void badNewsStandsInSightWhileOneTypes() {
    String round = round("SIGHT-2026");
    Map<String, String> places =
        Map.of(
            "analyst",
            task,
            "officer",
            "/start/record-activity",
            "delegate-fr",
            "/rounds/" + round);
    places.forEach(
        (account, address) -> {
          Page page = loggedIn(account);
          page.navigate(address);
          page.locator("#form [value=reservation]").all().forEach(Locator::check);
          for (Map.Entry<String, Consumer<Route>> each : troubles().entrySet()) {
            page.route("**/draft", each.getValue());
            typeAnything(page, each.getKey());
            assertThat(trouble(page)).containsText(each.getKey());
            for (int[] size : SIZES) {
              page.setViewportSize(size[0], size[1]);
              for (double place : new double[] {0, 0.5, 1}) {
                page.evaluate(
                    "place => scrollTo(0, place * document.documentElement.scrollHeight)", place);
                page.waitForFunction(IN_SIGHT);
              }
            }
            picture(page, "bad-news-" + account);
            page.unroute("**/draft");
          }
        });
  }

  /** The browser's own field for a day gives nothing for one that is half typed. */
  @Test
  void aDayThatIsNotWholeIsNotHandedInAsNone() {
    analyst.navigate("/start/enlargement-programme");
    Locator day = analyst.locator("#form input[type=date]").first();
    day.focus();
    analyst.keyboard().type("11");

    press(analyst);

    assertThat(trouble(analyst)).containsText("There is no such day");
    assertThat(day).isFocused();
    assertThat(analyst.url()).endsWith("/start/enlargement-programme");
    day.fill("2026-11-02");
    press(analyst);
    assertThat(trouble(analyst)).not().containsText("There is no such day");
    assertThat(day.inputValue()).isEqualTo("2026-11-02");
  }

  @Test
  void aHandInThatDidNotGetThroughIsTriedAgainThoughNothingWasTypedSince() {
    for (String address : List.of(task, "/start/enlargement-programme")) {
      analyst.navigate(address);
      typeAnything(analyst, "12");
      assertThat(state(analyst)).containsText("Saved");
      analyst.route("**/draft", Route::abort);
      press(analyst);
      assertThat(trouble(analyst)).containsText("Not saved");

      analyst.unroute("**/draft");

      assertThat(trouble(analyst))
          .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(120_000));
      assertThat(state(analyst)).containsText("Saved");
    }
  }

  @Test
  void badNewsCoversNothingThatIsBeingTyped() {
    analyst.setViewportSize(1280, 600);
    because(analyst).focus();
    // The form ends where the window does: there is no place below it for bad news.
    analyst.evaluate(
        "scrollBy(0, document.querySelector('#form').getBoundingClientRect().bottom - innerHeight)");
    analyst.route("**/draft", Route::abort);

    because(analyst).pressSequentially("Not saved yet");

    assertThat(trouble(analyst)).containsText("Not saved");
    analyst.waitForFunction(IN_SIGHT);
    analyst.waitForFunction(
        """
        () => document.activeElement.getBoundingClientRect().bottom
            <= document.querySelector('.form-trouble .words').getBoundingClientRect().top
        """);
  }

  @Test
  void whatAChoiceOpensIsSeenAndThatThereIsMoreBelowTheBar() {
    String round = round("OPENS-2026");
    Page ally = loggedIn("delegate-fr");
    ally.setViewportSize(1280, 900);
    ally.navigate("/rounds/" + round);
    Locator objection = ally.locator("#form [value=objection]");
    objection.evaluate(
        """
        (at) => {
          const bar = document.querySelector('.form-end').getBoundingClientRect().top;
          scrollBy({ top: at.getBoundingClientRect().bottom - bar + 40, behavior: 'instant' });
        }
        """);

    objection.check();

    assertThat(ally.locator("#checkbox_objectionConfirmed")).isVisible();
    ally.waitForFunction(
        """
        () => document.querySelector('#checkbox_objectionConfirmed').getBoundingClientRect().bottom
            <= document.querySelector('.form-end').getBoundingClientRect().top
        """);
    ally.setViewportSize(1280, 400);
    ally.evaluate("document.querySelector('#form').scrollIntoView()");
    assertThat(ally.locator(".form-end")).hasClass(Pattern.compile("over"));
    ally.evaluate("document.querySelector('.form-end').scrollIntoView({ block: 'end' })");
    picture(ally, "opened-by-a-choice");
  }

  @Test
  void whatWasWrongWithAFieldIsSaidNoMoreWhenItIsTypedIn() {
    press(analyst);
    Locator wrong = analyst.locator("#number_seatsInFavour");
    assertThat(wrong).hasAttribute("aria-invalid", "true");
    assertThat(analyst.locator("#number_seatsInFavour-error")).hasText("is required");

    wrong.fill("120");

    assertThat(analyst.locator("#number_seatsInFavour-error")).hasCount(0);
    assertThat(wrong).not().hasAttribute("aria-invalid", "true");
    assertThat(analyst.locator("#number_seatsInParliament-error")).hasText("is required");
  }

  /** In the head of the page too, and on what a draft is offered by. */
  @Test
  void whatHasTheFocusIsNeverBehindTheBar() {
    because(analyst).fill(WRITTEN);
    assertThat(state(analyst)).containsText("Saved");
    Map.of(loggedIn("planner"), "/start/enlargement-programme", analyst, task)
        .forEach(NothingTypedIsLostTest::walkThrough);
  }

  private static void walkThrough(Page page, String address) {
    page.navigate(address);
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      page.evaluate("() => { scrollTo(0, 0); document.querySelector('.skip').focus(); }");
      List<String> stops = new ArrayList<>();
      while (stops.size() < MOST_STOPS && !stops.contains("end")) {
        page.keyboard().press("Tab");
        stops.add(page.evaluate(COVERED).toString());
      }
      assertThat(stops).as(address).hasSizeBetween(20, MOST_STOPS - 1).contains("Tasklist");
      assertThat(stops.contains("Discard the draft")).isEqualTo(address.startsWith("/tasks/"));
      assertThat(stops)
          .as("%s at %s", address, size[0])
          .filteredOn(stop -> stop.startsWith("covered"))
          .isEmpty();
    }
  }

  /** What each failure says, and how it is one. */
  private static Map<String, Consumer<Route>> troubles() {
    return Map.of(
        "Not saved: the office did not answer",
        Route::abort,
        "Your session has ended",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(401)),
        "You are logged in as somebody else",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(400)
                    .setContentType("application/problem+json")
                    .setBody(
                        "{\"errors\": [{\"field\": \"\","
                            + " \"message\": \"You are logged in as somebody else\"}]}")));
  }

  private static void typeAnything(Page page, String text) {
    Locator field = page.locator("#form :is(textarea, input[type=text]):visible").first();
    field.fill(text);
  }

  @Test
  void aCharacterThatCannotBeHandedInIsSaidAtItsFieldAndKeepsNothingElseFromBeingSaved() {
    because(analyst).fill("Parliament\u000Bcarries it");
    analyst.locator("#number_seatsInFavour").fill("120");

    Locator line = analyst.locator(".is-textarea .wrong");
    assertThat(line).containsText("holds a control character (U+000B, character 11)");
    assertThat(because(analyst))
        .hasAttribute("aria-describedby", Pattern.compile(".*textarea_bandwidthWhy-draft.*"));
    assertThat(trouble(analyst)).containsText("Because: holds a control character");
    assertThat(state(analyst)).containsText("Saved");
    analyst.waitForCondition(() -> kept().contains("120"));
    trouble(analyst).locator("a").click();
    assertThat(because(analyst)).isFocused();
    picture(analyst, "wrong-character");

    because(analyst).fill(WRITTEN);

    assertThat(line).hasCount(0);
    assertThat(trouble(analyst)).isEmpty();
  }

  @Test
  void whoHasTypedAnythingElseIsAskedBeforeItIsLostAndNotWhenItIsSent() {
    List<String> asked = new ArrayList<>();
    analyst.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.dismiss();
        });
    Locator comment = analyst.locator("#talk textarea[name=text]");
    comment.fill(WRITTEN);
    for (String other : List.of(".task-head .of a", ".masthead form button")) {
      asked.clear();
      analyst.locator(other).click();
      analyst.waitForCondition(() -> !asked.isEmpty());
      assertThat(comment).hasValue(WRITTEN);
    }
    asked.clear();

    analyst.locator("#talk form[action$=comments] button").click();

    assertThat(analyst.locator("#talk .comments")).containsText("two thirds");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatWasWrongWhenItWasHandedInIsNoAnswerToWhatIsTypedSince() {
    for (String address : List.of(task, "/start/update-dossier")) {
      analyst.navigate(address);
      press(analyst);
      Locator problems = analyst.locator("#form-problems");
      assertThat(problems.locator("h2")).hasText("Nothing was handed in yet");

      typeAnything(analyst, WRITTEN);

      assertThat(problems.locator("h2"))
          .hasText("What was wrong when you last tried to hand it in");
      assertThat(problems).not().hasAttribute("role", "alert");
    }
  }

  @Test
  void whatIsTypedInTwoWindowsIsOverwrittenByNeither() {
    because(analyst).fill(WRITTEN);
    assertThat(state(analyst)).containsText("Saved");
    Page window = analyst.context().newPage();
    window.navigate(task);
    // What the page says of an earlier save stands there already.
    window.waitForResponse(
        answer -> answer.request().method().equals("PUT"), () -> because(window).fill("Newer"));

    because(analyst).fill("Older");

    assertThat(trouble(analyst)).containsText("in another window");
    window.reload();
    assertThat(because(window)).hasValue("Newer");
    trouble(analyst).locator("button").click();
    assertThat(trouble(analyst)).isEmpty();
    window.reload();
    assertThat(because(window)).hasValue("Older");
  }

  @Test
  void aSecondClickIsNoSecondCompletion() {
    List<String> sent = new ArrayList<>();
    analyst.onRequest(
        request -> {
          if (request.method().equals("POST")) {
            sent.add(request.url());
          }
        });
    because(analyst).fill(WRITTEN);
    fillTheRest(analyst);

    complete(analyst).dblclick();

    analyst.waitForURL("**" + task + "/done");
    assertThat(sent).hasSize(1);
    assertThat(analyst.locator("[role=status]")).containsText("You have completed");
    picture(analyst, "done-on-the-desk");
  }

  @Test
  void rowsAreAddedAndRemovedByKeyboardAndSentAsTheLinesTheyStandFor() {
    Locator first = analyst.locator("#textarea_elections-0-0");
    first.fill("2027-10-03");
    analyst.keyboard().press("Tab");
    analyst.keyboard().type("Parliament of Quarrania");
    analyst.keyboard().press("Enter");
    assertThat(analyst.locator("#textarea_elections-1-0")).isFocused();
    analyst.keyboard().type("2028-01-01");
    analyst.keyboard().press("Tab");
    analyst.keyboard().type("President | again");
    because(analyst).fill(WRITTEN);
    fillTheRest(analyst);

    // A sign that stands between columns is a part of the cell that it was typed into.
    assertThat(analyst.locator("#textarea_elections"))
        .hasValue("2027-10-03 | Parliament of Quarrania\n2028-01-01 | President \\| again");
    analyst.locator("[aria-label='Remove row 1']").first().click();
    assertThat(analyst.locator("#textarea_elections")).hasValue("2028-01-01 | President \\| again");
    press(analyst);
    analyst.waitForURL("**" + task + "/done");
  }

  @Test
  void openingATaskTakesAtMostFiveRequestsAndLeavesNothingInTheBrowser() {
    Page newcomer = visitor();
    newcomer.navigate(task);
    newcomer.locator("[name=username]").fill("analyst");
    newcomer.locator("[name=password]").fill("chancery");
    newcomer.locator("[type=submit]").first().click();
    newcomer.waitForURL("**" + task);
    because(newcomer).fill(WRITTEN);
    assertThat(state(newcomer)).containsText("Saved");

    // Beside the page itself and the drafts, whatever did not come out of the browser's own store.
    Object fetched =
        newcomer.evaluate(
            "performance.getEntriesByType('resource')"
                + ".filter((each) => each.transferSize > 0 && !each.name.endsWith('/draft')).length");
    assertThat((Integer) fetched).isBetween(1, 4);
    assertThat(newcomer.evaluate("JSON.stringify([localStorage, sessionStorage])"))
        .isEqualTo("[{},{}]");
  }

  private Task task(String key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(key)
        .singleResult();
  }

  /** The number of a round under silence. */
  private String round(String key) {
    Circulations circulations = new Circulations(application);
    circulations.prepare(key);
    circulations.circulate(key, OffsetDateTime.now(clock).plusDays(30));
    return eventually("the round", () -> council.openRound(key)).id() + "";
  }

  private String kept() {
    SealedTable drafts =
        application.getBeansOfType(SealedTable.class).values().stream()
            .filter(table -> table.name().equals("draft"))
            .findFirst()
            .orElseThrow();
    return String.join(
        "",
        db.sql("select writer, place, sealed, sealed_by from draft")
            .query((row, number) -> application.getBean(Secrecy.class).text(drafts, row))
            .list());
  }

  private static void fail(Route route) {
    route.fulfill(
        new Route.FulfillOptions().setStatus(500).setContentType("text/html").setBody("failed"));
  }

  private static Map<String, Object> rest() {
    return Map.of(
        "seatsInFavour", "120",
        "seatsInParliament", "200",
        "bandwidthVerdict", "satisfied",
        "bandwidthWhy", "Wide support");
  }

  private static void fillTheRest(Page page) {
    page.locator("#number_seatsInFavour").fill("120");
    page.locator("#number_seatsInParliament").fill("200");
    page.locator("[name=bandwidthVerdict]").first().check();
  }

  private static Locator because(Page page) {
    return page.locator("#textarea_bandwidthWhy");
  }

  private static Locator state(Page page) {
    return page.locator(".form-state");
  }

  private static Locator trouble(Page page) {
    return page.locator(".form-trouble");
  }

  private static Locator complete(Page page) {
    return page.locator("#form button.main");
  }

  private static void press(Page page) {
    complete(page).click();
  }
}
