package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.consensus.Council;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A whole programme as people go it, each with their own account in the real Tasklist, and as a
 * manager watches it in Cockpit. What they write is what the rehearsal's staff writes; of tasks
 * that come many times, such as interviews, the first is done in the browser. The office's own jobs
 * are run by its own executor; only the months between are skipped.
 */
@TestPropertySource(
    properties = {
      "camunda.bpm.job-execution.wait-time-in-millis=50",
      "camunda.bpm.job-execution.max-wait=200"
    })
class ProgrammeJourneyTest extends BrowserTest {

  @Autowired OfficeInTheBrowser office;
  @Autowired Rehearsal rehearsal;
  @Autowired Programmes programmes;
  @Autowired Opening opening;
  @Autowired Deliverables deliverables;
  @Autowired Council council;
  @Autowired JdbcClient db;
  @Autowired TaskService tasks;
  @Autowired RuntimeService processes;
  @Autowired Clock clock;

  private final Map<String, Tasklist> tasklists = new HashMap<>();
  private final Set<String> doneInBrowser = new HashSet<>();
  private final Set<Step> seenInCockpit = EnumSet.noneOf(Step.class);

  @Test
  void tasklistHasItsWordsBeforeItDrawsItsFirstPage() {
    Page newcomer = loggedIn("analyst");
    List<String> course = new ArrayList<>();
    newcomer.onRequestFinished(
        request -> {
          if (request.url().contains("/locales/en.json")) {
            course.add("has words");
          }
        });
    newcomer.onRequest(
        request -> {
          if (request.url().contains("/camunda/api/engine/")) {
            course.add("asks the engine");
          }
        });

    Tasklist.of(newcomer);

    assertThat(course).startsWith("has words").contains("asks the engine");
  }

  @Test
  void aFormShowsWhatIsWrongToWhomeverPressedTheButtonAtItsEnd() {
    Tasklist tasklist = tasklistOf("planner");
    Path form = Tasklist.form("start-programme");
    tasklist.fillStartFormOf("Enlargement programme", form, Map.of());

    tasklist.pressStart();

    Locator firstField = tasklist.page().locator(".modal-content [id$='-textfield_candidate']");
    assertThat(firstField).isFocused();
    assertThat(firstField).isInViewport();
  }

  @Test
  void whoseSessionEndedIsToldSoAndComesBackToTheTasks() {
    Page page = tasklistOf("planner").page();
    page.context().clearCookies();

    // Where the webapp goes when it is answered that nobody is logged in.
    page.evaluate("() => { location.hash = '#/login'; }");

    assertThat(page.locator("[role=status]")).containsText("Your session has ended");
    page.locator("[name=username]").fill("planner");
    page.locator("[name=password]").fill("chancery");
    page.locator("[type=submit]").first().click();
    page.waitForURL(url -> url.contains("/camunda/app/tasklist/"));
  }

  @Test
  void whatSomebodyWroteIsTextInAColleaguesForm() {
    String written =
        "![x](/planted.png) **bold** <img src=/planted.png> [a](http://elsewhere.example) `code`"
            + " &lt; _it_ www.elsewhere.example <style>body{display:none}</style> {{programmeKey}}";
    String key = opening.open(SampleDossiers.of("XW", written));
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(key)
            .taskDefinitionKey("userTask_assessPoliticalBandwidth")
            .singleResult();
    Tasklist analyst = tasklistOf("analyst");
    List<String> asked = new ArrayList<>();
    analyst.page().onRequest(request -> asked.add(request.url()));

    try {
      analyst.claim(task.getId());

      Locator text = analyst.page().locator("[cam-tasklist-task] .fjs-form-field-text").first();
      assertThat(text.locator("strong")).hasText(written);
      assertThat(text).containsText("(" + key + ")");
      assertThat(text.locator("img, a, code, em, style")).hasCount(0);
      assertThat(asked).isNotEmpty().noneMatch(url -> url.contains("planted"));
      picture(analyst.page(), "what-somebody-wrote");
    } finally {
      String programme =
          processes
              .createProcessInstanceQuery()
              .processInstanceBusinessKey(key)
              .rootProcessInstances()
              .singleResult()
              .getId();
      processes.deleteProcessInstance(programme, "end of test");
    }
  }

