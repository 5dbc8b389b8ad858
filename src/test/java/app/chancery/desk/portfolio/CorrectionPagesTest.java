package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.ModelFiles;
import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document.Section;
import app.chancery.documents.DocumentSchema;
import app.chancery.integration.Activities;
import app.chancery.integration.Activity;
import app.chancery.integration.NewActivity;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.records.Corrected;
import app.chancery.records.Correction;
import app.chancery.records.Corrections;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.RecordedIndicator;
import app.chancery.rehearsal.Office;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Small mistakes are put right on the record, and what was made before says so. */
@WebOfficeTest
class CorrectionPagesTest {

  private static final String REASON = "A slip of the pen.";

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired Dossiers dossiers;
  @Autowired Activities activities;
  @Autowired Corrections corrections;
  @Autowired DecisionRecords decisions;
  @Autowired Deliverables deliverables;
  @Autowired Notices notices;
  @Autowired Office office;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ApplicationContext application;
  @Autowired JdbcClient db;

  private String key;

  @BeforeEach
  void aProgrammeWithAMisspeltName() {
    office.setClock(Instant.parse("2026-11-02T10:00:00Z"));
    key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XR", "Rurtania")));
  }

  @Test
  void whatWasCorrectedIsAFileToo() {
    correctName("Ruritania");

    String link =
        page("manager", "/programmes/" + key + "/corrections")
            .select("p.files a")
            .first()
            .attr("href");

    assertThat(link).isEqualTo("/programmes/" + key + "/corrections?format=csv");
    assertThat(Visitor.person(port, "manager").open(link).body())
        .startsWith("id,programme,what,entry,about,before,after,reason,enteredAt,correctedBy,")
        .contains("," + key + ",candidate-name,0,,Rurtania,Ruritania," + REASON + ",");
  }

  @Test
  void aCorrectedNameReachesWhatIsOpenAndWhatIsMadeFromNowOn() {
    runtime.startProcessInstanceByKey("map-stakeholder-interests", key);
    assertThat(names()).isNotEmpty().allMatch(name -> name.endsWith("Rurtania (XR-2026)"));

    HttpResponse<String> answer = correctName("Ruritania");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(names()).isNotEmpty().allMatch(name -> name.endsWith(" · Ruritania (XR-2026)"));
    assertThat(page("analyst", "/programmes/" + key).select("h1").text())
        .isEqualTo("Ruritania (XR-2026)");
    assertThat(page("analyst", "/programmes").text())
        .contains("Ruritania (XR-2026)")
        .doesNotContain("Rurtania");
    assertThat(page("analyst", "/work?list=unclaimed").select("table").text())
        .contains("Ruritania")
        .doesNotContain("Rurtania");
    assertThat(dossiers.of(key).name()).isEqualTo("Ruritania");
    assertThat(notices.of(key))
        .extracting(notice -> notice.subject())
        .contains(
            "Programme opened: Rurtania (XR-2026)",
            "Name of a candidate corrected: Ruritania (XR-2026)");
    assertThat(decisions.of(key))
        .filteredOn(each -> each.what().startsWith("Corrected: name of the candidate"))
        .singleElement()
        .extracting(DecisionRecord::why, DecisionRecord::decidedBy)
        .containsExactly(REASON, "analyst");
  }

  @Test
  void aTaskThatIsOpenedAfterwardsHasTheNewName() {
    correctName("Ruritania");

    runtime.startProcessInstanceByKey("map-stakeholder-interests", key);

    assertThat(
            tasks
                .createTaskQuery()
                .taskDefinitionKey("userTask_identifyStakeholders")
                .singleResult()
                .getName())
        .endsWith(" · Ruritania (XR-2026)");
  }

  @Test
  void theCandidatesGovernmentIsInterviewedByItsNewName() {
    runtime.startProcessInstanceByKey("map-stakeholder-interests", key);
    Task list =
        tasks.createTaskQuery().taskDefinitionKey("userTask_identifyStakeholders").singleResult();
    tasks.complete(
        list.getId(), Map.of("stakeholders", "Government of Rurtania | candidate government"));
    assertThat(names()).anyMatch(name -> name.contains(": Government of Rurtania · Rurtania"));

    correctName("Ruritania");

    assertThat(names())
        .anyMatch(name -> name.contains(": Government of Ruritania · Ruritania"))
        .noneMatch(name -> name.contains("Rurtania"));
  }

