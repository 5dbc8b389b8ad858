package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Position;
import app.chancery.desk.programmefile.ProgrammeFile;
import app.chancery.platform.people.Absences;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Deputies;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.people.Person;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.people.StandIn;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecords;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague on leave holds nothing up, and nobody learns or may what they may not. */
@WebOfficeTest
class ActingInPlaceTest {

  private static final String TASKLIST = "/camunda/api/engine/engine/default/task/";

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private Accounts accounts;
  @Autowired private AccountRecords records;
  @Autowired private Absences absences;
  @Autowired private Deputies deputies;
  @Autowired private Signatures signatures;
  @Autowired private Days days;
  @Autowired private ProgrammeFile file;
  @Autowired private Programmes programmes;
  @Autowired private Opening opening;
  @Autowired private DecisionRecords decisions;
  @Autowired private Council council;
  @Autowired private ApplicationContext application;
  @Autowired private JdbcClient db;

  private final List<String> added = new ArrayList<>();
  private Probe probe;

  @AfterEach
  void close() {
    added.forEach(engine.getIdentityService()::deleteUser);
    if (probe != null) {
      probe.close();
    }
    records.forget();
  }

  @Test
  void aDeputyHasTheRightsOfTheGroupWhileTheAbsenceLastsAndNoLonger() {
    LocalDate today = days.today();
    probe(Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("admin", "executive", "bruno", today.plusDays(1), today.plusDays(2));

    assertSees("bruno", false);
    on(today.plusDays(1), LocalTime.MIDNIGHT);
    assertSees("bruno", true);
    on(today.plusDays(2), LocalTime.of(23, 59));
    assertSees("bruno", true);
    on(today.plusDays(3), LocalTime.MIDNIGHT);
    assertSees("bruno", false);
  }

  @Test
  void whatADeputyHasTakenIsTheirsNoLongerThanTheAbsence() {
    LocalDate today = days.today();
    probe(Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("admin", "executive", "bruno", today, today);
    assertThat(
            program("bruno")
                .post("/engine-rest/task/" + probe.task() + "/claim", "{\"userId\": \"bruno\"}")
                .statusCode())
        .isEqualTo(204);
    assertSees("bruno", true);

    on(today.plusDays(1), LocalTime.NOON);

    assertSees("bruno", false);
    assertThat(Visitor.person(port, "bruno").open("/tasks/" + probe.task()).body())
        .contains("no longer yours to see", "you no longer stand in")
        .doesNotContain("Halloran", "Probe rights");
    Visitor back = Visitor.person(port, "executive");
    assertThat(
            Visitor.location(
                back.postForm("/tasks/" + probe.task() + "/claim", Map.of("back", "/work"))))
        .isEqualTo("/work");
    assertThat(back.open("/work?list=mine").body()).contains("/tasks/" + probe.task());
  }

  @Test
  void anAbsenceIsEndedBeforeItsTime() {
    probe(Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("admin", "executive", "bruno", days.today(), days.today().plusDays(9));
    assertSees("bruno", true);
    long id = absences.of("executive").get(0).absence().id();

    assertThat(
            Visitor.person(port, "planner")
                .postForm("/absence/" + id + "/end", Map.of())
                .statusCode())
        .isEqualTo(404);
    assertSees("bruno", true);
    Visitor executive = Visitor.person(port, "executive");
    assertThat(executive.postForm("/absence/" + id + "/end", Map.of()).statusCode()).isEqualTo(302);

    assertSees("bruno", false);
    assertThat(executive.open("/absence").body()).contains("ended before its time");
  }

  @Test
  void theListsOfWorkSayForWhomATaskIs() {
    probe(Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("admin", "executive", "bruno", days.today(), days.today());
    Visitor bruno = Visitor.person(port, "bruno");

    assertThat(bruno.open("/work?list=unclaimed").body())
        .contains("/tasks/" + probe.task(), "for Edith Halloran");
    engine.getTaskService().setAssignee(probe.task(), "executive");
    assertThat(bruno.open("/work?list=mine").body())
        .contains("/tasks/" + probe.task(), "for Edith Halloran");
    assertThat(Visitor.person(port, "executive").open("/work").body())
        .contains("/tasks/" + probe.task())
        .doesNotContain("for Edith Halloran");
  }

  /** Whoever sees who has a task sees for whom. */
  @ParameterizedTest
  @ValueSource(strings = {"/work?list=all", "/work/group/analysts", "/programmes/XR-2026"})
  void whatWasTakenForSomebodyIsListedSoForEverybody(String address) {
    opening.open(SampleDossiers.ruritania());
    String task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey("XR-2026")
            .taskDefinitionKey("userTask_fileIntelligenceBriefs")
            .singleResult()
            .getId();
    add("bruno", "Bruno", "Keller", Groups.ANALYSTS);
    add("hugo", "Hugo", "Berg", Heads.groupOf(Groups.ANALYSTS));
    engine.getIdentityService().createMembership("hugo", Groups.ANALYSTS);
    entered("analyst", "", "bruno", days.today(), days.today());
    engine.getTaskService().setAssignee(task, "analyst");
    Visitor.person(port, "bruno").postForm("/tasks/" + task + "/claim", Map.of());

    assertThat(Visitor.person(port, "hugo").open(address).body())
        .contains("Bruno Keller for Ada Lindqvist");
  }

  @Test
  void tasklistIsToldForWhomATaskIs() {
    probe(Groups.EXECUTIVES);
    String asked = "/work/in-place?tasks=" + probe.task() + ",no-such-task";
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    assertThat(Visitor.person(port, "bruno").get(asked).statusCode()).isEqualTo(204);
    entered("admin", "executive", "bruno", days.today(), days.today());

    assertThat(Visitor.person(port, "bruno").json(asked).toString())
        .isEqualTo("{\"%s\":\"Edith Halloran\"}".formatted(probe.task()));
    assertThat(Visitor.person(port, "executive").get(asked).statusCode()).isEqualTo(204);
  }

  @Test
  void whatAColleagueOfTheSameGroupHasIsInTheDeputysHandsAndNobodyElses() {
    probe(Groups.PLANNERS);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    add("carla", "Carla", "Weber", Groups.PLANNERS);
    entered("planner", "", "Bruno Keller", days.today(), days.today());
    engine.getTaskService().setAssignee(probe.task(), "planner");

    Visitor carla = Visitor.person(port, "carla");
    HttpResponse<String> others =
        carla.postForm("/tasks/" + probe.task(), Map.of("figure", "8", "reader", "carla"));
    assertThat(carla.ledBack(others).body()).contains("Petra Novotna");
    assertThat(probe.isOpen()).isTrue();

    HttpResponse<String> deputys =
        Visitor.person(port, "bruno")
            .postForm("/tasks/" + probe.task(), Map.of("figure", "8", "reader", "bruno"));
    assertThat(deputys.statusCode()).isEqualTo(302);
    assertThat(probe.isOpen()).isFalse();
    assertSignedFor("bruno", "planner", "Bruno Keller for Petra Novotna, planner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task/", TASKLIST})
  void whatIsDoneOverTheEnginesInterfacesIsSignedForTheAbsentToo(String address) {
    probe(Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("admin", "executive", "bruno", days.today(), days.today());
    String task = address + probe.task();
    Visitor bruno =
        address.equals(TASKLIST) ? Visitor.person(port, "bruno").inTasklist() : program("bruno");

    assertThat(bruno.post(task + "/claim", "{\"userId\": \"bruno\"}").statusCode()).isEqualTo(204);
    assertThat(
            bruno
                .post(task + "/submit-form", "{\"variables\": {\"figure\": {\"value\": \"8\"}}}")
                .statusCode())
        .isEqualTo(204);

    assertSignedFor("bruno", "executive", "Bruno Keller for Edith Halloran, executive");
  }

  @Test
  void aTaskTakenFromAnAbsentColleagueInTwoStepsAsInTasklistStaysTheirs() {
    probe(Groups.PLANNERS);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("planner", "", "bruno", days.today(), days.today());
    engine.getTaskService().setAssignee(probe.task(), "planner");
    Visitor bruno = Visitor.person(port, "bruno").inTasklist();
    String task = TASKLIST + probe.task();

    assertThat(bruno.post(task + "/unclaim", "").statusCode()).isEqualTo(204);
    assertThat(bruno.post(task + "/claim", "{\"userId\": \"bruno\"}").statusCode()).isEqualTo(204);
    assertThat(
            bruno
                .post(task + "/submit-form", "{\"variables\": {\"figure\": {\"value\": \"8\"}}}")
                .statusCode())
        .isEqualTo(204);

    assertSignedFor("bruno", "planner", "Bruno Keller for Petra Novotna, planner");
  }

  @Test
  void whatADeputyDoesInTheirOwnNameIsSignedByThemAlone() {
    probe(Groups.PLANNERS);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("planner", "", "bruno", days.today(), days.today());

    program("bruno")
        .post(
            "/engine-rest/task/" + probe.task() + "/submit-form",
            "{\"variables\": {\"figure\": {\"value\": \"8\"}}}");

    assertThat(ended().getOwner()).isNull();
  }

  @Test
  void aChainIsFollowedWhileTheDeputyIsAwayToo() {
    LocalDate today = days.today();
    probe(Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.EXECUTIVES);
    add("carla", "Carla", "Weber", Groups.PLANNERS);
    entered("executive", "", "bruno", today, today.plusDays(2));
    entered("admin", "bruno", "carla", today.plusDays(1), today.plusDays(1));

    assertThat(deputies.of("executive").orElseThrow().deputy()).isEqualTo("bruno");
    assertSees("carla", false);
    on(today.plusDays(1), LocalTime.NOON);
    assertThat(deputies.of("executive").orElseThrow().deputy()).isEqualTo("carla");
    assertThat(deputies.standsInFor("carla"))
        .extracting(StandIn::absent)
        .containsExactlyInAnyOrder("executive", "bruno");
    assertSees("carla", true);
    assertThat(Visitor.person(port, "executive").open("/absence").body())
        .contains("is away too; Carla Weber stands in");
    on(today.plusDays(2), LocalTime.NOON);
    assertSees("carla", false);
    assertThat(deputies.of("executive").orElseThrow().deputy()).isEqualTo("bruno");
  }

  /**
   * In one's own right a deputy of the deputy would sign for the deputy, and whose it is got lost.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasTakenForSomebodyIsDoneForThemAlongTheWholeChain(boolean takenAgain) {
    probe(Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.EXECUTIVES);
    add("carla", "Carla", "Weber", Groups.EXECUTIVES);
    LocalDate today = days.today();
    entered("executive", "", "bruno", today, today);
    engine.getTaskService().setAssignee(probe.task(), "executive");
    Visitor.person(port, "bruno").postForm("/tasks/" + probe.task() + "/claim", Map.of());
    entered("bruno", "", "carla", today, today);
    Visitor carla = Visitor.person(port, "carla");
    assertThat(carla.open("/work?list=mine").body())
        .contains("/tasks/" + probe.task(), "for Edith Halloran");

    if (takenAgain) {
      carla.postForm("/tasks/" + probe.task() + "/claim", Map.of());
      Task taken = engine.getTaskService().createTaskQuery().taskId(probe.task()).singleResult();
      assertThat(taken.getAssignee()).isEqualTo("carla");
      assertThat(taken.getOwner()).isEqualTo("executive");
    }
    HttpResponse<String> answer =
        carla.postForm("/tasks/" + probe.task(), Map.of("figure", "8", "reader", "carla"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertSignedFor("carla", "executive", "Carla Weber for Edith Halloran, executive");
  }

  @Test
  void aCircleIsRefusedWithASentence() {
    LocalDate today = days.today();
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    add("carla", "Carla", "Weber", Groups.PLANNERS);
    entered("planner", "", "bruno", today, today.plusDays(9));
    entered("bruno", "", "carla", today.plusDays(3), today.plusDays(9));

    assertRefused(
        enter("carla", "", "planner", today.plusDays(9), today.plusDays(12)),
        "Nobody would be left to act");
    entered("carla", "", "planner", today.plusDays(10), today.plusDays(12));
  }

  @Test
  void twoAbsencesOfOnePersonDoNotOverlap() {
    LocalDate today = days.today();
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("planner", "", "bruno", today, today.plusDays(2));

    assertRefused(enter("planner", "", "bruno", today.plusDays(2), today.plusDays(4)), "away from");
    entered("planner", "", "bruno", today.plusDays(3), today.plusDays(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          planner | | executive | No colleague who could stand in has this name or account
          planner | | nobody-here | No colleague who could stand in has this name or account
          planner | | | Name a colleague
          planner | | Petra Novotna | Nobody stands in for themselves
          planner | executive | bruno | for others an administrator does it
          executive | | bruno | No colleague who could stand in has this name or account
          admin | delegate-fr | delegate-de | A delegation answers for its own Ally only
          admin | delegate-fr | secretary | A delegation answers for its own Ally only
          admin | executive | delegate-fr | stands in for nobody else
          admin | analyst | bruno | may read nothing confidential
          admin | admin | bruno | never passed on
          """)
  void whoMayNotStandInIsRefusedAtTheField(String who, String of, String deputy, String because) {
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);

    HttpResponse<String> answer =
        enter(who, of == null ? "" : of, deputy == null ? "" : deputy, days.today(), days.today());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(because);
    assertThat(deputies.today()).isEmpty();
  }

  @Test
  void rule11_anInterviewIsForADeputyOnlyWithAGroupThatReadsThem() {
    probe(Groups.ANALYSTS);
    add("ada", "Ada", "Lund", Groups.ANALYSTS);
    accounts.addSample("ada", "Ada", "Lund", "chancery", Groups.EXECUTIVES);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    enteredNevertheless("admin", "ada", "bruno");

    assertThat(deputies.of("ada").orElseThrow().groups()).containsExactly(Groups.EXECUTIVES);
    assertSees("bruno", false);
    engine.getTaskService().setAssignee(probe.task(), "ada");
    assertSees("bruno", false);
    assertThat(Visitor.person(port, "admin").open("/absence").body())
        .contains("nobody acts for Ada Lund in: Analysts");

    entered("admin", "analyst", "envoy", days.today(), days.today());
    assertSees("envoy", true);
  }

  @Test
  void aDelegationIsStoodInForByItsOwnMembers() {
    probe("delegation-fr");
    add("fr-two", "Margaux", "Petit", "delegation-fr");
    entered("delegate-fr", "", "Margaux Petit", days.today(), days.today());
    engine.getTaskService().setAssignee(probe.task(), "delegate-fr");

    assertThat(Visitor.person(port, "fr-two").open("/work?list=mine").body())
        .contains("/tasks/" + probe.task());
    assertThat(
            Visitor.person(port, "fr-two")
                .postForm("/tasks/" + probe.task(), Map.of("figure", "8", "reader", "fr-two"))
                .statusCode())
        .isEqualTo(302);
    assertSignedFor(
        "fr-two", "delegate-fr", "Margaux Petit for Delegate of France, delegation of France");
  }

  @Test
  void anObjectionThatComesTooLateIsSignedForTheAbsentToo() {
    String key = programmes.register(SampleDossiers.of("XC", "Carpania"));
    Circulations circulations = new Circulations(application);
    circulations.table(key);
    circulations.circulate(key, OffsetDateTime.parse("2999-01-01T18:00:00Z"));
    add("fr-two", "Margaux", "Petit", "delegation-fr");
    entered("delegate-fr", "", "Margaux Petit", days.today(), days.today());
    String french = circulations.positionTask(key, "delegation-fr");
    engine.getTaskService().setAssignee(french, "delegate-fr");
    Map<String, String> objection =
        Map.of(
            "position", "objection",
            "objectionReason", "It comes too early.",
            "objectionConfirmed", "true");
    String german = circulations.positionTask(key, "delegation-de");
    Visitor.person(port, "delegate-de").postForm("/tasks/" + german, objection);
    assertThat(engine.getTaskService().createTaskQuery().taskId(french).count()).isZero();

    HttpResponse<String> late =
        Visitor.person(port, "fr-two").postForm("/tasks/" + french, objection);

    assertThat(late.statusCode()).as(late.body()).isEqualTo(302);
    Position position =
        council.tally(council.newestRound(key).orElseThrow()).of("FR").orElseThrow();
    assertThat(signatures.of(position.statedBy()))
        .isEqualTo("Margaux Petit for Delegate of France, delegation of France");
    assertThat(Visitor.person(port, "manager").open("/programmes/" + key).body())
        .contains("Margaux Petit for Delegate of France, delegation of France");
  }

  @Test
  void whatADeputyTakesBackIsTakenBackInTheSamePlace() {
    String key = opening.open(SampleDossiers.of("XC", "Carpania"));
    String task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(key)
            .taskDefinitionKey("userTask_confirmMechanisms")
            .singleResult()
            .getId();
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    entered("planner", "", "bruno", days.today(), days.today());
    engine.getTaskService().setAssignee(task, "planner");
    Visitor bruno = Visitor.person(port, "bruno");
    HttpResponse<String> done =
        bruno.postForm(
            "/tasks/" + task,
            Map.of(
                "mechanisms", "Partnership for Peace | participates | 1994",
                "mechanismsVerdict", "satisfied",
                "mechanismsWhy", "All of them known."));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    assertThat(Visitor.person(port, "manager").open("/programmes/" + key).body())
        .contains("Bruno Keller for Petra Novotna, planner");

    assertThat(bruno.postForm("/tasks/" + task + "/take-back", Map.of()).statusCode())
        .isEqualTo(302);

    assertThat(decisions.of(key))
        .filteredOn(each -> each.why().equals(Words.of("takeBack.why")))
        .singleElement()
        .extracting(each -> signatures.of(each.decidedBy()))
        .isEqualTo("Bruno Keller for Petra Novotna, planner");
    assertThat(
            engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("userTask_confirmMechanisms")
                .singleResult())
        .extracting(Task::getAssignee, Task::getOwner)
        .containsExactly("bruno", "planner");
    assertThat(
            db.sql("select detail from prerequisite_detail where detail like '%recorded by%'")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("as recorded by Bruno Keller for Petra Novotna, planner");
  }

  @Test
  void whoWasNamedAndStandsInNoLongerIsToldWhyTheTaskIsNotTheirs() {
    probe(Groups.PLANNERS);
    add("bruno", "Bruno", "Keller", Groups.PLANNERS);
    accounts.addSample("bruno", "Bruno", "Keller", "chancery", Groups.EXECUTIVES);
    add("ada", "Ada", "Lund", Groups.PLANNERS);
    accounts.addSample("ada", "Ada", "Lund", "chancery", Groups.EXECUTIVES);
    records.forget();
    entered("ada", "", "bruno", days.today(), days.today());
    engine.getTaskService().setAssignee(probe.task(), "ada");
    engine.getIdentityService().deleteMembership("bruno", Groups.EXECUTIVES);
    Visitor bruno = Visitor.person(port, "bruno");

    assertThat(bruno.open("/tasks/" + probe.task()).body())
        .contains("Bruno Keller is no longer of a group by which they were named");
    HttpResponse<String> answer =
        bruno.postForm("/tasks/" + probe.task(), Map.of("figure", "8", "reader", "bruno"));
    assertThat(bruno.ledBack(answer).body())
        .contains("Bruno Keller is no longer of a group by which they were named");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/camunda/api/engine/engine/default"})
  void whatIsStartedInSomebodysPlaceIsSignedForThemToo(String tasklist) {
    add("bruno", "Bruno", "Keller", Groups.PUBLIC_AFFAIRS);
    entered("admin", "executive", "bruno", days.today(), days.today());
    Visitor bruno = Visitor.person(port, "bruno");
    Map<String, Object> fields = SampleDossiers.fields(SampleDossiers.ruritania());

    int status =
        tasklist.isEmpty()
            ? bruno
                .postForm("/start/enlargement-programme", texts(fields, "reader", "bruno"))
                .statusCode()
            : bruno
                .inTasklist()
                .post(
                    tasklist + "/process-definition/key/enlargement-programme/submit-form",
                    variables(fields))
                .statusCode();

    assertThat(status).isEqualTo(tasklist.isEmpty() ? 302 : 200);
    assertThat(file.compile("XR-2026").toString())
        .contains("Bruno Keller for Edith Halloran, executive");
  }

  private static Map<String, String> texts(Map<String, Object> fields, String name, String value) {
    Map<String, String> texts = new LinkedHashMap<>(Map.of(name, value));
    fields.forEach((field, content) -> texts.put(field, String.valueOf(content)));
    return texts;
  }

  private static String variables(Map<String, Object> fields) {
    try {
      Map<String, Object> variables = new LinkedHashMap<>();
      fields.forEach((field, content) -> variables.put(field, Map.of("value", content)));
      return new ObjectMapper().writeValueAsString(Map.of("variables", variables));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherAccountOfADeputysNameStandsInForNobody() {
    add("bruno", "Bruno", "Keller", Groups.EXECUTIVES);
    entered("executive", "", "bruno", days.today(), days.today());
    engine.getIdentityService().deleteUser("bruno");
    accounts.addSample("bruno", "Bruno", "Keller", "chancery", Groups.EXECUTIVES);

    assertThat(deputies.of("executive")).isEmpty();
    assertThat(Visitor.person(port, "executive").open("/absence").body())
        .contains("has left the office");
  }

  private void assertSignedFor(String account, String absent, String words) {
    HistoricTaskInstance task = ended();
    assertThat(task.getAssignee()).isEqualTo(account);
    assertThat(task.getOwner()).isEqualTo(absent);
    assertThat(signatures.ofHolder(task.getAssignee(), task.getOwner())).isEqualTo(words);
  }

  private HistoricTaskInstance ended() {
    return engine
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .processInstanceId(probe.instance())
        .finished()
        .singleResult();
  }

  private void assertSees(String account, boolean sees) {
    int there = sees ? 200 : 404;
    Visitor program = program(account);
    assertThat(program.get("/engine-rest/task/" + probe.task()).statusCode()).isEqualTo(there);
    assertThat(program.get("/engine-rest/task/" + probe.task() + "/form-variables").statusCode())
        .isEqualTo(there);
    Visitor person = Visitor.person(port, account);
    assertThat(person.open("/tasks/" + probe.task()).statusCode()).isEqualTo(there);
    assertThat(person.open("/work?list=all").body().contains("/tasks/" + probe.task()))
        .isEqualTo(sees);
    assertThat(person.inTasklist().get(TASKLIST + probe.task()).statusCode()).isEqualTo(there);
  }

  private void probe(String group) {
    probe = new Probe(engine, group);
  }

  private void add(String account, String first, String last, String group) {
    accounts.addSample(account, first, last, "chancery", group);
    added.add(account);
    records.forget();
  }

  private void entered(String who, String of, String deputy, LocalDate first, LocalDate last) {
    HttpResponse<String> answer = enter(who, of, deputy, first, last);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  /** As {@link #entered}, for today, by who has read on which days nobody acts. */
  private void enteredNevertheless(String who, String of, String deputy) {
    Person by = records.now(who).orElseThrow().person();
    String today = days.today().toString();
    String code =
        absences.enter(by, new Absences.Entered(of, deputy, today, today, "")).orElseThrow().code();
    assertThat(absences.enter(by, new Absences.Entered(of, deputy, today, today, code))).isEmpty();
  }

  private static void assertRefused(HttpResponse<String> answer, String because) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(because);
  }

  private HttpResponse<String> enter(
      String who, String of, String deputy, LocalDate first, LocalDate last) {
    return Visitor.person(port, who)
        .postForm(
            "/absence",
            Map.of(
                "who", of, "deputy", deputy, "from", first.toString(), "until", last.toString()));
  }

  private Visitor program(String account) {
    return Visitor.program(port, account);
  }

  private void on(LocalDate day, LocalTime time) {
    ClockUtil.setCurrentTime(Date.from(days.at(day, time)));
  }
}