  @ParameterizedTest
  @CsvSource({"en-US, XS", "en-GB, XT", "fr-FR, XU", "de-DE, XV"})
  void aDayIsTakenAsItIsWrittenOrRefusedWhateverTheBrowserSpeaks(
      String language, String candidate) {
    String key = opening.open(SampleDossiers.of(candidate, "Lutha"));
    Tasklist analyst = Tasklist.of(loggedIn("analyst", language));
    analyst.fillStartFormOf(
        "Update a dossier",
        Tasklist.form("update-dossier"),
        Map.ofEntries(
            Map.entry("programme", key),
            Map.entry("publicSupportPct", "34"),
            Map.entry("publicSupportPctAsOf", "2024-10-31"),
            Map.entry("publicSupportPctSource", "survey"),
            Map.entry("tradeSharePct", "39,5"),
            Map.entry("tradeSharePctAsOf", "31.10.2024"),
            Map.entry("tradeSharePctSource", "statistics"),
            Map.entry("politicalConsensusPct", "50"),
            Map.entry("politicalConsensusPctAsOf", "31 Oct 2024"),
            Map.entry("politicalConsensusPctSource", "assumption"),
            Map.entry("governanceEstimate", "\u22120.16"),
            Map.entry("governanceEstimateAsOf", "01/02/2024"),
            Map.entry("governanceEstimateSource", "estimate")));

    for (String typed : List.of("publicSupportPct", "tradeSharePct", "politicalConsensusPct")) {
      assertThat(analyst.reading("date_" + typed + "AsOf")).hasText("Thursday, 31 October 2024");
    }
    assertThat(analyst.reading("number_governanceEstimate")).hasText("-0.16");
    String field = "date_governanceEstimateAsOf";
    assertThat(analyst.reading(field)).containsText("'01/02/2024' is not a date that can be told");
    analyst.pressStart();
    assertThat(analyst.page().locator(".modal-body .alert-danger:has-text('01/02/2024')"))
        .isVisible();
    assertThat(analyst.field(field)).hasValue("01/02/2024");
    picture(analyst.page(), "a-day-that-can-be-two-" + language);
    for (String typed : List.of("31/10/2024", "2024-02-30", "2024-10-31T00:00", "tomorrow")) {
      analyst.type(field, typed);
      assertThat(analyst.reading(field)).containsText("'" + typed + "' is no");
    }
    analyst.pick(field, LocalDate.of(2024, 2, 1));
    assertThat(analyst.field(field)).hasValue("2024-02-01");
    assertThat(analyst.reading(field)).hasText("Thursday, 1 February 2024");
    picture(analyst.page(), "a-day-that-is-told-" + language);
    analyst.start();

    assertThat(newest(key, "publicSupportPct")).isEqualTo("34 of 2024-10-31");
    assertThat(newest(key, "tradeSharePct")).isEqualTo("39.5 of 2024-10-31");
    assertThat(newest(key, "politicalConsensusPct")).isEqualTo("50 of 2024-10-31");
    assertThat(newest(key, "governanceEstimate")).isEqualTo("-0.16 of 2024-02-01");
  }

  private String newest(String programme, String indicator) {
    return db.sql(
            """
            select indicator_value, as_of from indicator
            where programme = :programme and name = :name order by id desc limit 1
            """)
        .param("programme", programme)
        .param("name", indicator)
        .query((row, number) -> row.getString(1) + " of " + row.getObject(2, LocalDate.class))
        .single();
  }

  @Test
  void aProgrammeGoesFromItsDossierToItsAccession() {
    Tasklist analyst = tasklistOf("analyst");
    assertThat(analyst.filters()).contains("My tasks", "My groups", "Overdue", "Due this week");

    analyst.fillStartFormOf(
        "Enlargement programme",
        Tasklist.form("start-programme"),
        SampleDossiers.fields(
            SampleDossiers.of("XY", "Freedonia").assessedOn(LocalDate.now(clock))));
    picture(analyst.page(), "01-dossier");
    analyst.start();
    String key = programmes.openFor("XY").map(Programme::key).orElseThrow();

    office.deskIs(this::completeInBrowser);
    try {
      rehearsal.run(() -> !programmes.get(key).isOpen(), happening -> {});
    } finally {
      office.resetClock();
    }

    assertThat(doneInBrowser)
        .contains("userTask_interviewStakeholder", "userTask_draftOffer", "userTask_statePosition");
    assertThat(seenInCockpit).containsExactlyInAnyOrder(Step.values());
    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(deliverables.of(key))
        .extracting(Deliverable::kind)
        .contains(DeliverableKind.values());
    Page manager = tasklistOf("manager").page();
    manager.navigate("/programmes/" + key);
    assertThat(manager.locator("main")).containsText("Freedonia");
    picture(
        manager,
        String.format(Locale.ROOT, "%02d-the-programme-in-the-end", doneInBrowser.size() + 2));
  }

