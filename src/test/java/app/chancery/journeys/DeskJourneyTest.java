package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.platform.time.Days;
import app.chancery.programme.Opening;
import app.chancery.rehearsal.Office;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day at the lists of tasks, in a real browser. */
class DeskJourneyTest extends BrowserTest {

  private static final String COLLEAGUE = "bruno";
  private static final String PASSWORD = "seven grey herons";

  /** Where each thing stands on the page that is not beside a corrected entry. */
  private static final String PLACES =
      """
      [...document.querySelectorAll('main *:not(.corrections, .corrections *)')]
          .map((each) => each.getBoundingClientRect())
          .filter(({ width }) => width)
          .map(({ x, y, width, height }) => [x, y + scrollY, width, height].map(Math.round).join())
          .join(' ')
      """;

  @Autowired Opening opening;
  @Autowired TaskService tasks;
  @Autowired IdentityService identities;
  @Autowired JdbcClient db;
  @Autowired Clock clock;
  @Autowired Days days;
  @Autowired Office office;
  @Autowired Deliverables deliverables;

  @BeforeEach
  void hire() {
    if (identities.createUserQuery().userId(COLLEAGUE).count() == 0) {
      User colleague = identities.newUser(COLLEAGUE);
      colleague.setFirstName("Bruno");
      colleague.setLastName("Keller");
      colleague.setPassword(PASSWORD);
      identities.saveUser(colleague);
      identities.createMembership(COLLEAGUE, "military-staff");
      identities.createMembership(COLLEAGUE, "analysts");
    }
  }

  @AfterEach
  void backToTheRealTimeAndNobodyIsAway() {
    office.resetClock();
    db.sql("delete from absence").update();
  }

  @Test
  void anOfficerFindsClaimsHandsOverAndStartsWithoutLeavingTheDesk() {
    String key = opening.open(SampleDossiers.of("XK", "Kravonia"));
    opening.open(SampleDossiers.of("XL", "Lutha"));
    Page desk = loggedIn("analyst");
    assertThat(desk).hasURL(Pattern.compile(".*/work$"));
    lists(desk).nth(1).click();
    assertThat(lists(desk).nth(1)).hasAttribute("aria-current", "page");

    desk.getByRole(AriaRole.SEARCHBOX).fill("kravonia");
    desk.getByRole(AriaRole.SEARCHBOX).press("Enter");
    assertThat(rows(desk)).hasCount(2);
    assertThat(rows(desk).first()).containsText("Kravonia (" + key + ")");
    picture(desk, "desk-found");

    for (Locator tick : desk.locator("input[name=task]").all()) {
      tick.check();
    }
    button(desk.locator(".bar"), "Claim").click();
    assertThat(desk.locator("[role=status]")).containsText("You have taken 2 tasks.");
    assertThat(desk.locator(".handed")).isFocused();
    assertThat(desk.getByRole(AriaRole.SEARCHBOX)).hasValue("kravonia");
    picture(desk, "desk-claimed");

    lists(desk).first().click();
    assertThat(lists(desk).first()).hasAttribute("aria-current", "page");
    desk.locator("input[name=task]").first().check();
    desk.locator("select[name=to]")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Bruno Keller"));
    button(desk.locator(".bar"), "Hand over").click();
    assertThat(desk.locator("[role=status]")).containsText("Bruno Keller has this task now.");
    assertThat(rows(desk)).hasCount(1);
    assertThat(tasks.createTaskQuery().taskAssignee(COLLEAGUE).count()).isEqualTo(1);

    desk.getByRole(AriaRole.LINK, named("Report shifted conditions")).click();
    assertThat(desk.locator("input[name=programme]")).hasAttribute("list", "programmes");
    desk.locator("input[name=programme]").fill("Kravonia");
    button(desk.locator("#form"), "Start").first().click();
    assertThat(desk.locator("#form-problems")).isVisible();
    assertThat(desk.locator("#form-problems")).not().containsText("programme");
    assertThat(desk.locator("input[name=programme]")).hasValue("Kravonia");
    picture(desk, "desk-start-refused");

    desk.getByRole(AriaRole.LINK, named("Work")).first().click();
    assertThat(desk.locator("table.tasks tr:has-text('Kravonia')")).hasCount(1);
  }

