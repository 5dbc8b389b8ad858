package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Rehearsal;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A whole programme on Chancery's own pages alone. Of tasks that come many times, such as
 * positions, the first is done in a browser and the others over the same pages as a browser without
 * scripts does them; none is done elsewhere.
 */
@Import(ProgrammeJourneyTest.BrowserDesk.class)
@TestPropertySource(
    properties = {
      "camunda.bpm.job-execution.wait-time-in-millis=50",
      "camunda.bpm.job-execution.max-wait=200"
    })
class EveryGroupAtTheDeskTest extends BrowserTest {

  private static final String CANDIDATE = "Freedonia";

  @Autowired OfficeInTheBrowser office;
  @Autowired Rehearsal rehearsal;
  @Autowired Programmes programmes;
  @Autowired Deliverables deliverables;
  @Autowired RepositoryService models;
  @Autowired Clock clock;

  private final Map<String, Desk> desks = new HashMap<>();
  private final Map<String, Visitor> withoutScripts = new HashMap<>();
  private final Set<String> doneInBrowser = new HashSet<>();
  private final Set<String> groups = new HashSet<>();

  @Test
  void aProgrammeGoesFromItsDossierToItsAccessionAndNobodyLeavesTheDesk() {
    Desk analyst = deskOf("analyst");
    analyst.begin("Enlargement programme");
    analyst.fill(SampleDossiers.fields(SampleDossiers.of("XY", CANDIDATE, LocalDate.now(clock))));
    picture(analyst.page(), "desk-01-dossier");
    analyst.handIn();
    assertThat(analyst.page().locator("main [role=status]")).containsText(CANDIDATE);
    String key = programmes.openFor("XY").map(Programme::key).orElseThrow();

    office.handsAre(this::completeOnTheDesk);
    try {
      rehearsal.run(() -> !programmes.get(key).isOpen(), happening -> {});
    } finally {
      office.resetClock();
    }

    assertThat(groups).containsAll(groupsWithTasks());
    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(deliverables.of(key))
        .extracting(Deliverable::kind)
        .contains(DeliverableKind.values());
    Desk manager = deskOf("manager");
    manager.go("Portfolio");
    manager.page().locator("a[href='/programmes/" + key + "']").first().click();
    assertThat(manager.page().locator("main")).containsText("acceded");
    picture(manager.page(), "desk-99-the-programme-in-the-end");
    desks.forEach((account, desk) -> assertThat(desk.troubles()).as(account).isEmpty());
  }

  /** Those that the models name; the delegations, of which each Ally has one, as one. */
  private Set<String> groupsWithTasks() {
    return models.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(process -> models.getBpmnModelInstance(process.getId()))
        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
        .flatMap(task -> task.getCamundaCandidateGroupsList().stream())
        .map(EveryGroupAtTheDeskTest::withoutAlly)
        .collect(Collectors.toSet());
  }

  private static String withoutAlly(String group) {
    return group.startsWith("delegation-") || group.startsWith("${") ? "delegations" : group;
  }

  private boolean completeOnTheDesk(OpenTask task, String account, Map<String, Object> fields) {
    if (doneInBrowser.add(task.key())) {
      groups.add(withoutAlly(task.group()));
      completeInBrowser(task, deskOf(account), fields);
    } else {
      completeWithoutScripts(task, account, fields);
    }
    return true;
  }

  private void completeInBrowser(OpenTask task, Desk desk, Map<String, Object> fields) {
    if (task.key().equals("userTask_draftOffer")) {
      openFromTheProgramme(task, desk);
    } else {
      desk.open(task.id());
    }
    String what = desk.heading();
    desk.fill(fields);
    String number = String.format(Locale.ROOT, "desk-%02d-", doneInBrowser.size() + 1);
    String name = number + task.key().replaceFirst("^userTask_", "");
    picture(desk.page(), name);
    desk.handIn();

    Page page = desk.page();
    boolean stands = task.key().equals("userTask_statePosition");
    assertThat(page.locator("main [role=status]")).containsText(stands ? "on record" : what);
    picture(page, name + "-done");
    assertThat(office.isOpen(task)).as("%s is open", what).isEqualTo(stands);
    openTheNext(page);
  }

  /**
   * The way of somebody who begins at the candidate: portfolio, programme, a document, the task.
   */
  private void openFromTheProgramme(OpenTask task, Desk desk) {
    Page page = desk.page();
    desk.go("Portfolio");
    page.locator("a[href='/programmes/" + task.programme() + "']").first().click();
    desk.follow(page.locator("main a[href='/tasks/" + task.id() + "']").first(), task.id());
    Page document =
        page.waitForPopup(() -> page.locator(".beside a[target=_blank]").first().click());
    assertThat(document.locator("h1")).isVisible();
    document.close();
  }

  /** If the page tells of a next task of theirs, it leads there. */
  private static void openTheNext(Page page) {
    Locator open = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open it"));
    if (open.count() > 0) {
      String what = page.locator("main p:has(a.button) strong").innerText();
      open.click();
      assertThat(page.locator("h1")).hasText(what);
    }
  }

  private void completeWithoutScripts(OpenTask task, String account, Map<String, Object> fields) {
    Visitor visitor = withoutScripts.computeIfAbsent(account, name -> Visitor.person(port, name));
    Map<String, String> sent = new HashMap<>();
    fields.forEach(
        (name, value) -> {
          // A box without a tick is not sent.
          if (value != null && !Boolean.FALSE.equals(value)) {
            sent.put(name, value.toString());
          }
        });
    HttpResponse<String> answer = visitor.postForm("/tasks/" + task.id(), sent);
    assertThat(answer.statusCode()).as("%s: %s", task.name(), answer.body()).isEqualTo(302);
    assertThat(visitor.open(Visitor.location(answer)).statusCode()).isEqualTo(200);
  }

  private Desk deskOf(String account) {
    return desks.computeIfAbsent(account, name -> Desk.of(loggedIn(name)));
  }
}
