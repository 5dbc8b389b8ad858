package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles;
import app.chancery.ModelFiles.FormFile;
import app.chancery.SampleDossiers;
import app.chancery.consensus.Council;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.oversight.Colour;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.forms.FormPlace;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.spin.plugin.variable.SpinValues;
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

  private static final Set<String> COLOURS =
      Arrays.stream(Colour.values()).map(Colour::word).collect(Collectors.toSet());

  /** What a choice offers whose options are a fact. */
  private static final String CHOICE = "one";

  private static final String DAY_DUE =
      """
      () => getComputedStyle(document.querySelector('.task-card .due-date [am-time-ago]'), '::after').content""";

  @Autowired OfficeInTheBrowser office;
  @Autowired Rehearsal rehearsal;
  @Autowired Programmes programmes;
  @Autowired Opening opening;
  @Autowired Deliverables deliverables;
  @Autowired Council council;
  @Autowired JdbcClient db;
  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService processes;
  @Autowired Clock clock;

  private final Map<String, Tasklist> tasklists = new HashMap<>();
  private final Set<String> doneInBrowser = new HashSet<>();
  private final Set<Path> formsFilledIn = new HashSet<>();
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
  void tasklistCountsDaysByTheCalendarOfTheAllianceAsTheDeskDoes() {
    Page page = tasklistOf("planner").page();

    assertThat(
            page.evaluate(
                """
                () => {
                  const moment = angular.element(document.body).injector().get('moment');
                  return [
                    ['2026-11-28T23:30:00Z', '2026-12-09T17:00:00Z'],
                    ['2026-11-28T22:30:00Z', '2026-11-29T07:00:00Z'],
                    ['2026-11-28T23:30:00Z', '2026-11-29T22:30:00Z'],
                    ['2026-11-28T23:30:00Z', '2026-11-28T22:30:00Z'],
                    ['2026-11-30T01:00:00Z', '2026-11-26T22:30:00Z'],
                  ].map(([now, at]) => moment(at).from(moment(now)));
                }"""))
        .isEqualTo(List.of("in 10 days", "tomorrow", "in 23 hours", "yesterday", "4 days ago"));
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
      end(key);
    }
  }

  private void end(String programme) {
    processes.deleteProcessInstance(
        processes
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(programme)
            .processDefinitionKey("enlargement-programme")
            .singleResult()
            .getId(),
        "end of test");
  }

  private Task task(String programme, String kind) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(kind)
        .singleResult();
  }

  private static boolean overlaps(Locator one, Locator other) {
    BoundingBox a = one.boundingBox();
    BoundingBox b = other.boundingBox();
    return a.x < b.x + b.width
        && b.x < a.x + a.width
        && a.y < b.y + b.height
        && b.y < a.y + a.height;
  }

  @Test
  void whatIsTypedInAConfidentialInterviewIsTheOfficesAndOfItsWriterAlone() {
    String key = opening.open(SampleDossiers.of("XO", "Ostmark"));
    try {
      rehearsal.run(
          () -> task(key, "userTask_identifyStakeholders") == null && !interviews(key).isEmpty(),
          happening -> {});
      Task interview = interviews(key).get(0);
      Page analyst = loggedIn("analyst");
      analyst.evaluate("() => localStorage.setItem('camunda-form:old', 'Mellifluous')");
      Tasklist tasklist = Tasklist.of(analyst);
      tasklist.claim(interview.getId());
      assertThat(analyst.locator(".task-filter .actions").first()).isHidden();
      assertThat(analyst.locator(".stored-criteria").first()).isHidden();
      assertThat((String) analyst.evaluate(DAY_DUE)).containsPattern(", \\d{1,2} \\w+ 20\\d\\d");
      tasklist.type("textarea_confidentialNotes", "Mellifluous");
      assertThat(analyst.locator(".chancery-kept")).containsText("Draft kept");
      assertThat(leftInTheBrowser(analyst)).doesNotContain("Mellifluous");

      tasklist.type("textarea_confidentialNotes", "Mellifluous, and more");
      analyst.locator(".chancery-masthead .who button").click();
      analyst.waitForURL(url -> url.contains("/login"));
      assertThat(leftInTheBrowser(analyst)).doesNotContain("Mellifluous");

      // What an earlier version left goes before somebody else is at this browser.
      analyst.evaluate("() => localStorage.setItem('camunda-form:old', 'Mellifluous')");
      analyst.reload();
      analyst.waitForFunction("() => !localStorage.getItem('camunda-form:old')");

      Tasklist elsewhere = Tasklist.of(loggedIn("analyst"));
      elsewhere.see(interview.getId());
      assertThat(elsewhere.field("textarea_confidentialNotes")).hasValue("Mellifluous, and more");
      picture(elsewhere.page(), "tasklist-draft");
      elsewhere.page().navigate("/tasks/" + interview.getId());
      assertThat(elsewhere.page().locator("[name=confidential_notes]"))
          .hasValue("Mellifluous, and more");

      Tasklist envoy = Tasklist.of(loggedIn("envoy"));
      envoy.see(interview.getId());
      assertThat(envoy.field("textarea_confidentialNotes")).hasValue("");
    } finally {
      office.resetClock();
      end(key);
    }
  }

  private List<Task> interviews(String programme) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey("userTask_interviewStakeholder")
        .list();
  }

  /** All that this office has in the browser's storage. */
  private static String leftInTheBrowser(Page page) {
    return page.evaluate(
            """
            async () => JSON.stringify([
              Object.entries(localStorage), Object.entries(sessionStorage),
              await indexedDB.databases(), await caches.keys()])
            """)
        .toString();
  }

  @Test
  void whatWasDoneIsSaidAndWhatWentWrongIsOver() {
    String key = opening.open(SampleDossiers.of("XN", "Dorelia"));
    try {
      Tasklist analyst = tasklistOf("analyst");
      Page page = analyst.page();
      Path form = Tasklist.form("assess-political-bandwidth");
      Locator wrong = page.locator("[notifications-panel] .alert-danger");
      analyst.claim(task(key, "userTask_assessPoliticalBandwidth").getId());

      analyst.pressComplete();
      assertThat(wrong).containsText("Seats in parliament: is required");
      assertThat(wrong).not().containsText("error");
      picture(page, "tasklist-what-is-missing");
      assertThat(overlaps(wrong, page.locator(".task-filters"))).isFalse();

      Map<String, Object> fields =
          Map.of(
              "seatsInFavour", "60",
              "seatsInParliament", "many",
              "bandwidthVerdict", "satisfied",
              "bandwidthWhy", "A broad majority");
      analyst.fillForm(form, fields, Map.of());
      analyst.pressComplete();
      assertThat(wrong).containsText("'many' is not a number");
      assertThat(wrong).not().containsText("is required");

      analyst.type("number_seatsInParliament", "100");
      analyst.complete();
      Locator done = page.locator(".chancery-done");
      assertThat(done).containsText("Completed: Assess political bandwidth · Dorelia (" + key);
      assertThat(wrong).hasCount(0);
      assertThat(done.locator("a")).hasAttribute("href", "/programmes/" + key);
      picture(page, "tasklist-what-was-done");

      analyst.claim(task(key, "userTask_fileIntelligenceBriefs").getId());
      assertThat(done).isEmpty();
    } finally {
      end(key);
    }
  }

  @Test
  void theListSaysWhoseTaskItIsAndIsSearchedByIt() {
    String dorelia = opening.open(SampleDossiers.of("XQ", "Dorelia"));
    String lutha = opening.open(SampleDossiers.of("XR", "Lutha"));
    try {
      Page page = tasklistOf("analyst").page();
      Locator rows = page.locator(".tasks-list li.task");
      Locator names = rows.locator("h4 a");
      assertThat(names.filter(new Locator.FilterOptions().setHasText("Lutha (" + lutha)))
          .hasCount(2);
      assertThat(rows.locator(".priority").first()).isHidden();
      assertThat(page.url()).contains("dueDate").contains("asc");

      page.locator(".search-field .main-field").fill("Dorelia");
      page.locator(".search-field .main-field").press("Enter");

      assertThat(names).hasCount(2);
      assertThat(names.first()).containsText("Dorelia (" + dorelia);
      picture(page, "tasklist-search");
    } finally {
      end(dorelia);
      end(lutha);
    }
  }

  @ParameterizedTest
  @CsvSource({"press, false", "manager, false", "committee, true", "delegate-fr, true"})
  void whatMayBeStartedIsOfferedToWhoMayStartIt(String account, boolean offered) {
    Page tasklist = tasklistOf(account).page();
    tasklist.waitForFunction("() => document.body.classList.contains('chancery-asked')");

    assertThat(tasklist.locator(".start-process-action"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(offered));
  }

  @Test
  void aRefusalIsOverWhenAnotherTaskIsOpened() {
    String key = opening.open(SampleDossiers.of("XM", "Marovia"));
    try {
      Tasklist analyst = tasklistOf("analyst");
      Locator wrong = analyst.page().locator("[notifications-panel] .alert-danger");
      analyst.claim(task(key, "userTask_assessPoliticalBandwidth").getId());
      analyst.pressComplete();
      assertThat(wrong).hasCount(1);

      analyst.page().locator(".tasks-list li.task:has-text('File intelligence') h4 a").click();

      assertThat(wrong).hasCount(0);
    } finally {
      end(key);
    }
  }

  @Test
  void whatIsTypedIntoAStartFormIsTheOfficesToo() {
    Page page = loggedIn("executive");
    Tasklist tasklist = Tasklist.of(page);
    Path form = Tasklist.form("start-programme");
    tasklist.fillStartFormOf("Enlargement programme", form, Map.of("name", "Mellifluous"));
    assertThat(page.locator(".chancery-kept")).containsText("Draft kept");
    assertThat(leftInTheBrowser(page)).doesNotContain("Mellifluous");

    Tasklist elsewhere = Tasklist.of(loggedIn("executive"));
    elsewhere.fillStartFormOf("Enlargement programme", form, Map.of());
    assertThat(elsewhere.field("textfield_name")).hasValue("Mellifluous");
    elsewhere.type("textfield_name", "");
    assertThat(elsewhere.page().locator(".chancery-kept")).containsText("Draft kept");

    Tasklist planner = tasklistOf("planner");
    planner.fillStartFormOf("Enlargement programme", form, Map.of());
    assertThat(planner.field("textfield_name")).hasValue("");
  }

  @Test
  void aPatternSaysItsOwnMessage() {
    // Whose draft of it is in nobody else's way.
    Tasklist executive = tasklistOf("executive");
    executive.fillStartFormOf(
        "Enlargement programme", Tasklist.form("start-programme"), Map.of("candidate", "x1"));

    assertThat(executive.page().locator(".modal-content .fjs-form-field-error").first())
        .hasText("Two capital letters, an ISO 3166 country code such as XR");
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
    end(key);
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
        SampleDossiers.fields(SampleDossiers.of("XY", "Freedonia", LocalDate.now(clock))));
    picture(analyst.page(), "01-dossier");
    analyst.start();
    formsFilledIn.add(Tasklist.form("start-programme"));
    String key = programmes.openFor("XY").map(Programme::key).orElseThrow();

    office.handsAre(this::completeInBrowser);
    try {
      rehearsal.run(() -> !programmes.get(key).isOpen(), happening -> {});
    } finally {
      office.resetClock();
      office.handsAre((task, account, fields) -> false);
    }

    assertThat(doneInBrowser)
        .contains("userTask_interviewStakeholder", "userTask_draftOffer", "userTask_statePosition");
    assertThat(seenInCockpit).containsExactlyInAnyOrder(Step.values());
    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(deliverables.of(key))
        .extracting(Deliverable::kind)
        .contains(DeliverableKind.values());
    theOtherFormsAreFilledInToo();
    Page manager = tasklistOf("manager").page();
    manager.navigate("/programmes/" + key);
    assertThat(manager.locator("main")).containsText("Freedonia");
    picture(
        manager,
        String.format(Locale.ROOT, "%02d-the-programme-in-the-end", doneInBrowser.size() + 2));
  }

  /**
   * What this programme did not come by, such as an objection, has a form in Tasklist as well: each
   * is filled in and arrives as it was typed.
   */
  private void theOtherFormsAreFilledInToo() {
    Tasklist analyst = tasklistOf("analyst");
    for (FormFile form : ModelFiles.forms()) {
      if (formsFilledIn.contains(form.path())) {
        continue;
      }
      String process = probe(form);
      Task task = tasks.createTaskQuery().processInstanceId(process).singleResult();
      analyst.claim(task.getId());
      Map<String, Object> filled = analyst.fillAnything(form.path(), CHOICE);
      analyst.complete();

      assertThat(processes.getVariables(process)).as(form.id()).containsAllEntriesOf(filled);
      formsFilledIn.add(form.path());
      processes.deleteProcessInstance(process, "end of test");
    }
    assertThat(formsFilledIn)
        .containsExactlyInAnyOrderElementsOf(
            ModelFiles.forms().stream().map(FormFile::path).toList());
  }

  /** A process of one task with that form, and of another one, which keeps what was filled in. */
  private String probe(FormFile form) {
    repository
        .createDeployment()
        .addString(form.id() + ".form", form.json().toString())
        .addModelInstance(
            "probe.bpmn",
            Bpmn.createExecutableProcess("probe")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("userTask_probe")
                .name(form.id())
                .camundaCandidateGroups("analysts")
                .camundaFormRef(form.id())
                .camundaFormRefBinding("deployment")
                .camundaDueDate("2030-01-01T12:00:00")
                .userTask("userTask_keep")
                .camundaDueDate("2030-01-01T12:00:00")
                .endEvent()
                .done())
        .deploy();
    Map<String, Object> facts = new HashMap<>();
    form.components().stream()
        .map(part -> part.path("valuesKey").asText())
        .filter(name -> !name.isEmpty())
        .forEach(
            name ->
                facts.put(
                    name,
                    SpinValues.jsonValue(
                            "[{\"value\": \"%s\", \"label\": \"One\"}]".formatted(CHOICE))
                        .create()));
    return processes.startProcessInstanceByKey("probe", facts).getId();
  }

  /** The first task of its kind is done in the browser; the others are sent as the form would. */
  private boolean completeInBrowser(OpenTask task, String account, Map<String, Object> fields) {
    watchInCockpit(task.programme());
    if (!doneInBrowser.add(task.key())) {
      return false;
    }
    formsFilledIn.add(formOf(task));
    Tasklist tasklist = tasklistOf(account);
    tasklist.claim(task.id());
    theDecisionIsWithinReach(tasklist, task);
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

  /** However long the form is, its button is in sight and its first field one click away. */
  private void theDecisionIsWithinReach(Tasklist tasklist, OpenTask task) {
    assertThat(tasklist.completeButton()).isInViewport();
    String form = formOf(task).getFileName().toString().replace(".form", "");
    assertThat(tasklist.completeButton()).hasText(FormPlace.task(task.id()).handIn(form));
    tasklist.goToTheAnswer();
    assertThat(tasklist.someFieldIsInSight()).as("a field of " + task.name()).isTrue();
    if (task.key().equals("userTask_decideReview")) {
      Locator colours = tasklist.page().locator(".fjs-table td.chancery-colour");
      assertThat(colours).not().hasCount(0);
      assertThat(colours.allInnerTexts())
          .isNotEmpty()
          .allMatch(word -> COLOURS.contains(word.strip()));
      // Sorted by another column, each word has its own colour still.
      Locator table = tasklist.page().locator(".fjs-table:has(td.chancery-colour)").first();
      for (int press = 0; press < 2; press++) {
        table.locator("th").nth(1).click();
        assertThat(table.locator("td.chancery-colour")).not().hasCount(0);
        assertThat(table.locator("td.red:not(:text-is('red')), td.green:not(:text-is('green'))"))
            .hasCount(0);
      }
      onPaperAllOfItIsThere(tasklist.page());
    }
  }

  private static void onPaperAllOfItIsThere(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(
            (Boolean)
                page.evaluate(
                    """
                    () => {
                      const form = document.querySelector('[cam-tasklist-task] .fjs-form');
                      return form.getBoundingClientRect().bottom + scrollY
                        <= document.documentElement.scrollHeight;
                    }
                    """))
        .isTrue();
    assertThat(page.locator(".task-filter").first()).not().isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
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
    OfficeInTheBrowser officeInTheBrowser(Office engineOffice, ProcessEngine engine) {
      return new OfficeInTheBrowser(engineOffice, engine);
    }
  }
}