  /** The first task of its kind is done in the browser; the others are sent as the form would. */
  private boolean completeInBrowser(OpenTask task, String account, Map<String, Object> fields) {
    watchInCockpit(task.programme());
    if (!doneInBrowser.add(task.key())) {
      return false;
    }
    Tasklist tasklist = tasklistOf(account);
    tasklist.claim(task.id());
    tasklist.fillForm(formOf(task), fields, office.facts(task));
    slipInADay(tasklist, task, fields);
    picture(
        tasklist.page(),
        String.format(
            Locale.ROOT,
            "%02d-%s",
            doneInBrowser.size() + 1,
            task.key().replaceFirst("^userTask_", "")));
    tasklist.complete();
    if (task.key().equals("userTask_statePosition")) {
      // It stands until the round ends, so that the delegation may change its mind.
      long round = council.openRound(task.programme()).orElseThrow().id();
      assertThat(council.positions(round)).isNotEmpty();
    } else {
      assertThat(office.isOpen(task)).as(task.name() + " is done").isFalse();
    }
    return true;
  }

  /**
   * Where a form asks for a day, one that can be two is refused, and all that was typed is there.
   */
  private void slipInADay(Tasklist tasklist, OpenTask task, Map<String, Object> fields) {
    for (String field : Tasklist.days(formOf(task))) {
      String day = fields.getOrDefault(field, "").toString();
      if (day.isEmpty()) {
        continue;
      }
      tasklist.type("date_" + field, "01/02/2027");
      tasklist.pressComplete();
      assertThat(tasklist.page().locator("[notifications-panel] .alert-danger").first())
          .containsText("'01/02/2027' is not a date that can be told");
      assertThat(tasklist.field("date_" + field)).hasValue("01/02/2027");
      assertThat(office.isOpen(task)).as(task.name() + " is open").isTrue();
      tasklist.type("date_" + field, day);
    }
  }

  /** Each step once: the manager sees the programme's token stand on it. */
  private void watchInCockpit(String programme) {
    Step step = programmes.get(programme).step();
    if (!seenInCockpit.add(step)) {
      return;
    }
    String instance =
        processes
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(programme)
            .processDefinitionKey("enlargement-programme")
            .singleResult()
            .getId();
    Page cockpit = tasklistOf("manager").page();
    cockpit.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
    cockpit.reload();
    assertThat(token(cockpit, step)).hasText("1");
    if (step == Step.INTEGRATION) {
      // Steps 5 and 6 run side by side.
      assertThat(token(cockpit, Step.OVERSIGHT)).hasText("1");
      seenInCockpit.add(Step.OVERSIGHT);
    }
    picture(cockpit, "cockpit-%s-%s".formatted(step.ordinal(), step.folder()));
  }

  private static Locator token(Page cockpit, Step step) {
    return cockpit.locator("[data-container-id='%s'] .instance-count".formatted(step.activity()));
  }

  private Tasklist tasklistOf(String account) {
    return tasklists.computeIfAbsent(account, name -> Tasklist.of(loggedIn(name)));
  }

  private Path formOf(OpenTask open) {
    Task task = tasks.createTaskQuery().taskId(open.id()).initializeFormKeys().singleResult();
    return Tasklist.form(task.getCamundaFormRef().getKey());
  }

  @TestConfiguration
  static class BrowserDesk {

    @Bean
    @Primary
    OfficeInTheBrowser officeInTheBrowser(Office engineOffice, ManagementService management) {
      return new OfficeInTheBrowser(engineOffice, management);
    }
  }
}
