package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.programme.Opening;
import app.chancery.records.NoticeKind;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks go from hand to hand, and everybody is told what came of it. */
@WebOfficeTest
class PassingOnTest {

  private static final String PASSWORD = "seven grey herons";

  private static final Map<String, Visitor> LOGGED_IN = new HashMap<>();

  @LocalServerPort int port;
  @Autowired ApplicationContext office;
  @Autowired Opening opening;
  @Autowired TaskService tasks;
  @Autowired RuntimeService processes;
  @Autowired IdentityService identities;
  @Autowired JdbcClient db;

  private final List<String> accounts = new ArrayList<>();
  private String briefs;
  private String bandwidth;

  @BeforeEach
  void open() {
    opening.open(SampleDossiers.ruritania());
    briefs = task("userTask_fileIntelligenceBriefs");
    bandwidth = task("userTask_assessPoliticalBandwidth");
    member("bruno", "Bruno", "Keller", "analysts");
  }

  @AfterEach
  void leave() {
    accounts.forEach(identities::deleteUser);
    accounts.forEach(LOGGED_IN::remove);
  }

  @Test
  void severalAreTakenAtOnceAndTheListStaysAsItWas() {
    Visitor analyst = person("analyst");

    HttpResponse<String> answer =
        send(analyst, "/work/claim", "/work?list=unclaimed&text=XR", briefs, bandwidth);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(answer)).isEqualTo("/work?list=unclaimed&text=XR");
    WorkPage next = WorkPage.of(analyst, Visitor.location(answer));
    assertThat(next.said())
        .contains("You have taken 2 tasks.", "Ruritania (XR-2026): File intelligence briefs");
    assertThat(next.lists()).contains("Mine 2");
    assertThat(List.of(holder(briefs), holder(bandwidth))).containsOnly("analyst");
    assertThat(WorkPage.of(analyst, "/work").said()).isEmpty();
  }

  @Test
  void whatAColleagueHasTakenMeanwhileIsNamedAndDoesNotKeepTheOthers() {
    tasks.claim(briefs, "bruno");
    Visitor analyst = person("analyst");

    WorkPage next = after(send(analyst, "/work/claim", "/work", briefs, bandwidth), analyst);

    assertThat(next.said())
        .contains("You have taken one task.", "This was left as it is")
        .contains(
            "Ruritania (XR-2026): File intelligence briefs – Bruno Keller has taken this task"
                + " already.");
    assertThat(holder(briefs)).isEqualTo("bruno");
    assertThat(holder(bandwidth)).isEqualTo("analyst");
  }

  @Test
  void aSecondClickChangesNothing() {
    Visitor analyst = person("analyst");
    send(analyst, "/work/claim", "/work", briefs);

    assertThat(after(send(analyst, "/work/claim", "/work", briefs), analyst).said())
        .contains("You have taken one task");
    assertThat(WorkPage.of(analyst, "/work").said()).isEmpty();
    assertThat(holder(briefs)).isEqualTo("analyst");
    send(analyst, "/work/give-back", "/work", briefs);
    assertThat(after(send(analyst, "/work/give-back", "/work", briefs), analyst).said())
        .contains("You have given one task back");
    tasks.claim(briefs, "bruno");
    assertThat(after(send(analyst, "/work/give-back", "/work", briefs), analyst).said())
        .contains("Bruno Keller has taken this task already");
    assertThat(holder(briefs)).isEqualTo("bruno");
  }

  @Test
  void whatIsGivenBackIsFreeForTheGroup() {
    Visitor analyst = person("analyst");
    send(analyst, "/tasks/" + briefs + "/claim", "/tasks/" + briefs);

    HttpResponse<String> answer =
        send(analyst, "/tasks/" + briefs + "/give-back", "/work?list=mine");

    assertThat(after(answer, analyst).said()).contains("You have given one task back.");
    assertThat(holder(briefs)).isNull();
    assertThat(WorkPage.of(person("bruno"), "/work?list=unclaimed").tasks()).contains(briefs);
  }

  @Test
  void whoIsHandedATaskHasIt() {
    Visitor analyst = person("analyst");
    tasks.claim(briefs, "analyst");

    WorkPage next =
        after(handOver(analyst, "/work/hand-over", "bruno", briefs, bandwidth), analyst);

    assertThat(next.said()).contains("Bruno Keller has these 2 tasks now.");
    assertThat(WorkPage.of(person("bruno"), "/work?list=mine").tasks())
        .containsExactlyInAnyOrder(briefs, bandwidth);
    assertThat(person("bruno").get("/engine-rest/task/" + briefs).statusCode()).isEqualTo(200);
    assertThat(WorkPage.of(analyst, "/work?list=mine").tasks()).isEmpty();
    assertThat(
            db.sql("select recipients || ' ' || place_id from notice where kind = :kind")
                .param("kind", NoticeKind.TASK_HANDED_OVER.code())
                .query(String.class)
                .list())
        .as("who was told of which task, and nobody of what was taken")
        .containsExactlyInAnyOrder("@bruno " + briefs, "@bruno " + bandwidth);
  }

  @Test
  void whatAGroupHasToDoIsAFileForItsHeadAlone() {
    member("hugo", "Hugo", "Berg", "heads-of-analysts");
    tasks.claim(briefs, "bruno");

    assertThat(person("hugo").open("/work/group/analysts?holder=bruno").body())
        .contains("href=\"/work/group/analysts?holder=bruno&amp;format=csv\"");
    assertThat(person("hugo").open("/work/group/analysts?holder=bruno&format=csv").body().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("XR-2026,Ruritania,prerequisites,File intelligence briefs,")
        .contains(",Bruno Keller,");
    assertThat(person("hugo").open("/work/group/analysts?format=csv").body())
        .contains("Assess political bandwidth");
    assertThat(person("bruno").open("/work/group/analysts?format=csv").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"take-back", "give"})
  void fromWhomTheHeadTakesATaskIsTold(String way) {
    member("hugo", "Hugo", "Berg", "heads-of-analysts");
    tasks.claim(briefs, "bruno");
    tasks.claim(bandwidth, "analyst");

    person("hugo")
        .postForm(
            "/work/group/analysts/" + way,
            way.equals("give") ? Map.of("task", briefs, "to", "analyst") : Map.of("task", briefs));

    assertThat(holder(briefs)).isEqualTo(way.equals("give") ? "analyst" : null);
    assertThat(
            db.sql("select recipients || ' ' || place_id from notice where kind = :kind")
                .param("kind", NoticeKind.TASK_TAKEN_AWAY.code())
                .query(String.class)
                .list())
        .containsExactly("@bruno " + briefs);
    assertThat(person("bruno").open("/inbox").body())
        .contains("No longer yours: File intelligence briefs, Ruritania (XR-2026)")
        .contains("Hugo Berg");
  }

  @Test
  void whoIsHandedATaskTwiceHasItOnce() {
    Visitor analyst = person("analyst");
    handOver(analyst, "/work/hand-over", "bruno", briefs);

    assertThat(after(handOver(analyst, "/work/hand-over", "bruno", briefs), analyst).said())
        .isEqualTo("Bruno Keller has this task now. Ruritania (XR-2026): File intelligence briefs");
  }

  @Test
  void aTaskIsHandedToSomebodyWhoMayDoItAlone() {
    member("carla", "Carla", "Weiss", "planners");
    member("ada", "Ada", "Lindqvist", "analysts");
    identities.createMembership("ada", "planners");
    LOGGED_IN.remove("ada");
    Visitor ada = person("ada");

    assertThat(after(handOver(ada, "/work/hand-over", "carla", briefs), ada).said())
        .contains("Carla Weiss is in no group that may do this task");
    assertThat(after(handOver(ada, "/work/hand-over", "secretary", briefs), ada).said())
        .contains("no colleague of one of your groups");
    assertThat(after(handOver(ada, "/work/hand-over", "", briefs), ada).said())
        .contains("Choose a colleague");
    assertThat(holder(briefs)).isNull();
  }

  @Test
  void onItsPageATaskIsHandedToThoseWhoMayDoItAlone() {
    member("carla", "Carla", "Weiss", "planners");
    Visitor analyst = person("analyst");
    tasks.claim(briefs, "analyst");

    assertThat(
            Jsoup.parse(analyst.open("/tasks/" + briefs).body())
                .select("form[action$=/hand-over] option:not([value=''])")
                .eachText())
        .contains("Bruno Keller")
        .doesNotContain("Carla Weiss", "Ada Lindqvist");
    handOver(analyst, "/tasks/" + briefs + "/hand-over", "bruno");
    assertThat(holder(briefs)).isEqualTo("bruno");
    assertThat(
            Jsoup.parse(analyst.open("/tasks/" + briefs).body()).select("form[action$=/hand-over]"))
        .isEmpty();
  }

  @Test
  void nobodyHandsOnWhatAColleagueHas() {
    tasks.claim(briefs, "bruno");
    member("dora", "Dora", "Lind", "analysts");
    Visitor analyst = person("analyst");

    WorkPage next = after(handOver(analyst, "/tasks/" + briefs + "/hand-over", "dora"), analyst);

    assertThat(next.said()).contains("Bruno Keller has taken this task already");
    assertThat(holder(briefs)).isEqualTo("bruno");
  }

  @Test
  void theEngineHandsATaskToAColleagueAlone() {
    identities.setAuthentication("analyst", List.of("analysts"));
    try {
      assertThat(refusal(() -> tasks.setAssignee(briefs, "planner")))
          .isEqualTo("to: Petra Novotna is in no group that may do this task");
      assertThat(refusal(() -> tasks.setAssignee(briefs, "nobody-at-all")))
          .contains("is in no group");
      tasks.setAssignee(briefs, "bruno");
      assertThat(refusal(() -> tasks.setAssignee(briefs, "analyst")))
          .isEqualTo("Bruno Keller has taken this task already");
    } finally {
      identities.clearAuthentication();
    }
    assertThat(holder(briefs)).isEqualTo("bruno");
  }

  @Test
  void aDelegationsTaskStaysWithinTheDelegation() {
    Circulations circulations = new Circulations(office);
    circulations.prepare("XX-2026");
    circulations.circulate("XX-2026", OffsetDateTime.parse("2999-01-01T18:00:00Z"));
    String french = circulations.positionTask("XX-2026", "delegation-fr");
    Visitor france = person("delegate-fr");

    assertThat(WorkPage.of(france, "/work").buttons()).doesNotContain("Hand over");
    assertThat(after(handOver(france, "/work/hand-over", "delegate-de", french), france).said())
        .contains("no colleague");
    assertThat(
            after(
                    send(person("delegate-de"), "/work/claim", "/work", french),
                    person("delegate-de"))
                .said())
        .contains("There is no such task");
    member("attache-fr", "Anne", "Martin", "delegation-fr");
    assertThat(after(handOver(france, "/work/hand-over", "attache-fr", french), france).said())
        .contains("Anne Martin has this task now");
    assertThat(WorkPage.of(person("attache-fr"), "/work").tasks()).containsExactly(french);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manager", "admin"})
  void whoWatchesWorksOnNothing(String account) {
    Visitor watcher = person(account);

    WorkPage page = WorkPage.of(watcher, "/work");
    assertThat(page.tasks()).hasSize(3);
    assertThat(page.buttons()).isEmpty();
    for (String act : List.of("claim", "give-back", "hand-over")) {
      handOver(watcher, "/work/" + act, "bruno", briefs);
      handOver(watcher, "/tasks/" + briefs + "/" + act, "bruno");
    }
    assertThat(after(send(watcher, "/work/claim", "/work", briefs), watcher).said())
        .contains("It is for others: analysts");
    assertThat(holder(briefs)).isNull();
  }

  @Test
  void anAdministratorInAGroupWorksInIt() {
    identities.createMembership("admin", "analysts");
    try {
      Visitor admin = Visitor.person(port, "admin");
      assertThat(after(send(admin, "/work/claim", "/work", briefs), admin).said())
          .contains("You have taken one task.");
    } finally {
      identities.deleteMembership("admin", "analysts");
    }
  }

  @Test
  void aTaskOfASuspendedProgrammeStaysWhereItIs() {
    processes.suspendProcessInstanceById(
        tasks.createTaskQuery().taskId(briefs).singleResult().getProcessInstanceId());
    Visitor analyst = person("analyst");

    assertThat(after(send(analyst, "/work/claim", "/work", briefs), analyst).said())
        .contains("The programme is suspended");
    assertThat(holder(briefs)).isNull();
  }

  @Test
  void aTaskThatHasEndedIsToldOf() {
    Visitor analyst = person("analyst");
    processes.deleteProcessInstance(
        processes
            .createProcessInstanceQuery()
            .processInstanceBusinessKey("XR-2026")
            .rootProcessInstances()
            .singleResult()
            .getId(),
        "withdrawn");

    assertThat(after(send(analyst, "/work/claim", "/work", briefs), analyst).said())
        .contains("This task is no longer open");
  }

  @Test
  void withoutATickNothingIsDone() {
    Visitor analyst = person("analyst");

    assertThat(after(send(analyst, "/work/claim", "/work"), analyst).said())
        .contains("Nothing was ticked");
  }

  @Test
  void ofTwoWhoTakeATaskAtOnceOneHasIt() throws Exception {
    List<Visitor> two = List.of(person("analyst"), person("bruno"));
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (Visitor one : two) {
        answers.add(
            both.submit(
                () -> {
                  together.await();
                  return after(send(one, "/work/claim", "/work", briefs), one).said();
                }));
      }
      List<String> said = new ArrayList<>();
      for (Future<String> answer : answers) {
        said.add(answer.get());
      }
      assertThat(said)
          .anySatisfy(one -> assertThat(one).contains("You have taken one task."))
          .anySatisfy(
              other -> assertThat(other).containsPattern("(Ada Lindqvist|Bruno Keller) has taken"));
    } finally {
      both.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//elsewhere.example/work",
        "https://elsewhere.example/work",
        "/work\\..\\elsewhere",
        "/workshop",
        "/logout",
        ""
      })
  void aButtonLeadsBackToAPageOfTheOffice(String back) {
    assertThat(Visitor.location(send(person("analyst"), "/work/claim", back, briefs)))
        .isEqualTo("/work");
  }

  @Test
  void anAddressWithBracesLeadsBackToo() {
    String back = "/work?list=all&text={name}";

    assertThat(Visitor.location(send(person("analyst"), "/work/claim", back, briefs)))
        .isEqualTo(back);
  }

  private static String refusal(Runnable act) {
    try {
      act.run();
      return "";
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }

  private void member(String account, String first, String last, String group) {
    User user = identities.newUser(account);
    user.setFirstName(first);
    user.setLastName(last);
    user.setPassword(PASSWORD);
    identities.saveUser(user);
    identities.createMembership(account, group);
    accounts.add(account);
  }

  private WorkPage after(HttpResponse<String> answer, Visitor person) {
    assertThat(answer.statusCode()).isEqualTo(303);
    String next = Visitor.location(answer);
    return WorkPage.of(person, next.startsWith("/tasks") ? "/work" : next);
  }

  private static HttpResponse<String> send(
      Visitor person, String address, String back, String... ids) {
    return person.postForm(address, "back=" + encoded(back) + chosen(ids));
  }

  private static HttpResponse<String> handOver(
      Visitor person, String address, String to, String... ids) {
    return person.postForm(address, "to=" + to + chosen(ids));
  }

  private static String chosen(String... ids) {
    StringBuilder fields = new StringBuilder();
    for (String id : ids) {
      fields.append("&task=").append(id);
    }
    return fields.toString();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private String holder(String task) {
    return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
  }

  private String task(String key) {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey("XR-2026")
            .taskDefinitionKey(key)
            .singleResult();
    return task.getId();
  }

  private Visitor person(String account) {
    return LOGGED_IN.computeIfAbsent(account, id -> Visitor.person(port, id, password(id)));
  }

  private String password(String account) {
    return accounts.contains(account) ? PASSWORD : "chancery";
  }
}