  @Test
  void tasksWhoseModelIsUnderstoodOnlyWhileTheyAreMadeAreNamedAnewToo() {
    Circulations circulations = new Circulations(application);
    circulations.table(key);
    circulations.circulate(key, OffsetDateTime.parse("2026-12-01T18:00:00Z"));
    Set<String> seen = new TreeSet<>();

    assertNamedAnew("Ruritania", seen);
    circulations.submit(
        circulations.positionTask(key, "delegation-de"),
        Map.of(
            "position", "objection",
            "objectionReason", "It comes too early.",
            "objectionConfirmed", "true"));
    assertNamedAnew("Dorelia", seen);

    assertThat(seen).containsAll(tasksOfManyOrOfAComputedGroup());
  }

  /** Nothing of the name changes but the candidate. */
  private void assertNamedAnew(String name, Set<String> seen) {
    Map<String, String> before = namesById();
    String was = programmes.get(key).name();

    HttpResponse<String> answer = correctName(name);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    before.replaceAll((id, task) -> task.replace(was, name));
    assertThat(namesById()).isNotEmpty().isEqualTo(before);
    open().forEach(task -> seen.add(task.getTaskDefinitionKey()));
  }

  private static Set<String> tasksOfManyOrOfAComputedGroup() {
    Set<String> found =
        ModelFiles.models().stream()
            .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
            .filter(
                task ->
                    task.getLoopCharacteristics() != null
                        || String.valueOf(task.getCamundaCandidateGroups()).contains("{")
                        || task.getName().contains("{"))
            .map(UserTask::getId)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isNotEmpty();
    return found;
  }

  @Test
  void aSuspendedProgrammesTasksAreNamedAnewToo() {
    runtime
        .updateProcessInstanceSuspensionState()
        .byProcessDefinitionKey("enlargement-programme")
        .suspend();
    try {
      assertThat(correctName("Ruritania").statusCode()).isEqualTo(302);
    } finally {
      runtime
          .updateProcessInstanceSuspensionState()
          .byProcessDefinitionKey("enlargement-programme")
          .activate();
    }
    assertThat(names()).isNotEmpty().noneMatch(name -> name.contains("Rurtania"));
  }

  @Test
  void aDocumentMadeBeforeKeepsWhatItSaidWithANote() {
    Deliverable before = document("Rurtania as it was");
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    correctName("Ruritania");
    office.setClock(Instant.parse("2026-11-04T10:00:00Z"));
    Deliverable after = document("Ruritania as it is");

    Document old = page("analyst", before.page());
    assertThat(old.select("h1").text()).isEqualTo("Rurtania as it was");
    assertThat(old.select("table.facts").first().text()).contains("Candidate Rurtania");
    assertThat(old.select(".corrected li").text())
        .isEqualTo(
            "name of the candidate: from \"Rurtania\" to \"Ruritania\", corrected on 3 Nov 2026 by"
                + " Ada Lindqvist, analyst: A slip of the pen.");
    assertThat(page("analyst", after.page()).select(".corrected")).isEmpty();
    assertThat(page("analyst", after.page()).text()).contains("Candidate Ruritania");
    JsonNode json = Visitor.program(port, "analyst").json(before.path());
    assertThat(json.at("/corrections/0/what").asText()).isEqualTo("candidate-name");
    assertThat(json.path("candidate").asText()).isEqualTo("Rurtania");
    assertThat(new DocumentSchema(schema()).faults(json)).isEmpty();
    assertThat(page("analyst", "/programmes/" + key).select("td:has(a.mark.warn)").eachText())
        .containsExactly("Readiness baseline Corrected since");
    assertThat(
            db.sql("select sha256 from deliverable where id = ?")
                .param(before.id())
                .query(String.class)
                .single())
        .isEqualTo(before.sha256());
  }

  @Test
  void aDocumentThatWasMadeBeforeTheMistakeHasNoNote() {
    Deliverable before = document("Before the survey");
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    Visitor.program(port, "analyst")
        .post(
            "/api/v1/programmes/" + key + "/dossier-updates",
            """
            {"indicators": {"publicSupportPct":
              {"value": 15, "asOf": "2026-11-01", "source": "Survey"}}}
            """);
    office.setClock(Instant.parse("2026-11-04T10:00:00Z"));
    Deliverable between = document("With the survey");
    RecordedIndicator wrong = support().get(1);
    office.setClock(Instant.parse("2026-11-05T10:00:00Z"));
    correctFigure(wrong, "51", "2026-11-01", "Survey");

    assertThat(page("analyst", before.page()).select(".corrected")).isEmpty();
    assertThat(page("analyst", between.page()).select(".corrected li").text())
        .contains("Public support, value: from \"15\" to \"51\"");
  }

