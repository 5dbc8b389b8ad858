package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.programme.Opening;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The lists of open tasks as each person sees them. */
@WebOfficeTest
class WorkListsTest {

  private static final OffsetDateTime FAR = OffsetDateTime.parse("2999-01-01T18:00:00Z");

  @LocalServerPort int port;
  @Autowired ApplicationContext office;
  @Autowired Opening opening;
  @Autowired TaskService tasks;
  @Autowired RuntimeService processes;
  @Autowired IdentityService identities;
  @Autowired AuthorizationService authorizations;

  private final List<String> granted = new ArrayList<>();

  @BeforeEach
  void open() {
    opening.open(SampleDossiers.ruritania());
  }

  @AfterEach
  void takeBack() {
    granted.forEach(authorizations::deleteAuthorization);
  }

  @Test
  void everybodySeesWhatTheEngineShowsThemAndNothingElse() {
    Circulations circulations = new Circulations(office);
    circulations.prepare("XX-2026");
    circulations.circulate("XX-2026", FAR);
    tasks.claim(task("userTask_fileIntelligenceBriefs"), "analyst");
    tasks.claim(circulations.positionTask("XX-2026", "delegation-fr"), "delegate-fr");
    processes.suspendProcessInstanceById(
        tasks
            .createTaskQuery()
            .taskId(task("userTask_confirmMechanisms"))
            .singleResult()
            .getProcessInstanceId());

    everybodySeesTheSame();
    assertThat(WorkPage.allTasks(person("manager"), "/work?list=all")).hasSizeGreaterThan(32);
    assertThat(WorkPage.allTasks(person("delegate-de"), "/work?list=all")).hasSize(1);
    assertThat(WorkPage.allTasks(person("press"), "/work?list=all")).isEmpty();
    // By what they are called, and not by their ids.
    assertThat(
            WorkPage.of(person("admin"), "/work?list=all")
                .html()
                .select("select[name=group] option:not([value=''])")
                .eachText())
        .hasSizeGreaterThan(32)
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
  }

  @Test
  void whatWasGrantedBesidesIsSeenToo() {
    grant("press", Resources.TASK, task("userTask_fileIntelligenceBriefs"), Permissions.READ);
    grant("envoy", Resources.PROCESS_DEFINITION, "inventory-mechanisms", Permissions.READ_TASK);
    grant("planner", Resources.TASK, Authorization.ANY, Permissions.READ);
    grant("secretary", Resources.TASK, task("userTask_confirmMechanisms"), Permissions.UPDATE);

    everybodySeesTheSame();
    assertThat(WorkPage.allTasks(person("press"), "/work?list=all")).hasSize(1);
    assertThat(WorkPage.allTasks(person("envoy"), "/work?list=all")).hasSize(1);
    assertThat(WorkPage.allTasks(person("planner"), "/work?list=all")).hasSize(3);
    assertThat(WorkPage.allTasks(person("secretary"), "/work?list=all")).isEmpty();
  }

  @Test
  void whatWasRevokedIsNotSeen() {
    String task = task("userTask_fileIntelligenceBriefs");
    assertThat(WorkPage.allTasks(person("analyst"), "/work?list=all")).contains(task);
    Authorization revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
    revoked.setUserId("analyst");
    revoked.setResource(Resources.TASK);
    revoked.setResourceId(task);
    revoked.removePermission(Permissions.READ);
    granted.add(authorizations.saveAuthorization(revoked).getId());

    everybodySeesTheSame();
    assertThat(WorkPage.allTasks(person("analyst"), "/work?list=all"))
        .isNotEmpty()
        .doesNotContain(task);
    assertThat(WorkPage.of(person("analyst"), "/work?list=unclaimed").tasks()).doesNotContain(task);
  }

