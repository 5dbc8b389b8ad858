package app.chancery.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.WhatTablesHold;
import app.chancery.WorkList;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.programme.Programmes;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An interview on its way through the pages: whoever copies the database meanwhile has nothing. */
@WebOfficeTest
@ExtendWith(OutputCaptureExtension.class)
class InterviewsAtRestTest {

  private static final String MARKER = "quince-lantern-harbour";

  @LocalServerPort private int port;
  @Autowired private Programmes programmes;
  @Autowired private RuntimeService processes;
  @Autowired private ManagementService management;
  @Autowired private Deliverables deliverables;
  @Autowired private Interviews interviews;
  @Autowired private WorkList work;
  @Autowired private JdbcClient db;

  private String programme;
  private Visitor analyst;

  @BeforeEach
  void anInterviewIsToBeHeld() {
    programme = programmes.register(SampleDossiers.ruritania());
    processes.startProcessInstanceByKey("map-stakeholder-interests", programme);
    work.complete(
        "userTask_identifyStakeholders", "envoy", Map.of("stakeholders", "Court | other"));
    analyst = Visitor.person(port, "analyst").withToken();
  }

  @Test
  void rule11_noColumnHoldsAWordOfAnInterviewWhereverItIsOnItsWay(CapturedOutput log) {
    String task = "/tasks/" + work.task("userTask_interviewStakeholder").id();
    Map<String, String> fields = fields();
    assertThat(
            analyst
                .put(
                    task + "/draft",
                    "{\"fields\": {\"confidential_notes\": \"%s\"}}".formatted(MARKER))
                .statusCode())
        .isEqualTo(200);
    nothingRests("a draft");
    assertThat(analyst.open(task).body()).contains(MARKER);

    Map<String, String> refused = new LinkedHashMap<>(fields);
    refused.put("confidential_power", MARKER);
    HttpResponse<String> answer = analyst.postForm(task, refused);
    nothingRests("a refused form, which the session keeps for the next page");
    assertThat(analyst.ledBack(answer).body()).contains(MARKER);

    assertThat(Visitor.location(analyst.postForm(task, fields))).isEqualTo(task + "/done");
    assertThat(interviews.newest(programme))
        .singleElement()
        .satisfies(said -> assertThat(said.notes()).contains(MARKER));
    nothingRests("an interview");
    assertThat(analyst.open(task + "/done").statusCode()).isEqualTo(200);
    // The same in another window, which is told from something that would be lost.
    analyst.postForm(task, fields);
    nothingRests("one that was handed in twice");

    work.complete("userTask_extendStakeholderList", "envoy", Map.of("closeList", true));
    runJobs();
    String approval = "/tasks/" + work.task("userTask_approveStakeholderMap").id();
    Visitor envoy = Visitor.person(port, "envoy").withToken();
    HttpResponse<String> quoted =
        envoy.postForm(
            approval,
            Map.of(
                "mapDecision", "approve",
                "releasableSummary", "They said that " + MARKER + " matters.",
                "confidential_question", MARKER + "?"));
    assertThat(envoy.ledBack(quoted).body()).contains("quotes an interview");
    nothingRests("a summary that quotes an interview");
    assertThat(
            Visitor.location(
                envoy.postForm(
                    approval,
                    Map.of("mapDecision", "approve", "releasableSummary", "Open to talks."))))
        .isEqualTo(approval + "/done");
    runJobs();

    String map =
        deliverables.latest(programme, DeliverableKind.STAKEHOLDER_MAP).orElseThrow().path();
    for (String format : List.of("html", "json")) {
      assertThat(analyst.open(map + "?format=" + format).body()).as(format).contains(MARKER);
    }
    assertThat(WhatTablesHold.isIn(analyst.file(map + "?format=pdf").body(), MARKER)).isTrue();
    nothingRests("a document that was printed and read");
    for (String search :
        List.of("/work?q=", "/programmes?q=", "/programmes?format=csv&q=", "/inbox?programme=")) {
      analyst.open(search + MARKER);
    }
    Visitor.person(port, "auditor").open("/audit");
    nothingRests("what was searched for");
    assertThat(log.getAll()).doesNotContain(MARKER);
  }

  @Test
  void whatRestsUnderAMissingKeyIsToldInASentenceAndIsThereAgainWithTheKey() {
    String task = "/tasks/" + work.task("userTask_interviewStakeholder").id();
    analyst.put(
        task + "/draft", "{\"fields\": {\"confidential_notes\": \"%s\"}}".formatted(MARKER));
    String key = db.sql("select sealed_by from draft").query(String.class).single();

    db.sql("update draft set sealed_by = 'lost'").update();
    HttpResponse<String> page = analyst.open(task);
    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("sealed with the key lost, which this office was not given", "Nothing is lost");
    assertThat(analyst.get(task + "/draft").statusCode()).isEqualTo(409);
    assertThat(analyst.open("/work").statusCode()).isEqualTo(200);

    db.sql("update draft set sealed_by = ?").param(key).update();
    assertThat(analyst.open(task).body()).contains(MARKER);
  }

  @Test
  void listsOpenNothingOfWhatTheyDoNotShow() {
    deliverables.draft(programme, DeliverableKind.STAKEHOLDER_MAP, Document.titled("Map", MARKER));
    db.sql("update deliverable_sealed set sealed_by = 'lost'").update();
    String list = "/api/v1/programmes/" + programme + "/deliverables";

    assertThat(analyst.json(list).at("/0/title").asText()).isEqualTo("Stakeholder map");
    assertThat(analyst.open("/programmes/" + programme).body()).contains("Stakeholder map");
    assertThat(Visitor.person(port, "manager").open("/programmes/" + programme).statusCode())
        .isEqualTo(200);
    HttpResponse<String> map = analyst.get(list + "/" + analyst.json(list).at("/0/id").asText());
    assertThat(map.statusCode()).isEqualTo(409);
    assertThat(map.body()).contains("sealed with the key lost").doesNotContain(MARKER);
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("confidential_held", "held");
    fields.put("confidential_power", "4");
    fields.put("confidential_interest", "2");
    fields.put("confidential_currentStance", "skeptic");
    fields.put("confidential_desiredStance", "supporter");
    fields.put("confidential_demands", "harbour: " + MARKER);
    fields.put("confidential_exclusions", "bases: never " + MARKER);
    fields.put("confidential_leveragePoints", "trade in " + MARKER);
    fields.put("confidential_notes", "They said: " + MARKER + ".");
    return fields;
  }

  private void nothingRests(String of) {
    assertThat(WhatTablesHold.tablesWith(db, MARKER)).as(of).isEmpty();
  }

  private void runJobs() {
    management
        .createJobQuery()
        .executable()
        .list()
        .forEach(job -> management.executeJob(job.getId()));
  }
}