  @Test
  void aDocumentTellsWhatEachValueWasThenAndIsNowHoweverOftenAnyWasCorrected() {
    Deliverable first = document("First");
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    correctName("Dorelia");
    RecordedIndicator wrong = support().get(0);
    correctFigure(wrong, "74", "2026-06-30", "Survey of June");
    Deliverable second = document("Second");
    office.setClock(Instant.parse("2026-11-04T10:00:00Z"));
    correctFigure(wrong, "47", "2026-06-30", "Survey of June");
    correctFigure(wrong, "39", "2026-06-30", "Survey of June");
    correctName("Esterholm");

    assertThat(notes(first))
        .satisfiesExactly(
            name -> assertThat(name).contains("from \"Rurtania\" to \"Esterholm\""),
            source -> assertThat(source).contains("source: from \"sample figure of an"),
            value -> assertThat(value).contains("value: from \"74\" to \"39\""));
    assertThat(notes(second))
        .satisfiesExactly(
            value -> assertThat(value).contains("value: from \"74\" to \"39\""),
            name -> assertThat(name).contains("from \"Dorelia\" to \"Esterholm\""));
    assertThat(page("analyst", second.page()).select("table.facts").first().text())
        .contains("Candidate Dorelia");

    correctName("Dorelia");
    correctName("Rurtania");

    assertThat(notes(first)).hasSize(2).noneMatch(note -> note.startsWith("name of"));
    assertThat(notes(second)).anyMatch(note -> note.contains("\"Dorelia\" to \"Rurtania\""));
  }

  @Test
  void whatSaysTheSameAgainIsNotNoted() {
    Deliverable document = document("Rurtania as it was");
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    correctName("Dorelia");
    correctName("Rurtania");

    assertThat(notes(document)).isEmpty();
    assertThat(page("analyst", "/programmes/" + key).select("a.mark.warn")).isEmpty();
  }

  @Test
  void beneathOneMarkStandsEveryCorrectionOfAnEntryHoweverOftenItWasCorrected() {
    correctName("Dorelia");
    correctName("Esterholm");
    RecordedIndicator wrong = support().get(0);
    correctFigure(wrong, "47", "2026-05-31", "Survey of May");

    Document page = page("analyst", "/programmes/" + key);
    assertThat(page.select(".page-head details.corrected")).hasSize(1);
    assertThat(page.select(".page-head details.corrected p").eachText())
        .satisfiesExactly(
            first -> assertThat(first).contains("from \"Rurtania\" to \"Dorelia\""),
            second -> assertThat(second).contains("from \"Dorelia\" to \"Esterholm\""));
    assertThat(page.select("td details.corrected")).hasSize(1);
    assertThat(page.select("td details.corrected p")).hasSize(3);
  }

