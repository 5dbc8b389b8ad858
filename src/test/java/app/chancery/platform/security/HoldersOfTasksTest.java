package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.web.Routes;
import app.chancery.rehearsal.Office;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Who has a task is told to those alone who may see it, at no address to anybody else: that a
 * delegation has begun to write an answer announces an objection.
 */
@WebOfficeTest
class HoldersOfTasksTest {

  private static final String PROGRAMME = "HOLDER-2026";

  /** Another delegation, those whose tasks stand beside the answers, and a stranger to both. */
  private static final List<String> OTHERS = List.of("delegate-fr", "secretary", "press");

  /** The account of the delegate who writes, and the name. */
  private static final String WRITER = "delegate-it|Delegate of Italy";

  /** One who does not, and is told what the writer is told. */
  private static final String NO_WRITER = "delegate-es|Delegate of Spain";

  @LocalServerPort int port;
  @Autowired ApplicationContext application;
  @Autowired ProcessEngine engine;
  @Autowired Office office;
  @Autowired Council council;

  private Circulations circulations;
  private String written;

  @BeforeEach
  void circulate() {
    circulations = new Circulations(application);
    circulations.prepare(PROGRAMME);
    circulations.circulate(
        PROGRAMME, OffsetDateTime.ofInstant(office.now(), ZoneOffset.UTC).plusDays(2));
  }

  @Test
  void nobodyElseSeesAtAnyAddressWhichDelegationIsWritingItsPosition() {
    write("userTask_statePosition");

    assertThat(told()).isEmpty();
  }

  @Test
  void norWhichOneIsWritingInTheConsultation() {
    circulations.submit(
        circulations.positionTask(PROGRAMME, Delegations.groupOf("TR")),
        Map.of(
            "position", "objection", "objectionReason", "Too early.", "objectionConfirmed", true));
    write("userTask_joinConsultation");

    assertThat(told()).isEmpty();
  }

  /** Otherwise nothing above would be worth anything. */
  @Test
  void whoMaySeeTheTaskSeesWhoHasIt() {
    write("userTask_statePosition");

    for (String account : List.of("delegate-it", "manager")) {
      Visitor reader = OneOfEachGroup.loggedIn(port, account);
      for (String address : List.of("/programmes?view=list", "/programmes/" + PROGRAMME)) {
        assertThat(reader.open(address).body()).as(account + address).containsPattern(WRITER);
      }
    }
  }

  private void write(String task) {
    written =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskDefinitionKey(task)
            .taskCandidateGroup(Delegations.groupOf("IT"))
            .singleResult()
            .getId();
    engine.getTaskService().claim(written, "delegate-it");
  }

  private TreeSet<String> told() {
    TreeSet<String> told = new TreeSet<>();
    List<Routes.Route> ours =
        Routes.ofOurs(application).stream()
            .filter(route -> route.handler() != null && route.method().equals("GET"))
            .toList();
    assertThat(ours).hasSizeGreaterThan(30);
    for (String account : OTHERS) {
      Visitor reader = OneOfEachGroup.loggedIn(port, account);
      List<String> places = places(account);
      for (Routes.Route route : ours) {
        places.stream()
            .map(route::filled)
            .distinct()
            .filter(address -> tellsOfTheWriter(reader.open(address).body()))
            .forEach(address -> told.add(account + " at " + address));
      }
      told.addAll(toldByTheEngine(account, reader));
    }
    return told;
  }

  /** A page that names every delegate as often, such as whom a notice reached, tells of none. */
  private static boolean tellsOfTheWriter(String page) {
    return timesOf(WRITER, page) != timesOf(NO_WRITER, page);
  }

  private static long timesOf(String delegate, String page) {
    return Pattern.compile(delegate).matcher(page).results().count();
  }

  /** All that Tasklist asks for, of all tasks and of that one. */
  private List<String> toldByTheEngine(String account, Visitor reader) {
    List<String> told = new ArrayList<>();
    for (EngineRoutes.Route route : EngineRoutes.all()) {
      String address = "/camunda/api/engine/engine/default" + route.filled(Map.of("id", written));
      if (EngineCalls.areOpenTo(
              List.of(OneOfEachGroup.groupOf(account)), route.method(), route.path())
          && timesOf(WRITER, reader.send(route.method(), address, "{}").body()) > 0) {
        told.add(account + " by " + route);
      }
    }
    return told;
  }

  /** What stands for a place in an address: of each kind what the reader may be led to. */
  private List<String> places(String account) {
    return Stream.of(
            Stream.of(PROGRAMME, String.valueOf(council.rounds(PROGRAMME).get(0).id())),
            engine
                .getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(OneOfEachGroup.groupOf(account))
                .list()
                .stream()
                .map(Task::getId),
            engine.getHistoryService().createHistoricTaskInstanceQuery().finished().list().stream()
                .map(HistoricTaskInstance::getId))
        .flatMap(each -> each)
        .toList();
  }
}
