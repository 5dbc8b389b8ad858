package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.briefing.Retraction;
import app.chancery.platform.files.TakenFile;
import app.chancery.platform.people.Groups;
import app.chancery.prerequisites.Intelligence;
import app.chancery.prerequisites.Prerequisites;
import app.chancery.programme.Opening;
import app.chancery.records.DecisionRecords;
import app.chancery.records.talk.TalkFiles;
import app.chancery.records.talk.TalkPlace;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was just done is taken back while nobody has built on it, where its model allows that. */
@WebOfficeTest
class TakingBackTest {

  private static final Instant DONE = Instant.parse("2026-11-02T10:00:00Z");

  /** Of no group that does one of these tasks. */
  private static final String COLLEAGUE = "press";

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired Office office;
  @Autowired TaskService tasks;
  @Autowired ProcessEngine engine;
  @Autowired Prerequisites prerequisites;
  @Autowired Intelligence intelligence;
  @Autowired DecisionRecords decisions;
  @Autowired List<Retraction> retractions;
  @Autowired JdbcClient db;
  @Autowired TalkFiles files;

  private String key;

  /** Each task that may be taken back, with who does it, what is handed in, and what comes then. */
  private enum Undone {
    MECHANISMS(
        "userTask_confirmMechanisms",
        "planner",
        "userTask_inventoryCommandStructures",
        Map.of(
            "mechanisms", "Partnership for Peace | participates | 1994",
            "mechanismsVerdict", "satisfied",
            "mechanismsWhy", "All of them known.")),
    BRIEFS(
        "userTask_fileIntelligenceBriefs",
        "analyst",
        "userTask_assessSecurityBaseline",
        Map.of("briefs", "2026-10-01 | Embassy | high | Calm at the border")),
    SOME_BRIEFS(
        "userTask_fileIntelligenceBriefs",
        "analyst",
        "userTask_fileIntelligenceBriefs",
        Map.of(
            "briefs", "2026-10-01 | Embassy | high | Calm at the border",
            "moreBriefsToCome", "true"));

    final String task;
    final String account;
    final String next;
    final Map<String, String> fields;

    Undone(String task, String account, String next, Map<String, String> fields) {
      this.task = task;
      this.account = account;
      this.next = next;
      this.fields = fields;
    }
  }