  @Test
  void whoCorrectsSecondIsToldOfEveryValueThatWasChanged() {
    RecordedIndicator wrong = support().get(0);
    correctFigure(wrong, "47", "2026-05-31", "Survey of May");

    HttpResponse<String> answer =
        post(
            "analyst",
            fields(
                "figure",
                wrong.id(),
                Map.of("value", "48", "asOf", "2026-06-30", "source", "Mine")));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(answer.body()).select(".notice.bad").text())
        .containsOnlyOnce("Ada Lindqvist, analyst has corrected this meanwhile")
        .contains(
            "Public support, value: \"74\" became \"47\"",
            "as-of day: \"30 Jun 2026\" became \"31 May 2026\"",
            "source: \"sample figure of an invented country\" became \"Survey of May\"");
  }

  @Test
  void aNameThatMeansAnotherCandidateOrLooksLikeAKeyIsRefusedAtItsField() {
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XA", "Aldermark")));

    for (String name :
        List.of(
            "Aldermark",
            "ALDERMARK",
            "XA",
            "xa-2026",
            "Aldermark (XA-2026)",
            "XB-2027",
            "Bellmora (xb-2027-2)")) {
      HttpResponse<String> answer = correctName(name);
      assertThat(answer.statusCode()).as(name).isEqualTo(400);
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select("#wrong-name").text()).as(name).isNotEmpty();
      assertThat(page.select("input#name").val()).isEqualTo(name);
    }
    assertThat(programmes.get(key).name()).isEqualTo("Rurtania");
    assertThat(correctName("Aldermark East").statusCode()).isEqualTo(302);
  }

  @Test
  void aCandidateIsCalledInANewProgrammeAsInTheOneBefore() {
    programmes.close(key, Outcome.SHELVED, "not ready");
    key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XR", "Ruritanja")));

    assertThat(correctName("Rurtania").statusCode()).isEqualTo(302);
  }

  @Test
  void aCorrectedFigureIsKeptWithoutNoughtsThatSayNothing() {
    RecordedIndicator wrong = support().get(0);

    assertThat(
            correctFigure(
                    wrong, "74.0", wrong.asOf().toString(), "sample figure of an invented country")
                .statusCode())
        .as("the same figure")
        .isEqualTo(400);
    correctFigure(wrong, "4.500", wrong.asOf().toString(), "Survey");

    assertThat(support()).extracting(RecordedIndicator::value).containsExactly("4.5");
  }

  /**
   * All kinds of corrections, for every group: who may read what was corrected, and no one else.
   */
  @Test
  void aCorrectionIsReadByThoseWhoMayReadWhatWasCorrected() {
    String other =
        office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XA", "Aldermark")));
    Deliverable document = document("Before all of it");
    Activity activity = activity("2026-10-05");
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    correctName("Ruritania");
    correctFigure(support().get(0), "47", "2026-05-31", "Survey of May");
    Map<String, String> moved =
        fields("activity", activity.id(), Map.of("date", "2026-10-06", "to", other));
    moved.put("reason", "It was theirs.");
    assertThat(post("officer", moved).statusCode()).isEqualTo(302);
    deliverables.approve(key, DeliverableKind.READINESS_BASELINE);
    assertThat(corrections.of(key)).extracting(each -> each.what()).contains(Corrected.values());

    for (String staff : List.of("analyst", "envoy", "press", "executive", "manager", "admin")) {
      for (String programme : List.of(key, other)) {
        for (String path : List.of("", "/corrections")) {
          assertThat(page(staff, "/programmes/" + programme + path).text())
              .as(staff + path)
              .contains("It was theirs.");
        }
      }
      assertThat(page(staff, document.page()).text()).as(staff).contains("It was theirs.");
    }
    for (String programme : List.of(key, other)) {
      for (String path : List.of("", "/corrections")) {
        assertThat(page("delegate-fr", "/programmes/" + programme + path).text())
            .as(programme + path)
            .doesNotContain("It was theirs.", "6 Oct 2026", "day of an activity");
      }
    }
    assertThat(page("delegate-fr", document.page()).select(".corrected li").eachText())
        .hasSize(4)
        .noneMatch(note -> note.contains("It was theirs."));
    assertThat(Visitor.program(port, "delegate-fr").json(document.path()).path("corrections"))
        .hasSize(4);
    assertThat(page("delegate-fr", "/programmes/" + key + "/corrections").select("tbody tr"))
        .hasSizeGreaterThanOrEqualTo(4);
    Visitor delegate = Visitor.person(port, "delegate-fr");
    for (Task each : tasks.createTaskQuery().taskCandidateGroup("delegation-fr").list()) {
      assertThat(delegate.open("/tasks/" + each.getId()).body()).doesNotContain("It was theirs.");
    }
  }

  @Test
  void aCorrectedFigureIsUsedFromNowOnAndTheOldOneStaysOnRecord() {
    RecordedIndicator wrong = support().get(0);

    HttpResponse<String> answer = correctFigure(wrong, "47,5", "30.06.2026", "Survey of June");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(dossiers.of(key).indicator(IndicatorName.PUBLIC_SUPPORT_PCT).orElseThrow())
        .extracting(each -> each.value(), each -> each.source())
        .containsExactly("47.5", "Survey of June");
    assertThat(support()).singleElement().extracting(RecordedIndicator::id).isEqualTo(wrong.id());
    assertThat(corrections.of(key))
        .extracting(each -> each.what().code(), Correction::before, Correction::after)
        .containsExactly(
            tuple("figure-value", "74", "47.5"),
            tuple("figure-source", "sample figure of an invented country", "Survey of June"));
    assertThat(
            db.sql("select indicator_value from indicator where name = 'publicSupportPct'")
                .query(String.class)
                .list())
        .containsExactly("74", "47.5");
    assertThat(page("manager", "/programmes/" + key).select("td:has(.corrected)").text())
        .contains("47.5", "from \"74\" to \"47.5\"", "Ada Lindqvist, analyst: " + REASON);
  }

  @Test
  void ofEqualDaysTheLaterRecordCountsWhicheverWasCorrected() {
    Visitor.program(port, "analyst")
        .post(
            "/api/v1/programmes/" + key + "/dossier-updates",
            """
            {"indicators": {"publicSupportPct":
              {"value": 51, "asOf": "2026-06-30", "source": "Second survey"}}}
            """);

    correctFigure(support().get(0), "47", "2026-06-30", "First survey");

    assertThat(support()).extracting(RecordedIndicator::value).containsExactly("47", "51");
    assertThat(dossiers.of(key).indicator(IndicatorName.PUBLIC_SUPPORT_PCT).orElseThrow().value())
        .isEqualTo("51");
  }

  @Test
  void theOutcomesCountACorrectedFigureOnce() {
    RecordedIndicator wrong =
        dossiers.recorded(key).stream()
            .filter(each -> each.name() == IndicatorName.STANDARDS_IMPLEMENTED_PCT)
            .findFirst()
            .orElseThrow();
    correctFigure(wrong, "28", "2026-06-30", "Audit");
    correctFigure(wrong, "30", "2026-06-30", "Audit");

    assertThat(
            Visitor.program(port, "manager")
                .json("/api/v1/outcomes?from=2026-Q4&to=2026-Q4")
                .toString())
        .contains("30.0")
        .doesNotContain("28.0", "82.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value | 101 | out of range",
        "value | many | is not a number",
        "value | '' | is required",
        "asOf | 31.02.2026 | day",
        "asOf | 2099-01-01 | is in the future",
        "source | '' | is required",
        "asOf | 1066-01-01 | is before there was an alliance",
        "reason | '  ' | is required: it stays on record",
        "reason | '\u200B\u2060' | holds nothing that can be seen",
        "reason | 'a\u202Eb' | holds a mark that turns the direction of writing",
        "source | '\u3164' | holds nothing that can be seen",
        "value | 74 | is what is on record already",
        "typo | x | is not a field of this form"
      })
  void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String given, String said) {
    RecordedIndicator wrong = support().get(0);
    Map<String, String> sent =
        fields(
            "figure",
            wrong.id(),
            Map.of(
                "value", field.equals("value") ? given : "51",
                "asOf", "2026-06-30",
                "source", "sample figure of an invented country",
                "reason", "Typed with care."));
    sent.put(field, given);

    HttpResponse<String> answer = post("analyst", sent);

    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = Jsoup.parse(answer.body());
    assertThat(
            field.equals("typo")
                ? page.select(".notice.bad").text()
                : page.select("#wrong-" + field).text())
        .contains(said);
    for (String each : List.of("value", "asOf", "source")) {
      assertThat(page.select("input#" + each).val()).isEqualTo(sent.get(each));
    }
    assertThat(page.select("textarea#reason").val().strip()).isEqualTo(sent.get("reason").strip());
    assertThat(corrections.of(key)).isEmpty();
    assertThat(support()).singleElement().extracting(RecordedIndicator::value).isEqualTo("74");
  }

  @Test
  void whoCorrectsSecondIsToldWhatTheFirstHasDone() {
    correctName("Ruritania");

    HttpResponse<String> answer =
        post("analyst", fields("candidate-name", 0, Map.of("name", "Ruritanien")));

    assertThat(answer.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".notice.bad").text())
        .contains("Ada Lindqvist, analyst has corrected this meanwhile", "\"Ruritania\"");
    assertThat(page.select("input#name").val()).isEqualTo("Ruritanien");
    assertThat(page.select("#was-name").text()).isEqualTo("On record: Ruritania");
    assertThat(programmes.get(key).name()).isEqualTo("Ruritania");

    Map<String, String> again = fields("candidate-name", 0, Map.of("name", "Ruritanien"));
    again.put("seen", page.select("input[name=seen]").val());
    assertThat(post("analyst", again).statusCode()).isEqualTo(302);
    assertThat(programmes.get(key).name()).isEqualTo("Ruritanien");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999", "-1"})
  void whoHasSeenACorrectionThatThereIsNotIsRefused(String seen) {
    Map<String, String> fields = fields("candidate-name", 0, Map.of("name", "Ruritanien"));
    fields.put("seen", seen);
    String was = programmes.get(key).name();

    HttpResponse<String> answer = post("analyst", fields);

    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.text()).contains("Look at what is on record");
    assertThat(page.select("input#name").val()).isEqualTo("Ruritanien");
    assertThat(programmes.get(key).name()).isEqualTo(was);
    fields.put("seen", page.select("input[name=seen]").val());
    assertThat(post("analyst", fields).statusCode()).isEqualTo(302);
  }

  @Test
  void anActivityGetsItsRightDayAndItsRightProgramme() {
    String other =
        office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XA", "Aldermark")));
    Activity wrong = activity("2026-10-05");

    Map<String, String> sent =
        fields("activity", wrong.id(), Map.of("date", "2026-10-06", "to", "Aldermark"));
    assertThat(post("officer", sent).statusCode()).isEqualTo(302);

    assertThat(activities.of(key)).isEmpty();
    assertThat(activities.of(other))
        .singleElement()
        .extracting(Activity::date)
        .isEqualTo(LocalDate.of(2026, 10, 6));
    for (String programme : List.of(key, other)) {
      assertThat(corrections.of(programme))
          .as(programme)
          .extracting(each -> each.what().code(), Correction::after)
          .containsExactly(
              tuple("activity-date", "2026-10-06"), tuple("activity-programme", other));
    }
    assertThat(
            page("officer", "/programmes/" + other + "/corrections")
                .select("td:has(.corrected)")
                .text())
        .contains("6 Oct 2026", "from \"5 Oct 2026\" to \"6 Oct 2026\"");
  }

  @Test
  void whoCorrectsAnActivityThatWasMovedMeanwhileIsToldByWhomAndWhere() {
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XA", "Aldermark")));
    Activity wrong = activity("2026-10-05");
    Map<String, String> sent =
        fields("activity", wrong.id(), Map.of("date", "2026-10-06", "to", "Aldermark"));
    assertThat(post("officer", sent).statusCode()).isEqualTo(302);

    HttpResponse<String> second = post("envoy", sent);

    assertThat(second.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(second.body()).text())
        .contains("has moved this activity to Aldermark (XA-2026): A slip of the pen.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rurit\u00ADania", "\uFEFFRuritania", "Rurit\u0430nia"})
  void aCandidateIsNotCalledByWhatLooksLikeAnotherName(String name) {
    HttpResponse<String> answer = correctName(name);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select("#wrong-name").text()).isNotEmpty();
    assertThat(programmes.get(key).name()).isEqualTo("Rurtania");
  }

  @ParameterizedTest
  @CsvSource({
    "date,2099-01-01,must not be in the future",
    "date,soon,is not a date",
    "date,1900-11-16,is before there was an alliance",
    "to,Nowhere,There is no programme",
    "to,'',is required",
    "to,XE-2026,has ended",
    "date,2026-10-05,is what is on record already"
  })
  void anActivityIsNotMovedToWhatIsNoDayOrNoProgramme(String field, String given, String said) {
    String ended =
        office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XE", "Elland")));
    programmes.close(ended, Outcome.SHELVED, "not ready");
    Map<String, String> sent =
        fields("activity", activity("2026-10-05").id(), Map.of("date", "2026-10-05", "to", key));
    sent.put(field, given);

    HttpResponse<String> answer = post("officer", sent);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select("#wrong-" + field).text()).contains(said);
    assertThat(activities.of(key)).hasSize(1);
    assertThat(corrections.of(key)).isEmpty();
  }

  @Test
  void thoseCorrectWhoMayEnterAndNobodyElse() {
    Activity activity = activity("2026-10-05");
    Map<String, Map<String, String>> forms = new LinkedHashMap<>();
    forms.put("planner", fields("candidate-name", 0, Map.of("name", "Ruritania")));
    forms.put(
        "analyst",
        fields(
            "figure",
            support().get(0).id(),
            Map.of("value", "51", "asOf", "2026-06-30", "source", "Survey")));
    forms.put("envoy", fields("activity", activity.id(), Map.of("date", "2026-10-06", "to", key)));
    for (Map<String, String> form : forms.values()) {
      for (String stranger : List.of("press", "manager", "delegate-fr")) {
        assertThat(post(stranger, form).statusCode()).as(stranger + form).isEqualTo(403);
        assertThat(
                Visitor.person(port, stranger)
                    .open(
                        "/programmes/%s/corrections?of=%s&entry=%s"
                            .formatted(key, form.get("of"), form.get("entry")))
                    .statusCode())
            .isEqualTo(403);
      }
    }
    assertThat(post("envoy", forms.get("planner")).statusCode()).isEqualTo(403);
    assertThat(corrections.of(key)).isEmpty();
    forms.forEach(
        (account, form) -> assertThat(post(account, form).statusCode()).as(account).isEqualTo(302));
    assertThat(corrections.of(key)).hasSize(4);
  }

  @Test
  void whatTookPlaceIsListedForTheStaffAlone() {
    activity("2026-10-05");

    assertThat(page("manager", "/programmes/" + key + "/corrections").text()).contains("Table top");
    assertThat(page("delegate-fr", "/programmes/" + key + "/corrections").text())
        .doesNotContain("Table top");
  }

  @Test
  void aCorrectionOfNothingIsNotFoundOrRefused() {
    Visitor analyst = Visitor.person(port, "analyst");

    assertThat(analyst.open("/programmes/XX-1999/corrections").statusCode()).isEqualTo(404);
    assertThat(analyst.open("/programmes/" + key + "/corrections?of=weather").statusCode())
        .isEqualTo(400);
    assertThat(analyst.open("/programmes/" + key + "/corrections?of=figure&entry=99").statusCode())
        .isEqualTo(404);
    assertThat(analyst.open("/programmes/" + key + "/corrections?of=figure&entry=x").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aCorrectionCannotBeAltered() {
    correctName("Ruritania");

    for (String change : List.of("update correction set reason = 'x'", "delete from correction")) {
      assertThatThrownBy(() -> db.sql(change).update()).hasMessageContaining("cannot be altered");
    }
  }

  private List<String> names() {
    return open().stream().map(Task::getName).toList();
  }

  private Map<String, String> namesById() {
    return open().stream().collect(Collectors.toMap(Task::getId, Task::getName));
  }

  private List<Task> open() {
    return tasks.createTaskQuery().processInstanceBusinessKey(key).list();
  }

  private List<RecordedIndicator> support() {
    return dossiers.recorded(key).stream()
        .filter(each -> each.name() == IndicatorName.PUBLIC_SUPPORT_PCT)
        .toList();
  }

  private Deliverable document(String title) {
    return deliverables.draft(
        key,
        DeliverableKind.READINESS_BASELINE,
        app.chancery.documents.Document.titled(title, "")
            .with(Section.headed("One").saying("Text")));
  }

  private String schema() {
    return Visitor.program(port, "analyst").get("/api/v1/schemas/document.json").body();
  }

  private Activity activity(String day) {
    return office.inTheNameOf(
        "officer",
        () ->
            activities.record(
                key,
                new NewActivity(
                    "workshop", "Table top", day, List.of("FR"), null, "Report", null)));
  }

  private HttpResponse<String> correctName(String name) {
    return correct(fields("candidate-name", 0, Map.of("name", name)));
  }

  /** By somebody who has seen what it says now. */
  private HttpResponse<String> correct(Map<String, String> sent) {
    sent.put(
        "seen",
        String.valueOf(
            corrections.of(key).stream()
                .filter(each -> each.what().entry().code().equals(sent.get("of")))
                .filter(each -> each.entry() == Long.parseLong(sent.get("entry")))
                .mapToLong(Correction::id)
                .max()
                .orElse(0)));
    return post("analyst", sent);
  }

  private List<String> notes(Deliverable document) {
    return page("analyst", document.page()).select(".corrected li").eachText();
  }

  private HttpResponse<String> correctFigure(
      RecordedIndicator wrong, String value, String asOf, String source) {
    return correct(
        fields("figure", wrong.id(), Map.of("value", value, "asOf", asOf, "source", source)));
  }

  private static Map<String, String> fields(String of, long entry, Map<String, String> more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("of", of);
    fields.put("entry", String.valueOf(entry));
    fields.put("seen", "0");
    fields.put("reason", REASON);
    fields.putAll(more);
    return fields;
  }

  private HttpResponse<String> post(String account, Map<String, String> fields) {
    return Visitor.person(port, account).postForm("/programmes/" + key + "/corrections", fields);
  }

  private Document page(String account, String path) {
    HttpResponse<String> answer = Visitor.person(port, account).open(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