  @Test
  void aTaskIsInTheListsThatItBelongsTo() {
    String task = task("userTask_fileIntelligenceBriefs");
    assertThat(WorkPage.of(person("analyst"), "/work").lists())
        .containsExactly("Mine 0", "Unclaimed in my groups 2", "All I may see 2");
    assertThat(WorkPage.of(person("manager"), "/work").lists())
        .containsExactly("Mine 0", "Unclaimed in my groups 0", "All I may see 3");

    tasks.claim(task, "analyst");

    WorkPage mine = WorkPage.of(person("analyst"), "/work");
    assertThat(mine.lists())
        .containsExactly("Mine 1", "Unclaimed in my groups 1", "All I may see 2");
    assertThat(mine.current()).isEqualTo("Mine 1");
    assertThat(mine.tasks()).containsExactly(task);
    assertThat(WorkPage.of(person("analyst"), "/work?list=unclaimed").tasks())
        .hasSize(1)
        .doesNotContain(task);
  }

  @Test
  void whoHasNothingBeginsWithWhatWaits() {
    assertThat(WorkPage.of(person("analyst"), "/work").current()).startsWith("Unclaimed");
    assertThat(WorkPage.of(person("manager"), "/work").current()).startsWith("All I may see");
    assertThat(WorkPage.of(person("press"), "/work").current()).startsWith("Mine");
  }

  @Test
  void aRowTellsWhatPeopleAskOfATask() {
    String task = task("userTask_fileIntelligenceBriefs");
    Task open = tasks.createTaskQuery().taskId(task).singleResult();
    open.setDueDate(Date.from(OffsetDateTime.parse("2020-03-02T17:00:00Z").toInstant()));
    tasks.saveTask(open);

    WorkPage before = WorkPage.of(person("manager"), "/work");
    assertThat(before.cell(task, "candidate")).isEqualTo("Ruritania (XR-2026)");
    assertThat(before.cell(task, "what")).isEqualTo("File intelligence briefs");
    assertThat(before.cell(task, "due")).matches("[\\d,]+ days overdue 2 Mar 2020");
    assertThat(before.row(task).select(".mark.bad").text()).contains("overdue");
    assertThat(before.cell(task, "step")).isEqualTo("Prerequisites");
    assertThat(before.cell(task, "holder")).isEqualTo("nobody yet; for analysts");
    assertThat(before.tasks().get(0)).isEqualTo(task);

    tasks.claim(task, "analyst");

    assertThat(WorkPage.of(person("manager"), "/work").cell(task, "holder"))
        .isEqualTo("Ada Lindqvist");
    assertThat(WorkPage.of(person("analyst"), "/work").cell(task, "holder")).isEqualTo("you");
  }

  @Test
  void aTaskThatIsDueEarlierStandsFirst() {
    List<String> shown = WorkPage.allTasks(person("manager"), "/work?list=all");

    assertThat(shown)
        .containsExactlyElementsOf(
            tasks
                .createTaskQuery()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .sorted(
                    java.util.Comparator.comparing(Task::getDueDate)
                        .thenComparing(Task::getCreateTime)
                        .thenComparing(Task::getId))
                .map(Task::getId)
                .toList());
  }

  @Test
  void aTaskOfASuspendedProgrammeIsMarkedAndNotOverdue() {
    String task = task("userTask_confirmMechanisms");
    Task open = tasks.createTaskQuery().taskId(task).singleResult();
    open.setDueDate(Date.from(OffsetDateTime.parse("2020-03-02T17:00:00Z").toInstant()));
    tasks.saveTask(open);
    processes.suspendProcessInstanceById(open.getProcessInstanceId());
    Visitor planner = person("planner");

    WorkPage work = WorkPage.of(planner, "/work");
    assertThat(work.cell(task, "what")).contains("the programme is suspended");
    assertThat(work.cell(task, "due")).isEqualTo("put off, from 2 Mar 2020");
    assertThat(WorkPage.of(planner, "/work?overdue=true").tasks()).doesNotContain(task);
    assertThat(Jsoup.parse(planner.open("/tasks/" + task).body()).select(".mark.bad")).isEmpty();
  }