  @Test
  void aFortnightsAbsenceHoldsNothingUpAndEndsByItself() {
    String key = opening.open(SampleDossiers.of("XQ", "Petoria"));
    String bandwidth = task(key, "userTask_assessPoliticalBandwidth");
    String briefs = task(key, "userTask_fileIntelligenceBriefs");
    Page ada = loggedIn("analyst");
    for (String task : List.of(bandwidth, briefs)) {
      ada.navigate("/work?list=unclaimed&text=petoria");
      ada.locator("input[name=task][value='" + task + "']").check();
      button(ada.locator(".bar"), "Claim").click();
    }
    LocalDate first = days.today();
    LocalDate last = first.plusDays(13);

    ada.getByRole(AriaRole.LINK, named("Ada Lindqvist")).click();
    ada.locator("input[name=from]").fill(first.toString());
    ada.locator("input[name=until]").fill(last.toString());
    ada.locator("input[name=deputy]").fill("Bruno Keller");
    button(ada.locator("main"), "Enter it").click();
    assertThat(ada.locator("main [role=status]")).containsText("The absence is entered.");
    picture(ada, "absence-01-entered");

    office.setClock(days.at(last, LocalTime.of(22, 0)));
    Desk bruno = Desk.of(loggedIn(COLLEAGUE, "en-GB", PASSWORD));
    Page desk = bruno.page();
    assertThat(desk.locator(".who")).containsText("for Ada Lindqvist");
    assertThat(rows(desk).filter(withText("Petoria"))).hasCount(2);
    assertThat(rows(desk).filter(withText("Petoria")).filter(withText("for Ada Lindqvist")))
        .hasCount(2);
    picture(desk, "absence-02-work");
    bruno.follow(desk.locator("table.tasks a[href='/tasks/" + bandwidth + "']"), bandwidth);
    assertThat(desk.locator("main .notice").first()).containsText("in place of Ada Lindqvist");
    bruno.fill(
        Map.of(
            "seatsInParliament", 200,
            "seatsInFavour", 140,
            "competingPriorities", "Energy supply",
            "bandwidthVerdict", "satisfied",
            "bandwidthWhy", "A stable majority carries the course."));
    bruno.handIn();

    desk.navigate("/programmes/" + key);
    assertThat(desk.locator("tr:has-text('A stable majority carries the course.')"))
        .containsText("Bruno Keller for Ada Lindqvist, analyst");
    picture(desk, "absence-03-record");

    desk.navigate("/camunda/app/tasklist/default/#/?task=" + briefs);
    assertThat(desk.locator(".task-details .chancery-in-place")).hasText("for Ada Lindqvist");
    picture(desk, "absence-04-tasklist");

    office.setClock(days.at(last.plusDays(1), LocalTime.MIDNIGHT));
    desk.navigate("/work?list=mine");
    assertThat(desk.locator("h1")).hasText("Work");
    assertThat(desk.locator("a[href='/tasks/" + briefs + "']")).hasCount(0);
    assertThat(desk.locator("body")).not().containsText("for Ada Lindqvist");
    ada.navigate("/work?list=mine");
    assertThat(rows(ada).filter(withText("Petoria"))).hasCount(1);
    assertThat(ada.locator("table.tasks a[href='/tasks/" + briefs + "']")).isVisible();
  }