  @BeforeEach
  void aProgramme() {
    office.setClock(DONE);
    key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void theFormComesBackWithWhatWasHandedInAndCountsNoMore(Undone step) {
    long tasksBefore = tasks.createTaskQuery().count();
    Visitor person = Visitor.person(port, step.account);
    String done = handIn(person, step);
    assertThat(recorded()).isEqualTo(1);
    Document after = page(person, "/tasks/" + done + "/done");
    assertThat(after.select(".take-back").text())
        .contains("Take it back", "2 November 2026, 11:10 (Europe/Brussels)");
    String next = task(step.next).getId();

    HttpResponse<String> answer = person.postForm("/tasks/" + done + "/take-back", Map.of());

    Task again = task(step.task);
    assertThat(Visitor.location(answer)).isEqualTo("/tasks/" + again.getId());
    assertThat(again.getAssignee()).isEqualTo(step.account);
    assertThat(tasks.createTaskQuery().taskId(next).count()).isZero();
    assertThat(tasks.createTaskQuery().count()).isEqualTo(tasksBefore);
    assertThat(recorded()).isZero();
    assertThat(decisions.of(key))
        .last()
        .extracting(each -> each.what())
        .asString()
        .startsWith("Taken back: ");
    Document form = page(person, "/tasks/" + again.getId());
    step.fields.forEach((field, text) -> assertThat(typed(form, field)).as(field).isEqualTo(text));

    office.setClock(DONE.plus(Duration.ofMinutes(1)));
    String second = handIn(person, step);
    assertThat(recorded()).isEqualTo(1);
    assertThat(task(step.next)).isNotNull();
    assertThat(page(person, "/tasks/" + second + "/done").select(".take-back")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void notByAnybodyElseNorTwiceNorAfterItsTime(Undone step) {
    Visitor person = Visitor.person(port, step.account);
    String done = handIn(person, step);

    refused(Visitor.person(port, "admin"), done, "");
    office.setClock(DONE.plus(Duration.ofMinutes(10)));
    assertThat(page(person, "/tasks/" + done + "/done").select(".take-back")).isEmpty();
    refused(person, done, "it could be until");
    assertThat(recorded()).isEqualTo(1);
    office.setClock(DONE.plus(Duration.ofMinutes(10)).minusMillis(1));
    assertThat(person.postForm("/tasks/" + done + "/take-back", Map.of()).statusCode())
        .isEqualTo(302);
    refused(person, done, "This was taken back already.");
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void notOnceSomebodyHasBegunWhatComesNext(Undone step) {
    Visitor person = Visitor.person(port, step.account);
    String done = handIn(person, step);
    tasks.setAssignee(task(step.next).getId(), "officer");

    assertThat(page(person, "/tasks/" + done + "/done").select(".take-back")).isEmpty();
    refused(person, done, "somebody has begun what comes next");
    assertThat(recorded()).isEqualTo(1);
    assertThat(task(step.next).getAssignee()).isEqualTo("officer");
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void notOnceSomebodyElseHasSaidSomethingOnWhatComesNext(Undone step) {
    Visitor person = Visitor.person(port, step.account);
    String done = handIn(person, step);
    String next = task(step.next).getId();
    Visitor manager = Visitor.person(port, "manager");
    assertThat(
            manager
                .postForm("/tasks/" + next + "/comments", Map.of("text", "See me."))
                .statusCode())
        .isEqualTo(302);

    refusedAsTalkedAbout(person, done);
    assertThat(task(step.next).getId()).isEqualTo(next);
    manager.postForm(
        "/comments/" + db.sql("select id from talk_comment").query(Long.class).single() + "/strike",
        Map.of());
    assertThat(page(person, "/tasks/" + done + "/done").select(".take-back")).hasSize(1);
    office.inTheNameOf(
        "manager",
        () -> {
          files.add(
              TalkPlace.task(next, key),
              new TakenFile(
                  "brief.txt", false, "text/plain", false, new byte[] {'a'}, "0".repeat(64)),
              "");
          return null;
        });
    refusedAsTalkedAbout(person, done);
  }

  private void refusedAsTalkedAbout(Visitor person, String done) {
    assertThat(page(person, "/tasks/" + done + "/done").select(".take-back")).isEmpty();
    assertThat(person.open("/work").body()).doesNotContain("/take-back");
    refused(person, done, "somebody has said something on what comes next");
    assertThat(recorded()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void whoHasNotDoneItIsNotToldThatItWasTakenBack(Undone step) {
    Visitor person = Visitor.person(port, step.account);
    String first = handIn(person, step);
    person.postForm("/tasks/" + first + "/take-back", Map.of());
    office.setClock(DONE.plus(Duration.ofMinutes(1)));
    String second = handIn(person, step);

    for (String done : List.of(first, second)) {
      refused(Visitor.person(port, "admin"), done, "Only who has done it takes it back");
    }
    refused(person, first, "This was taken back already.");
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void itIsTheSameTaskAgainWithItsDayAndItsTimers(Undone step) {
    Task before = task(step.task);
    Map<String, Date> timers = timers(before);
    assertThat(timers).isNotEmpty();
    office.setClock(DONE.plus(Duration.ofDays(3)));
    Visitor person = Visitor.person(port, step.account);
    String done = handIn(person, step);
    office.setClock(DONE.plus(Duration.ofDays(3)).plusSeconds(60));

    person.postForm("/tasks/" + done + "/take-back", Map.of());

    Task again = task(step.task);
    assertThat(again.getId()).isNotEqualTo(before.getId());
    assertThat(again.getDueDate()).isEqualTo(before.getDueDate());
    assertThat(again.getCreateTime()).isEqualTo(before.getCreateTime());
    assertThat(timers(again)).isEqualTo(timers);
    assertThat(
            engine
                .getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(again.getId())
                .singleResult()
                .getStartTime())
        .isEqualTo(before.getCreateTime());
    assertThat(again.getOwner()).isNull();
  }

  @Test
  void whoWasRemindedIsNotRemindedAgain() {
    Task before = task(Undone.MECHANISMS.task);
    office.setClock(DONE.plus(Duration.ofDays(5)));
    var reminder =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(before.getProcessInstanceId())
            .activityId("boundaryEvent_notYetConfirmMechanisms")
            .singleResult();
    engine.getManagementService().executeJob(reminder.getId());
    Visitor planner = Visitor.person(port, "planner");
    String done = handIn(planner, Undone.MECHANISMS);

    planner.postForm("/tasks/" + done + "/take-back", Map.of());

    assertThat(timers(task(Undone.MECHANISMS.task)))
        .containsOnlyKeys("boundaryEvent_overdueConfirmMechanisms");
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void whatADeputyTakesBackIsAgainTheirsForTheAbsentAndSignedSo(Undone step) {
    // Of those who may read what is confidential, for an analyst.
    String deputy = step.account.equals("analyst") ? "envoy" : "press";
    String today = "2026-11-02";
    HttpResponse<String> entered =
        Visitor.person(port, "admin")
            .postForm(
                "/absence",
                Map.of("who", step.account, "deputy", deputy, "from", today, "until", today));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
    Visitor person = Visitor.person(port, deputy);
    String done = handIn(person, step);

    assertThat(person.postForm("/tasks/" + done + "/take-back", Map.of()).statusCode())
        .isEqualTo(302);

    Task again = task(step.task);
    assertThat(again.getAssignee()).isEqualTo(deputy);
    assertThat(again.getOwner()).isEqualTo(step.account);
    assertThat(decisions.of(key))
        .last()
        .satisfies(
            decision -> {
              assertThat(decision.what()).startsWith("Taken back: ");
              assertThat(decision.decidedBy()).isEqualTo(deputy + "/" + step.account);
            });
    assertThat(page(person, "/tasks/" + again.getId()).text()).contains("for ");
    office.setClock(Instant.parse("2026-11-02T22:59:00Z"));
    String second = handIn(person, step);
    office.setClock(Instant.parse("2026-11-02T23:01:00Z"));
    assertThat(person.open("/work").body()).doesNotContain("/take-back");
    refused(person, second, "somebody who is back, and you are of no group that does it");
    assertThat(recorded()).isEqualTo(1);
  }

  /** Whoever did it could do it today too, by a group of their own. */
  @ParameterizedTest
  @EnumSource(Undone.class)
  void aColleagueTakesBackInTheirOwnNameWhatTheyDidForSomebodyWhoIsBack(Undone step) {
    String group = step.account.equals("analyst") ? Groups.ANALYSTS : Groups.PLANNERS;
    engine.getIdentityService().createMembership(COLLEAGUE, group);
    try {
      Visitor person = Visitor.person(port, COLLEAGUE);
      Visitor.person(port, "admin")
          .postForm(
              "/absence",
              Map.of(
                  "who",
                  step.account,
                  "deputy",
                  COLLEAGUE,
                  "from",
                  "2026-11-02",
                  "until",
                  "2026-11-02"));
      office.setClock(Instant.parse("2026-11-02T22:59:00Z"));
      tasks.setAssignee(task(step.task).getId(), step.account);
      String done = handIn(person, step);
      office.setClock(Instant.parse("2026-11-02T23:01:00Z"));
      assertThat(person.open("/work").body()).contains("/tasks/" + done + "/take-back");

      assertThat(person.postForm("/tasks/" + done + "/take-back", Map.of()).statusCode())
          .isEqualTo(302);

      assertThat(task(step.task).getAssignee()).isEqualTo(COLLEAGUE);
      assertThat(task(step.task).getOwner()).isNull();
      assertThat(recorded()).isZero();
      assertThat(decisions.of(key))
          .last()
          .extracting(each -> each.decidedBy())
          .isEqualTo(COLLEAGUE);
    } finally {
      engine.getIdentityService().deleteMembership(COLLEAGUE, group);
    }
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void whoIsNoLongerOfTheGroupIsToldSo(Undone step) {
    String group = step.account.equals("analyst") ? Groups.ANALYSTS : Groups.PLANNERS;
    engine.getIdentityService().createMembership(COLLEAGUE, group);
    String done;
    try {
      Visitor person = Visitor.person(port, COLLEAGUE);
      person.postForm("/tasks/" + task(step.task).getId() + "/claim", Map.of());
      done = handIn(person, step);
    } finally {
      engine.getIdentityService().deleteMembership(COLLEAGUE, group);
    }

    refused(Visitor.person(port, COLLEAGUE), done, "You are no longer of a group that does this");
    assertThat(recorded()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void everyPageThatWhoDidItComesBackToOffersIt(Undone step) {
    Visitor person = Visitor.person(port, step.account);
    String done = handIn(person, step);

    for (String path : List.of("/work", "/tasks/" + done, "/programmes/" + key)) {
      assertThat(page(person, path).select("form.take-back[action=/tasks/" + done + "/take-back]"))
          .as(path)
          .singleElement()
          .satisfies(form -> assertThat(form.text()).contains("Ruritania (XR-2026)", "11:10"));
      assertThat(
              page(
                      Visitor.person(port, "manager"),
                      path.equals("/work") ? "/work" : "/programmes/" + key)
                  .select(".take-back"))
          .isEmpty();
    }

    office.setClock(DONE.plus(Duration.ofMinutes(10)));
    for (String path : List.of("/work", "/tasks/" + done, "/programmes/" + key)) {
      assertThat(page(person, path).select(".take-back")).as(path).isEmpty();
    }
  }

  /** When each of its timers comes, by the element. */
  private Map<String, Date> timers(Task task) {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(task.getProcessInstanceId())
        .timers()
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                job ->
                    engine
                        .getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId(),
                Job::getDuedate))
        .entrySet()
        .stream()
        .filter(
            each ->
                each.getKey()
                    .endsWith(task.getTaskDefinitionKey().substring("userTask_f".length())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void notOnceTheExecutivesWereToldOfAGap() {
    Visitor analyst = Visitor.person(port, "analyst");
    Map<String, String> fields = new LinkedHashMap<>(Undone.BRIEFS.fields);
    fields.put("intelligenceGap", "Nothing is known of the north.");

    String done = handIn(analyst, Undone.BRIEFS.task, fields);

    assertThat(page(analyst, "/tasks/" + done + "/done").select(".take-back")).isEmpty();
    refused(analyst, done, "was told of it");
  }

  @Test
  void aTaskSaysBeforeWhetherItMayBeTakenBack() {
    Map<String, String> said =
        Stream.of(
                "analyst userTask_fileIntelligenceBriefs",
                "planner userTask_confirmMechanisms",
                "analyst userTask_assessPoliticalBandwidth")
            .map(each -> each.split(" "))
            .collect(
                Collectors.toMap(
                    each -> each[1],
                    each ->
                        page(Visitor.person(port, each[0]), "/tasks/" + task(each[1]).getId())
                            .select(".form-final")
                            .text()));

    assertThat(said.get("userTask_fileIntelligenceBriefs")).contains("take it back for 10 minutes");
    assertThat(said.get("userTask_confirmMechanisms")).contains("take it back for 10 minutes");
    assertThat(said.get("userTask_assessPoliticalBandwidth")).contains("cannot be taken back");
  }

  /** What may be taken back by its model can be, and has been above; nothing else can. */
  @Test
  void exactlyTheMarkedTasksOfAllModelsAreTakenBackHere() throws Exception {
    Set<String> marked;
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      marked =
          files
              .filter(file -> file.toString().endsWith(".bpmn"))
              .flatMap(
                  file ->
                      Bpmn.readModelFromFile(file.toFile())
                          .getModelElementsByType(UserTask.class)
                          .stream())
              .filter(TakingBackTest::isMarked)
              .map(UserTask::getId)
              .collect(Collectors.toSet());
    }

    assertThat(marked)
        .isNotEmpty()
        .isEqualTo(Stream.of(Undone.values()).map(each -> each.task).collect(Collectors.toSet()))
        .isEqualTo(retractions.stream().map(Retraction::task).collect(Collectors.toSet()));
  }

  private static boolean isMarked(UserTask task) {
    return task.getExtensionElements() != null
        && task
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list()
            .stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .map(CamundaProperty::getCamundaName)
            .anyMatch("mayBeTakenBack"::equals);
  }

  private void refused(Visitor person, String done, String because) {
    HttpResponse<String> answer = person.postForm("/tasks/" + done + "/take-back", Map.of());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains(because);
  }

  private int recorded() {
    return intelligence.briefs(key).size() + prerequisites.findings(key).size();
  }

  private String handIn(Visitor person, Undone step) {
    return handIn(person, step.task, step.fields);
  }

  private String handIn(Visitor person, String task, Map<String, String> fields) {
    String id = task(task).getId();
    HttpResponse<String> answer = person.postForm("/tasks/" + id, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return id;
  }

  private Task task(String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKey(element)
        .singleResult();
  }

  private static String typed(Document form, String field) {
    var element = form.select("[name=" + field + "]:not([type=radio])");
    if (element.is("[type=checkbox]")) {
      return String.valueOf(element.hasAttr("checked"));
    }
    return element.isEmpty() ? form.select("[name=" + field + "][checked]").val() : element.val();
  }

  private static Document page(Visitor person, String path) {
    HttpResponse<String> answer = person.open(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