  @Test
  void aTaskIsFoundByCandidateKeyNameAndPerson() {
    opening.open(SampleDossiers.of("XS", "Syldavia 50%_"));
    String ruritania = task("userTask_fileIntelligenceBriefs");
    tasks.claim(ruritania, "analyst");
    Visitor manager = person("manager");

    assertThat(found(manager, "ruritania")).hasSize(3);
    assertThat(found(manager, "RURI BRIEFS")).containsExactly(ruritania);
    assertThat(found(manager, "xs-2026")).hasSize(3);
    assertThat(found(manager, "briefs")).hasSize(2).contains(ruritania);
    assertThat(found(manager, "Lindqvist")).containsExactly(ruritania);
    assertThat(found(manager, "50%25_")).hasSize(3);
    assertThat(found(manager, "%25")).hasSize(3);
    assertThat(found(manager, "ruritania syldavia")).isEmpty();
    assertThat(found(person("planner"), "briefs")).isEmpty();
  }

  @Test
  void whatIsLookedForIsCountedInEveryList() {
    opening.open(SampleDossiers.of("XS", "Syldavia"));
    tasks.claim(task("userTask_fileIntelligenceBriefs"), "analyst");

    WorkPage page = WorkPage.of(person("analyst"), "/work?list=mine&text=syldavia");

    assertThat(page.lists())
        .containsExactly("Mine 0", "Unclaimed in my groups 2", "All I may see 2");
    assertThat(page.html().select(".notice").text())
        .contains("Nothing in this list matches")
        .contains("2 tasks match in “Unclaimed in my groups”");
    assertThat(page.html().select(".notice a").eachAttr("href"))
        .contains("/work?list=unclaimed&text=syldavia", "/work?list=mine");
    assertThat(page.html().select("main a[href='/work?list=mine']").eachText())
        .as("the way out, once")
        .containsOnlyOnce("Show everything in this list");
  }

  @Test
  void aListIsNarrowedByItsAddress() {
    Circulations circulations = new Circulations(office);
    circulations.prepare("XX-2026");
    String late = task("userTask_confirmMechanisms");
    Task open = tasks.createTaskQuery().taskId(late).singleResult();
    open.setDueDate(Date.from(OffsetDateTime.parse("2020-03-02T17:00:00Z").toInstant()));
    tasks.saveTask(open);
    Visitor manager = person("manager");

    assertThat(WorkPage.of(manager, "/work?step=consensus").tasks())
        .containsExactly(circulations.only("XX-2026", "userTask_circulateProposal"));
    assertThat(WorkPage.of(manager, "/work?group=planners").tasks()).containsExactly(late);
    assertThat(WorkPage.of(manager, "/work?overdue=true").tasks()).containsExactly(late);
    assertThat(WorkPage.of(manager, "/work?step=consensus&overdue=true").tasks()).isEmpty();
    assertThat(WorkPage.of(manager, "/work?step=stakeholders").tasks()).isEmpty();
  }

  @Test
  void aLongListHasPages() {
    for (int number = 1; number <= 9; number++) {
      opening.open(SampleDossiers.of("X" + (char) ('A' + number), "Country " + number));
    }
    Visitor manager = person("manager");
    WorkPage first = WorkPage.of(manager, "/work?list=all");

    assertThat(first.lists()).contains("All I may see 30");
    assertThat(first.tasks()).hasSize(25);
    assertThat(first.next()).isEqualTo("/work?list=all&page=1");
    assertThat(WorkPage.of(manager, first.next()).tasks())
        .hasSize(5)
        .doesNotContainAnyElementsOf(first.tasks());
    // The last one, when there are fewer than there were.
    assertThat(WorkPage.of(manager, "/work?list=all&page=9").tasks()).hasSize(5);
  }

