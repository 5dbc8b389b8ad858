package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.platform.forms.FormPlace;
import app.chancery.programme.Opening;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way in which a text that somebody is typing on the desk could get lost. */
class NothingTypedIsLostTest extends BrowserTest {

  private static final String WRITTEN = "Parliament carries it; \"two thirds\" | at least <b>";
  private static final AtomicInteger CANDIDATES = new AtomicInteger('A');

  @Autowired Opening opening;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RuntimeService processes;
  @Autowired JdbcClient db;

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
    analyst.reload();
    assertThat(analyst.locator("[role=alert]"))
        .containsText("Ada Lindqvist, analyst completed it on");
    assertThat(analyst.locator("main")).containsText("Domestic political bandwidth: satisfied");
    assertThat(analyst.locator("main textarea")).hasValue(WRITTEN + "!");
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
