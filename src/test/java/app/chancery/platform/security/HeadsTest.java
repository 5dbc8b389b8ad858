package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.time.Days;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A group's head gives work to its members and takes it back, and learns nothing by it. */
@WebOfficeTest
class HeadsTest {

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private Accounts accounts;
  @Autowired private AccountRecords records;
  @Autowired private Days days;

  private final List<String> added = new ArrayList<>();
  private Probe probe;

  @AfterEach
  void close() {
    added.forEach(engine.getIdentityService()::deleteUser);
    engine.getIdentityService().deleteGroup(Heads.groupOf("delegation-fr"));
    if (probe != null) {
      probe.close();
    }
    records.forget();
  }

  /** Those that do tasks, and one of the delegations. */
  static Stream<String> groups() {
    return Stream.concat(Groups.work(Groups.names().keySet()).stream(), Stream.of("delegation-fr"));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theHeadOfAGroupGivesItsTasksToMembersAndTakesThemBack(String group) {
    Visitor head = head(group);
    add("mia", "Mia", "Stone", group);
    String task = probe(group);
    String page = "/work/group/" + group;
    assertThat(head.open("/work").body()).contains("\"" + page + "\"");

    HttpResponse<String> given = head.postForm(page + "/give", Map.of("task", task, "to", "mia"));
    assertThat(given.statusCode()).as(given.body()).isEqualTo(302);
    assertThat(assignee()).isEqualTo("mia");
    assertThat(head.open(page).body()).contains("Mia Stone has this task now", "Probe rights");
    assertThat(Visitor.person(port, "mia").open("/work?list=mine").body()).contains(task);

    head.postForm(page + "/take-back", Map.of("task", task));
    assertThat(assignee()).isNull();
  }

  /** Of a delegation only a colleague who is its head too. */
  @ParameterizedTest
  @MethodSource("groups")
  void whoIsHeadAndNothingElseIsStoodInForToo(String group) {
    head(group);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    String today = days.today().toString();
    Map<String, String> byHugo =
        Map.of("who", "", "deputy", "bruno", "from", today, "until", today);
    Map<String, String> byAdmin =
        Map.of("who", "hugo", "deputy", "bruno", "from", today, "until", today);
    assertThat(Visitor.person(port, "hugo").postForm("/absence", byHugo).statusCode())
        .isEqualTo(400);
    String task = probe(group);
    String page = "/work/group/" + group;

    HttpResponse<String> entered = Visitor.person(port, "admin").postForm("/absence", byAdmin);

    Visitor bruno = Visitor.person(port, "bruno");
    if (Delegations.isOne(group)) {
      assertThat(entered.statusCode()).isEqualTo(400);
      assertThat(bruno.open(page).statusCode()).isEqualTo(404);
      return;
    }
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
    add("mia", "Mia", "Stone", group);
    assertThat(bruno.open(page).statusCode()).isEqualTo(200);
    bruno.postForm(page + "/give", Map.of("task", task, "to", "mia"));
    assertThat(assignee()).isEqualTo("mia");
    assertThat(bruno.open("/tasks/" + task).statusCode())
        .isEqualTo(group.equals(Groups.PLANNERS) ? 200 : 404);
  }

  @Test
  void whoGivesATaskToSomebodyAwayForWhomNobodyStandsInIsTold() {
    Visitor head = head(Groups.PLANNERS);
    add("mia", "Mia", "Stone", Groups.PLANNERS);
    add("otto", "Otto", "Bauer", Groups.PLANNERS);
    String today = days.today().toString();
    Map<String, String> byMia = Map.of("who", "", "deputy", "otto", "from", today, "until", today);
    assertThat(Visitor.person(port, "mia").postForm("/absence", byMia).statusCode()).isEqualTo(302);
    Map<String, String> toMia = Map.of("task", probe(Groups.PLANNERS), "to", "mia");
    String page = "/work/group/planners";
    head.postForm(page + "/give", toMia);
    assertThat(head.open(page).body()).contains("Mia Stone has this task now.");

    engine.getIdentityService().deleteUser("otto");
    head.postForm(page + "/give", toMia);

    assertThat(head.open(page).body())
        .contains("Mia Stone has this task now, but is away, and nobody stands in.");
  }

  @Test
  void aHeadNamesAColleagueWhoIsHeadToo() {
    head(Groups.ANALYSTS);
    add("ida", "Ida", "Head", Heads.groupOf(Groups.ANALYSTS));
    String today = days.today().toString();

    assertThat(
            Visitor.person(port, "hugo")
                .postForm(
                    "/absence", Map.of("who", "", "deputy", "ida", "from", today, "until", today))
                .statusCode())
        .isEqualTo(302);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aHeadSeesNoMoreOfATaskThanBefore(String group) {
    Visitor head = head(group);
    String task = probe(group);

    for (String address :
        List.of(
            "/tasks/" + task,
            "/engine-rest/task/" + task,
            "/engine-rest/task/" + task + "/form-variables",
            "/engine-rest/task/" + task + "/form")) {
      assertThat(head.open(address).statusCode()).as(address).isEqualTo(404);
    }
    assertThat(head.open("/work/group/" + group).body())
        .contains("Probe rights")
        .doesNotContain("/tasks/" + task + "\"");
    assertThat(head.open("/work?list=all").body()).doesNotContain(task);
    assertThat(head.postForm("/tasks/" + task, Map.of("figure", "8")).statusCode()).isEqualTo(404);
    assertThat(probe.isOpen()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void whoIsNotTheHeadGivesNothing(String group) {
    head(group);
    add("mia", "Mia", "Stone", group);
    String task = probe(group);
    String page = "/work/group/" + group;

    for (String account : List.of("mia", "manager", "planner", "delegate-de")) {
      Visitor other = Visitor.person(port, account);
      assertThat(other.open(page).statusCode()).as(account).isEqualTo(404);
      HttpResponse<String> given =
          other.postForm(page + "/give", Map.of("task", task, "to", "mia"));
      assertThat(given.statusCode()).as(account).isEqualTo(404);
      assertThat(other.postForm(page + "/take-back", Map.of("task", task)).statusCode())
          .as(account)
          .isEqualTo(404);
    }
    assertThat(assignee()).isNull();
  }

  @Test
  void aHeadGivesToMembersAloneAndOnlyWhatIsTheGroups() {
    Visitor head = head(Groups.PLANNERS);
    String task = probe(Groups.EXECUTIVES);
    String page = "/work/group/planners";

    head.postForm(page + "/give", Map.of("task", task, "to", "planner"));
    assertThat(head.open(page).body()).contains("It is no open task of this group");
    head.postForm(page + "/take-back", Map.of("task", task));
    head.postForm(page + "/give", Map.of("task", task, "to", "analyst"));
    assertThat(head.open(page).body()).contains("That is no member of the group");
    assertThat(assignee()).isNull();
  }

  @Test
  void aHeadSeesTheLoadOfEachAndWhatIsLeftOfThoseWhoAreNotOfTheGroupAnyMore() {
    Visitor head = head(Groups.PLANNERS);
    add("mia", "Mia", "Stone", Groups.PLANNERS);
    String task = probe(Groups.PLANNERS);
    engine.getTaskService().setAssignee(task, "mia");
    engine.getIdentityService().deleteMembership("mia", Groups.PLANNERS);

    String page = head.open("/work/group/planners").body();

    assertThat(page).contains("Mia Stone", "not of the group", "Petra Novotna");
    assertThat(head.open("/work/group/planners?holder=mia").body()).contains("Probe rights");
    assertThat(head.open("/work/group/planners?holder=-").body()).doesNotContain("Probe rights");
    head.postForm("/work/group/planners/give", Map.of("task", task, "to", "planner"));
    assertThat(assignee()).isEqualTo("planner");
  }

  /** Somebody who is the head and of no other group. */
  private Visitor head(String group) {
    String heads = Heads.groupOf(group);
    if (engine.getIdentityService().createGroupQuery().groupId(heads).count() == 0) {
      var made = engine.getIdentityService().newGroup(heads);
      made.setName("Head of the delegation of France");
      engine.getIdentityService().saveGroup(made);
    }
    add("hugo", "Hugo", "Head", heads);
    return Visitor.person(port, "hugo");
  }

  private void add(String account, String first, String last, String group) {
    accounts.addSample(account, first, last, "chancery", group);
    added.add(account);
    records.forget();
  }

  private String probe(String group) {
    probe = new Probe(engine, group);
    return probe.task();
  }

  private String assignee() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(probe.instance())
        .singleResult()
        .getAssignee();
  }
}