  @Test
  void aSmallMistakeIsPutRightWhereItIsUsedAndADocumentMadeBeforeSaysSo() {
    String key = opening.open(SampleDossiers.of("XS", "Syldawia"));
    Deliverable before =
        deliverables.draft(
            key,
            DeliverableKind.READINESS_BASELINE,
            Document.titled("Readiness of Syldawia", "")
                .with(Document.Section.headed("Findings").saying("As known then.")));
    Desk desk = Desk.of(loggedIn("analyst"));
    Page page = desk.page();
    desk.go("Portfolio");
    page.locator("a[href='/programmes/" + key + "']").first().click();
    page.getByRole(AriaRole.LINK, named("Corrections (0)")).click();

    page.getByRole(AriaRole.LINK, named("Correct the name Syldawia")).click();
    page.getByLabel("Name of the candidate").fill("Syldavia");
    button(page.locator("main"), "Correct").click();
    assertThat(page.locator("form .error")).containsText("stays on record beside the old value");
    assertThat(page.getByLabel("Name of the candidate")).hasValue("Syldavia");
    page.getByLabel("Reason for the correction").fill("Misspelt in the letter.");
    button(page.locator("main"), "Correct").click();
    page.waitForURL("**/corrections#correction-*");

    page.locator("tr:has-text('Public support')")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Correct"))
        .click();
    page.getByLabel("Value").fill("47");
    page.getByLabel("Reason for the correction").fill("Two digits were swapped.");
    button(page.locator("main"), "Correct").click();
    page.waitForURL("**/corrections#correction-*");
    assertThat(page.locator("main")).containsText("Two digits were swapped.");
    picture(page, "correction-01-made");

    page.navigate("/programmes/" + key);
    assertThat(page.locator("h1")).hasText("Syldavia (" + key + ")");
    Locator ofName = page.locator(".page-head details.corrected");
    ofName.locator("summary").click();
    assertThat(ofName).containsText("Misspelt in the letter.");
    Locator support = page.locator("tr:has(.corrected):has-text('Public support')");
    assertThat(support.locator("td.number")).containsText("47");
    support.locator("summary").click();
    assertThat(support.locator(".corrected")).containsText("from \"74\" to \"47\"");
    picture(page, "correction-02-programme");
    for (int width : List.of(1280, 1000, 800, 320)) {
      page.setViewportSize(width, 800);
      page.reload();
      for (Locator corrected : List.of(ofName, support.locator("details.corrected"))) {
        opensOverThePage(page, corrected, width);
      }
    }
    page.setViewportSize(1280, 800);
    page.reload();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(ofName.locator(".mark")).isVisible();
    assertThat(ofName.locator("p")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    desk.go("Portfolio");
    assertThat(page.locator("main")).containsText("Syldavia (" + key + ")");
    assertThat(page.locator("main")).not().containsText("Syldawia");
    page.navigate("/work?list=unclaimed&text=syldavia");
    assertThat(rows(page).first()).containsText("Syldavia (" + key + ")");

    page.navigate(before.page());
    assertThat(page.locator("h1")).hasText("Readiness of Syldawia");
    assertThat(page.locator(".corrected"))
        .containsText(
            new String[] {
              "Corrected since this document was made; it keeps what it said: name of the"
                  + " candidate: from \"Syldawia\" to \"Syldavia\""
            });
    assertThat(page.locator(".corrected")).containsText("Two digits were swapped.");
    picture(page, "correction-03-document");
    documentHasTheHeadOfEveryPageAndItsChecksumAClickAway(page, before);
  }

  private void documentHasTheHeadOfEveryPageAndItsChecksumAClickAway(
      Page page, Deliverable document) {
    Locator checksum = page.getByText(document.sha256());
    assertThat(checksum).isHidden();
    page.locator("table.facts summary").click();
    assertThat(checksum).isVisible();
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, 800);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      picture(page, "document-" + width);
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture(page, "document-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
    page.setViewportSize(1280, 800);
    Locator head = page.locator(".chancery-masthead");
    assertThat(head.locator("[aria-current]")).hasText("Portfolio");
    head.locator("a[href='/work']").click();
    page.waitForURL("**/work");
  }

  /** By keyboard; nothing else moves, and all of it is on the screen. */
  private void opensOverThePage(Page page, Locator corrected, int width) {
    Object before = page.evaluate(PLACES);
    corrected.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(corrected.locator("p")).isVisible();
    assertThat(page.evaluate(PLACES)).as("at %s pixels", width).isEqualTo(before);
    BoundingBox box = corrected.locator(".corrections").boundingBox();
    assertThat(box.x).isNotNegative();
    assertThat(box.x + box.width).isLessThanOrEqualTo(width);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    picture(page, "correction-open-" + width);
    page.keyboard().press("Enter");
    assertThat(corrected.locator("p")).not().isVisible();
  }

  @Test
  void aNameIsCompletedBehindAnAtAndAFileTooLargeIsRefusedBeforeItIsSent() {
    String key = opening.open(SampleDossiers.of("XU", "Uzbekia"));
    Page page = loggedIn("analyst");
    page.navigate("/programmes/" + key + "/talk");
    Locator field = page.locator("textarea[data-colleagues]").first();
    field.click();
    field.pressSequentially("Please look at this, @Bru");
    Locator names = page.locator("[role=listbox] [role=option]");
    assertThat(names).hasCount(1);
    assertThat(names).hasAttribute("aria-selected", "true");
    assertThat(names).containsText("Bruno Keller");
    picture(page, "talk-01-names");
    page.keyboard().press("Escape");
    assertThat(page.locator("[role=listbox]")).isHidden();
    page.keyboard().type("n");
    assertThat(names).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(field).hasValue("Please look at this, @Bruno Keller ");
    assertThat(page.locator("[role=listbox]")).isHidden();
    page.keyboard().type("\n\nThe second paragraph.");
    page.locator("form:has(textarea[data-colleagues]) button[type=submit]").first().click();
    Locator said = page.locator(".comments .said").first();
    assertThat(said).containsText("Bruno Keller");
    assertThat(said.innerText()).contains("\n\nThe second paragraph.");

    page.navigate("/programmes/" + key + "/talk");
    page.locator("#file")
        .setInputFiles(new FilePayload("large.pdf", "application/pdf", new byte[(10 << 20) + 1]));
    assertThat(page.locator("#file-wrong")).containsText("too large");
    assertThat(page.locator("#file")).hasValue("");
    picture(page, "talk-02-file");
    page.locator("#file")
        .setInputFiles(
            new FilePayload("note.txt", "text/plain", "A note.".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("#file-wrong")).isHidden();
    page.locator("form[enctype] button[type=submit]").click();
    assertThat(page.locator("main")).containsText("note.txt");
  }

  @Test
  void anActivityIsStartedByTheNameOfItsCandidate() {
    String key = opening.open(SampleDossiers.of("XM", "Molvania"));
    Page desk = loggedIn("officer");
    desk.getByRole(AriaRole.LINK, named("Record an activity")).click();

    desk.locator("input[name=programme]").fill("Molvania");
    desk.locator("select[name=kind]").selectOption("exercise");
    desk.locator("input[name=name]").fill("Northern Shield");
    desk.locator("input[name=date]").fill(LocalDate.now(clock).toString());
    desk.locator("[name=standard]").fill("STANAG 5066");
    desk.locator(".part:has([name=participants]) .row textarea").first().fill("FR");
    desk.locator("[name=source]").fill("after-action report");
    button(desk.locator("#form"), "Record the activity").first().click();

    assertThat(desk.locator("main [role=status]").first())
        .containsText("Record an activity: Molvania (" + key + ")");
    picture(desk, "desk-started");
    assertThat(
            db.sql("select count(*) from activity where programme = :key")
                .param("key", key)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    desk.getByRole(AriaRole.LINK, named("To the lists of tasks")).click();
    assertThat(desk.locator("h1")).hasText("Work");
  }

  @Test
  void amongManyProgrammesThoseAreOfferedThatMatchWhatIsTyped() {
    db.sql(
            """
            insert into programme (programme_key, candidate, name, status, step, opened_at, opened_by)
            select 'MANY-' || x, 'XX', case when x = 777 then 'Zubrowka' else 'Aland ' || x end,
              'ACTIVE', 'PREREQUISITES', current_timestamp, 'test' from system_range(700, 910)
            """)
        .update();
    try {
      Page desk = loggedIn("officer");
      desk.navigate("/start/record-activity");
      Locator offered = desk.locator("#programmes option");
      assertThat(desk.locator("#programmes option[value^=Zubrowka]")).hasCount(0);

      desk.locator("input[name=programme]").pressSequentially("zubro");

      assertThat(offered).hasCount(1);
      assertThat(offered).hasAttribute("value", "Zubrowka (MANY-777)");
    } finally {
      db.sql("delete from programme where programme_key like 'MANY-%'").update();
    }
  }

  @Test
  void whatAColleagueTookMeanwhileIsToldByName() {
    opening.open(SampleDossiers.of("XN", "Novistrana"));
    Page desk = loggedIn("analyst");
    desk.navigate("/work?list=unclaimed&text=novistrana");
    String taken = desk.locator("input[name=task]").first().getAttribute("value");
    tasks.claim(taken, COLLEAGUE);

    desk.locator("input[name=task]").first().check();
    button(desk.locator(".bar"), "Claim").click();

    assertThat(desk.locator("[role=status]"))
        .containsText("Bruno Keller has taken this task already.");
    assertThat(rows(desk)).hasCount(1);
  }

  /** On a slow line. The clock of the page is put forward, so that nobody waits for it here. */
  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin"})
  void aWebappThatOneOfItsScriptsReachesAfterManySecondsIsThereAllTheSame(String webapp) {
    Page page = loggedIn("admin");
    page.clock().install();
    List<Route> held = new ArrayList<>();
    page.route("**/lib/globalize.js*", held::add);
    page.navigate(
        "/camunda/app/%s/default/".formatted(webapp),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitForCondition(() -> !held.isEmpty());

    page.clock().fastForward(Duration.ofMinutes(1).toMillis());
    held.forEach(Route::resume);

    assertThat(page.locator("[ng-view] .ng-scope").first()).isAttached();
  }

  @Test
  void aSearchSaysWhatIsLookedForInItsOwnWebapp() {
    Page page = loggedIn("admin");
    Locator search = page.locator("input.main-field").first();

    page.navigate("/camunda/app/admin/default/#/users");
    assertThat(search).not().hasAttribute("placeholder", Pattern.compile("candidate"));
    page.navigate("/camunda/app/tasklist/default/");
    assertThat(search).hasAttribute("placeholder", Pattern.compile("candidate"));
  }

  @Test
  void theListsAreWorkedByTheKeyboardAlone() {
    opening.open(SampleDossiers.of("XO", "Orsinia"));
    Page desk = loggedIn("analyst");
    desk.navigate("/work?list=unclaimed&text=orsinia");
    String task = desk.locator("input[name=task]").first().getAttribute("value");

    tabTo(desk, "input[name=task]");
    desk.keyboard().press("Enter");
    assertThat(rows(desk)).hasCount(2);
    assertThat(tasks.createTaskQuery().taskId(task).taskUnassigned().count()).isEqualTo(1);
    desk.keyboard().press("Space");
    backTo(desk, "button[formaction='/work/claim']");
    desk.keyboard().press("Enter");

    assertThat(desk.locator(".handed")).isFocused();
    assertThat(tasks.createTaskQuery().taskId(task).taskAssignee("analyst").count()).isEqualTo(1);
    tabTo(desk, ".handed a");
    desk.keyboard().press("Enter");
    assertThat(desk).hasURL(Pattern.compile(".*/tasks/" + task + "$"));
  }

  @Test
  void aNarrowScreenScrollsDownwardsOnly() {
    opening.open(SampleDossiers.of("XP", "Pottsylvania"));
    Page phone = loggedIn("analyst");
    phone.setViewportSize(390, 844);

    for (String address : new String[] {"/work?list=all", "/start/update-dossier"}) {
      phone.navigate(address);
      assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
          .as(address)
          .isLessThanOrEqualTo(390);
      picture(phone, "phone" + address.replaceAll("\\W", "-"));
    }
  }

  @Test
  void aLongNameWithoutBlanksWidensNoPage() {
    String longest = "Wolfeschlegelsteinhausenbergerdorff".repeat(7).substring(0, 220);
    User person = identities.newUser("wolfe");
    person.setFirstName("Wolfe");
    person.setLastName(longest);
    person.setPassword(PASSWORD);
    identities.saveUser(person);
    identities.createMembership("wolfe", "analysts");
    String key = opening.open(SampleDossiers.of("XT", "Tomainia"));
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskCandidateGroup("analysts")
        .list()
        .forEach(task -> tasks.setAssignee(task.getId(), "wolfe"));
    try {
      Page page = loggedIn("admin");
      for (int width : new int[] {1280, 390}) {
        page.setViewportSize(width, 844);
        for (String address :
            new String[] {"/work/group/analysts", "/work?list=all", "/programmes/" + key}) {
          page.navigate(address);
          assertThat(page.locator("main")).containsText(longest);
          assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
              .as(address + " at " + width)
              .isLessThanOrEqualTo(width);
          picture(page, "long-name-" + width + address.replaceAll("\\W", "-"));
        }
      }
    } finally {
      tasks
          .createTaskQuery()
          .taskAssignee("wolfe")
          .list()
          .forEach(task -> tasks.setAssignee(task.getId(), null));
      identities.deleteUser("wolfe");
    }
  }

  /** The one open task of a kind. */
  private String task(String programme, String kind) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(kind)
        .singleResult()
        .getId();
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void tabTo(Page page, String element) {
    walk(page, "Tab", element);
  }

  private static void backTo(Page page, String element) {
    walk(page, "Shift+Tab", element);
  }

  private static void walk(Page page, String key, String element) {
    for (int step = 0; step < 60; step++) {
      page.keyboard().press(key);
      if ((boolean) page.evaluate("element => document.activeElement.matches(element)", element)) {
        return;
      }
    }
    throw new AssertionError(element + " is not reached by the keyboard");
  }

  private static Locator lists(Page page) {
    return page.locator("nav.lists a");
  }

  private static Locator rows(Page page) {
    return page.locator("table.tasks tbody tr");
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