  @Test
  void aListIsAFileWithAllOfItsPagesAndWithWhatThePageWasAskedFor() {
    for (int number = 1; number <= 9; number++) {
      opening.open(SampleDossiers.of("X" + (char) ('A' + number), "Country " + number));
    }
    String briefs = task("userTask_fileIntelligenceBriefs");
    Task open = tasks.createTaskQuery().taskId(briefs).singleResult();
    open.setDueDate(Date.from(OffsetDateTime.parse("2020-03-02T17:00:00Z").toInstant()));
    tasks.saveTask(open);
    tasks.claim(briefs, "analyst");

    assertThat(file("manager", "/work?list=all&page=1")).hasSize(1 + 30);
    assertThat(file("manager", "/work?text=ruritania&overdue=true"))
        .satisfiesExactly(
            columns ->
                assertThat(columns)
                    .isEqualTo("key,name,step,task,dueAt,overdue,holder,groups,openedAt,suspended"),
            row ->
                assertThat(row)
                    .startsWith(
                        "XR-2026,Ruritania,prerequisites,File intelligence briefs,"
                            + "2020-03-02T17:00:00Z,true,Ada Lindqvist,")
                    .endsWith(",false"));
    // Whoever asks for no list gets in the file the one that the page shows.
    assertThat(file("analyst", "/work")).hasSize(1 + 1);
    assertThat(file("delegate-de", "/work?list=all&text=nobody")).isEmpty();
    assertThat(person("analyst").open("/work?list=theirs&format=csv").statusCode()).isEqualTo(400);
  }

  /** The lines of the file to which the page leads; none if it leads to none. */
  private List<String> file(String account, String page) {
    return WorkPage.of(person(account), page).html().select("p.files a").stream()
        .map(link -> link.attr("href"))
        .filter(link -> link.endsWith("format=csv"))
        .flatMap(link -> person(account).open(link).body().lines())
        .toList();
  }

  @Test
  void anEmptyListSaysWhatToDo() {
    assertThat(notice("analyst", "/work?list=mine")).contains("Take one that nobody has");
    assertThat(notice("press", "/work?list=mine")).contains("none waits for your groups");
    assertThat(notice("press", "/work?list=unclaimed")).contains("Nothing waits for your groups");
    assertThat(notice("manager", "/work?list=unclaimed")).contains("in no group that does tasks");
    assertThat(notice("press", "/work?list=all")).contains("No task is open that you may see");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list=theirs", "step=seventh", "page=-1", "page=x", "overdue=perhaps"})
  void anAddressThatIsNotUnderstoodIsRefused(String query) {
    assertThat(person("analyst").open("/work?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void aLoginLeadsToTheLists() {
    Visitor analyst = Visitor.stranger(port);
    analyst.get("/login");
    var answer =
        analyst.postForm("/login", java.util.Map.of("username", "analyst", "password", "chancery"));

    String next = Visitor.location(answer);
    assertThat(next).endsWith("/");
    assertThat(Visitor.location(analyst.open("/"))).isEqualTo("/work");
    assertThat(analyst.open("/work").statusCode()).isEqualTo(200);
  }

  private void everybodySeesTheSame() {
    List<User> everybody = identities.createUserQuery().list();
    assertThat(everybody).hasSizeGreaterThanOrEqualTo(42);
    for (User user : everybody) {
      Visitor person = person(user.getId());
      List<String> engine = person.json("/engine-rest/task?maxResults=2000").findValuesAsText("id");
      assertThat(WorkPage.allTasks(person, "/work?list=all"))
          .as(user.getId())
          .containsExactlyInAnyOrderElementsOf(engine);
    }
  }

  private List<String> found(Visitor person, String text) {
    return WorkPage.of(person, "/work?list=all&text=" + text.replace(" ", "+")).tasks();
  }

  private String notice(String account, String address) {
    return WorkPage.of(person(account), address).html().select(".notice").text();
  }

  private void grant(String account, Resource resource, String id, Permission permission) {
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setUserId(account);
    right.setResource(resource);
    right.setResourceId(id);
    right.addPermission(permission);
    granted.add(authorizations.saveAuthorization(right).getId());
  }

  /** The task of Ruritania. */
  private String task(String key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey("XR-2026")
        .taskDefinitionKey(key)
        .singleResult()
        .getId();
  }

  private Visitor person(String account) {
    return Visitor.program(port, account);
  }
}
