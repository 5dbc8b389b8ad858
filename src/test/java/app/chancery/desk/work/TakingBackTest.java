package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.briefing.Retraction;
import app.chancery.prerequisites.Intelligence;
import app.chancery.prerequisites.Prerequisites;
import app.chancery.programme.Opening;
import app.chancery.records.DecisionRecords;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
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

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired Office office;
  @Autowired TaskService tasks;
  @Autowired Prerequisites prerequisites;
  @Autowired Intelligence intelligence;
  @Autowired DecisionRecords decisions;
  @Autowired List<Retraction> retractions;
  @Autowired JdbcClient db;

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

    refused(Visitor.person(port, "admin"), done);
    office.setClock(DONE.plus(Duration.ofMinutes(10)));
    assertThat(page(person, "/tasks/" + done + "/done").select(".take-back")).isEmpty();
    refused(person, done);
    assertThat(recorded()).isEqualTo(1);
    office.setClock(DONE.plus(Duration.ofMinutes(10)).minusMillis(1));
    assertThat(person.postForm("/tasks/" + done + "/take-back", Map.of()).statusCode())
        .isEqualTo(302);
    refused(person, done);
  }

  @ParameterizedTest
  @EnumSource(Undone.class)
  void notOnceSomebodyHasBegunWhatComesNext(Undone step) {
    Visitor person = Visitor.person(port, step.account);
    String done = handIn(person, step);
    tasks.setAssignee(task(step.next).getId(), "officer");

    assertThat(page(person, "/tasks/" + done + "/done").select(".take-back")).isEmpty();
    refused(person, done);
    assertThat(recorded()).isEqualTo(1);
    assertThat(task(step.next).getAssignee()).isEqualTo("officer");
  }

  @Test
  void notOnceTheExecutivesWereToldOfAGap() {
    Visitor analyst = Visitor.person(port, "analyst");
    Map<String, String> fields = new LinkedHashMap<>(Undone.BRIEFS.fields);
    fields.put("intelligenceGap", "Nothing is known of the north.");

    String done = handIn(analyst, Undone.BRIEFS.task, fields);

    assertThat(page(analyst, "/tasks/" + done + "/done").select(".take-back")).isEmpty();
    refused(analyst, done);
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

  private void refused(Visitor person, String done) {
    assertThat(person.postForm("/tasks/" + done + "/take-back", Map.of()).statusCode())
        .isEqualTo(409);
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
