package app.chancery.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WhatTablesHold;
import app.chancery.WorkList;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document.Section;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.secrecy.CannotOpen;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.staff.StakeholdersStaff;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
@ExtendWith(OutputCaptureExtension.class)
class MapStakeholderInterestsTest {

  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final String SENTINEL = "zibeline-bernstein-9417";
  private static final int PROPOSED_AND_PARLIAMENT = 8;

  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired Programmes programmes;
  @Autowired Stakeholders stakeholders;
  @Autowired Interviews interviews;
  @Autowired StakeholdersStaff staff;
  @Autowired StakeholderProcess process;
  @Autowired SummaryForPlanners planners;
  @Autowired Deliverables deliverables;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired IdentityService identities;
  @Autowired JdbcClient db;

  private String programme;

  @BeforeEach
  void outreachIsAllowed() {
    office.setClock(START);
    programme = programmes.register(SampleDossiers.ruritania());
    runtime.startProcessInstanceByKey("map-stakeholder-interests", programme);
  }

  @Test
  void governmentBlocAndKeyAlliesAreProposed() {
    assertThat(
            office.facts(work.task("userTask_identifyStakeholders")).get("stakeholders").toString())
        .contains(
            "Government of Ruritania | candidate government",
            "European Union | regional bloc",
            "France | key Ally");
  }

  @Test
  void whenEveryInterestIsKnownAndTheMapApprovedTheStepEnds() {
    work("userTask_identifyStakeholders");
    assertThat(work.tasks("userTask_interviewStakeholder")).hasSize(PROPOSED_AND_PARLIAMENT);
    interviewAll();
    work("userTask_extendStakeholderList");
    office.runDueJobs();
    work("userTask_approveStakeholderMap");

    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKeyNotIn("print-deliverable")
                .count())
        .isZero();
    Deliverable map = map();
    assertThat(map.approvedBy()).isEqualTo("envoy");
    assertThat(stakeholders.releasableSummary(programme))
        .hasValueSatisfying(summary -> assertThat(summary).contains("goodwill towards Ruritania"));
    assertThat(planners.releasable(programme))
        .containsExactly(stakeholders.releasableSummary(programme).orElseThrow());
    assertThat(decisions.of(programme))
        .last()
        .extracting(DecisionRecord::what)
        .isEqualTo("Stakeholder map approved");
  }

  @Test
  void theMapShowsGridMovesCollisionsAndWhoMustBeWonOver() {
    begin("Government | candidate government", "Parliament | parliament", "Bloc | regional bloc");
    interview("Government", 5, 5, "champion", "champion", "", "bases: never", "training");
    interview("Parliament", 4, 2, "skeptic", "supporter", "bases: must be possible", "", "");
    interview("Bloc", 2, 5, "neutral", "neutral", "", "", "trade");
    closeList();

    Deliverable map = map();
    assertThat(map.isApproved()).isFalse();
    assertThat(map.document().summary())
        .startsWith(
            "3 stakeholders; 1 must be won over; 1 collision of red lines; 1 without leverage");
    assertThat(row(map, "Power and interest", "Parliament"))
        .contains("parliament", "4", "2", "keep satisfied");
    assertThat(row(map, "Stances and moves wanted", "Parliament"))
        .contains("from skeptic to supporter", "yes", "every month");
    assertThat(row(map, "Red lines that collide", "bases"))
        .containsExactly("bases", "Parliament", "must be possible", "Government", "never");
    assertThat(row(map, "Without leverage", "Parliament")).contains("yes: find leverage first");
    assertThat(map.document().sections().get(0).pictures())
        .singleElement()
        .satisfies(
            grid ->
                assertThat(grid.description())
                    .isEqualTo(
                        "1, Government: power 5, interest 5, champion."
                            + " 2, Parliament: power 4, interest 2, skeptic, wanted as supporter, to be won over."
                            + " 3, Bloc: power 2, interest 5, neutral."));
  }

  @Test
  void theListOfTasksSaysWhoIsToBeInterviewedHoweverLongTheName() {
    String longest = "საქართველოს ".repeat(40).strip();
    begin("Parliament | parliament", longest + " | regional bloc");

    assertThat(work.tasks("userTask_interviewStakeholder"))
        .extracting(OpenTask::name)
        .satisfiesExactlyInAnyOrder(
            name -> assertThat(name).isEqualTo("Interview stakeholder: Parliament"),
            name ->
                assertThat(name)
                    .startsWith("Interview stakeholder: საქართველოს საქართველოს")
                    .endsWith("…"));
  }

  @Test
  void aStakeholderAddedWhileInterviewsRunIsInterviewedToo() {
    begin("Government | candidate government");
    complete(
        "userTask_extendStakeholderList",
        Map.of("furtherStakeholders", "Youth Forum | public\nTrade Union | civil society"));

    assertThat(work.tasks("userTask_interviewStakeholder"))
        .extracting(task -> office.facts(task).get("stakeholderName"))
        .containsExactlyInAnyOrder("Government", "Youth Forum", "Trade Union");
    assertThat(work.tasks("userTask_extendStakeholderList")).hasSize(1);

    complete("userTask_extendStakeholderList", Map.of("closeList", true));
    interviewAll();
    office.runDueJobs();

    assertThat(map().document().summary()).startsWith("3 stakeholders");
  }

  @Test
  void aStakeholderCanBeAddedAndTheListClosedAtOnce() {
    begin("Government | candidate government");
    complete(
        "userTask_extendStakeholderList",
        Map.of("furtherStakeholders", "Youth Forum | public", "closeList", true));
    interviewAll();
    office.runDueJobs();

    assertThat(map().document().summary()).startsWith("2 stakeholders");
  }

  @Test
  void whoeverKnowsOfOneMoreCanSaySoToTheProcess() {
    begin("Government | candidate government");
    stakeholders.addFurther(programme, "stakeholders", List.of("Youth Forum | public"));

    assertThat(work.tasks("userTask_interviewStakeholder")).hasSize(2);
  }

  @Test
  void nobodyIsAddedWhenNoInterviewsRun() {
    assertThatThrownBy(() -> process.stakeholderAdded(programme, 1))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("No interviews of " + programme);
  }

  @Test
  void aRefusedInterviewIsRecordedFromOpenSources() {
    begin("Bloc | regional bloc");
    Map<String, Object> answers = new HashMap<>(answers(3, 3, "neutral", "neutral", "", "", ""));
    answers.put("confidential_held", "refused");
    complete("userTask_interviewStakeholder", answers);
    closeList();

    assertThat(row(map(), "Power and interest", "Bloc"))
        .contains("open sources, the interview was refused");
  }

  @Test
  void oneStakeholderCanBeInterviewedAgain() {
    begin("Government | candidate government", "Bloc | regional bloc");
    interviewAll();
    closeList();
    Stakeholder bloc = stakeholders.of(programme).get(1);
    complete(
        "userTask_approveStakeholderMap",
        Map.of(
            "mapDecision",
            "interview again",
            "stakeholderToRevisit",
            String.valueOf(bloc.id()),
            "confidential_question",
            "Is the line on treaties firm?"));

    OpenTask again = work.task("userTask_interviewStakeholder");
    assertThat(office.facts(again))
        .containsEntry("stakeholderName", "Bloc")
        .containsEntry("questions", List.of(Map.of("question", "Is the line on treaties firm?")));
    complete(
        "userTask_interviewStakeholder", answers(1, 1, "champion", "champion", "", "", "trade"));
    closeList();

    assertThat(row(map(), "Stances and moves wanted", "Bloc")).contains("keep as champion");
    assertThat(map().version()).isEqualTo(2);
    assertThat(row(map(), "Stances and moves wanted", "Government")).isNotEmpty();
  }

  @Test
  void whatWaitsIsRemindedOfAndEscalated() {
    office.setClock(START.plusSeconds(30 * 86_400L));
    office.runDueJobs();
    assertThat(subjects())
        .contains(
            "Reminder: Identify stakeholders, Ruritania (XR-2026)",
            "Overdue: stakeholder interests of Ruritania (XR-2026)");

    begin("Government | candidate government", "Bloc | regional bloc");
    interview("Government", 3, 3, "neutral", "neutral", "", "", "");
    office.setClock(START.plusSeconds(90 * 86_400L));
    office.runDueJobs();
    assertThat(subjects())
        .contains(
            "Reminder: Interview stakeholder, Ruritania (XR-2026)",
            "Reminder: Extend or close the list, Ruritania (XR-2026)");
    assertThat(notices.of(programme))
        .filteredOn(notice -> notice.text().equals("Not yet interviewed: Bloc."))
        .singleElement()
        .extracting(Notice::recipients)
        .isEqualTo("managers");

    interviewAll();
    closeList();
    office.setClock(START.plusSeconds(150 * 86_400L));
    office.runDueJobs();
    assertThat(subjects()).contains("Reminder: Approve stakeholder map, Ruritania (XR-2026)");
    assertThat(notices.of(programme))
        .last()
        .extracting(Notice::text)
        .isEqualTo("No interview is missing; the list or the map waits to be settled.");
  }

  /**
   * Rule 11: of an interview nothing rests anywhere as it was said, whether it was refused,
   * recorded, mapped, approved, printed or read.
   */
  @Test
  void rule11_interviewContentRestsNowhereAsItWasSaid(CapturedOutput output) {
    begin("Government | candidate government");
    Map<String, Object> refused = new HashMap<>(confidential());
    refused.put("confidential_exclusions", SENTINEL + " without a colon");
    refused.put("confidential_power", SENTINEL);
    refused.put("confidential_currentStance", SENTINEL);
    assertThatThrownBy(() -> complete("userTask_interviewStakeholder", refused))
        .isInstanceOf(Refused.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(SENTINEL));
    assertThat(WhatTablesHold.tablesWith(db, SENTINEL)).isEmpty();

    complete("userTask_interviewStakeholder", confidential());
    assertThat(WhatTablesHold.tablesWith(db, SENTINEL)).isEmpty();
    closeList();
    assertThat(WhatTablesHold.tablesWith(db, SENTINEL)).isEmpty();

    complete(
        "userTask_approveStakeholderMap",
        Map.of("mapDecision", "approve", "releasableSummary", "They are open to talks."));
    management.executeJob(
        management
            .createJobQuery()
            .processDefinitionKey("print-deliverable")
            .singleResult()
            .getId());
    assertThat(row(map(), "What each stakeholder said", "Government").toString())
        .contains("Note. " + SENTINEL);
    assertThat(
            db.sql("select part from deliverable_sealed order by part").query(String.class).list())
        .containsExactly("content", "print");
    assertThat(WhatTablesHold.tablesWith(db, SENTINEL)).isEmpty();
    assertThat(output.getAll()).doesNotContain(SENTINEL);
  }

  @Test
  void rule11_theQuestionOfAFurtherInterviewRestsNowhereAsItWasAsked() {
    begin("Government | candidate government");
    interviewAll();
    closeList();
    complete(
        "userTask_approveStakeholderMap",
        Map.of(
            "mapDecision",
            "interview again",
            "stakeholderToRevisit",
            String.valueOf(stakeholders.of(programme).get(0).id()),
            "confidential_question",
            "What about " + SENTINEL + "?"));

    assertThat(office.facts(work.task("userTask_interviewStakeholder")).get("questions").toString())
        .contains(SENTINEL);
    assertThat(WhatTablesHold.tablesWith(db, SENTINEL)).isEmpty();
  }

  /** Whoever can write the tables cannot lay an interview into the mouth of somebody else. */
  @Test
  void whatIsSealedDoesNotOpenInAnotherRow() {
    begin("Government | candidate government", "Bloc | regional bloc");
    interviewAll();
    List<Long> ids = stakeholders.of(programme).stream().map(Stakeholder::id).toList();
    assertThat(interviews.newest(programme)).hasSize(2);

    db.sql(
            """
            update interview set sealed =
              (select sealed from interview where stakeholder = :other)
            where stakeholder = :one
            """)
        .param("one", ids.get(0))
        .param("other", ids.get(1))
        .update();

    assertThatThrownBy(() -> interviews.newest(programme))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("was damaged or moved");
  }

  @Test
  void whoIsAskedWhetherSomebodyWasInterviewedOpensNothing() {
    begin("Government | candidate government");
    interviewAll();
    db.sql("update interview set sealed_by = 'lost'").update();

    assertThat(office.facts(work.task("userTask_extendStakeholderList")).get("stakeholderList"))
        .asString()
        .contains("interviewed");
    assertThatThrownBy(() -> interviews.newest(programme))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("sealed with the key lost, which this office was not given");
  }

  /** Managers and administrators may look at every task, but not at what was said. */
  @Test
  void rule11_theFormsShowInterviewsToTheirReadersAlone() {
    begin("Government | candidate government");
    complete("userTask_interviewStakeholder", confidential());
    closeList();
    OpenTask approval = work.task("userTask_approveStakeholderMap");

    assertThat(factsFor("managers", approval)).doesNotContainKeys("places", "collisions");
    assertThat(factsFor("camunda-admin", approval)).doesNotContainKeys("places", "collisions");
    assertThat(factsFor("envoys", approval)).containsKeys("places", "collisions");
    assertThat(DeliverableKind.STAKEHOLDER_MAP.readers())
        .containsExactlyInAnyOrder("analysts", "envoys");
  }

  @Test
  void rule11_aSummaryThatQuotesAnInterviewIsRefused() {
    begin("Government | candidate government");
    complete("userTask_interviewStakeholder", confidential());
    closeList();

    assertRefused(
        "userTask_approveStakeholderMap",
        Map.of(
            "mapDecision",
            "approve",
            "releasableSummary",
            "They told us: NEVER  permanent " + SENTINEL),
        "releasableSummary: quotes an interview");
    assertThat(stakeholders.releasableSummary(programme)).isEmpty();
  }

  @Test
  void rule11_aShortRedLineIsQuotedTogetherWithItsSubject() {
    begin("Government | candidate government");
    Map<String, Object> interview = new HashMap<>(confidential());
    interview.put("confidential_demands", "Bases: must stay");
    complete("userTask_interviewStakeholder", interview);
    closeList();

    assertRefused(
        "userTask_approveStakeholderMap",
        Map.of("mapDecision", "approve", "releasableSummary", "We know that bases: must stay."),
        "releasableSummary: quotes an interview");
  }

  /** Rule 12. */
  @Test
  void rule12_whoApprovedTheMapIsOnRecordWithoutWhatItSays() {
    begin("Government | candidate government");
    complete("userTask_interviewStakeholder", confidential());
    closeList();
    complete(
        "userTask_approveStakeholderMap",
        Map.of("mapDecision", "approve", "releasableSummary", "They are open to talks."));

    assertThat(decisions.of(programme))
        .last()
        .satisfies(
            record -> {
              assertThat(record.decidedBy()).isEqualTo("envoy");
              assertThat(record.why()).startsWith("The interests of 1 stakeholder are mapped");
            });
  }

  /** Rule 8. */
  @Test
  void rule8_alliesAreToldThatInterestsAreMapped() {
    begin("Government | candidate government");
    interviewAll();
    closeList();
    work("userTask_approveStakeholderMap");

    assertThat(notices.of(programme))
        .last()
        .satisfies(notice -> assertThat(notice.recipients()).contains("delegation-fr"));
  }

  @Test
  void namesInAnyScriptAndOfAnyLengthSurvive() {
    String name = "საქართველოს სამოქალაქო საზოგადოების ორგანიზაციების გაერთიანება ".repeat(4);
    String kept = name.substring(0, 200).strip() + " | x";
    String notes = "გრძელი ჩანაწერი. ".repeat(600).strip();
    begin(kept + " | civil society");
    Map<String, Object> answers = new HashMap<>(answers(3, 3, "neutral", "neutral", "", "", ""));
    answers.put("confidential_notes", notes);
    complete("userTask_interviewStakeholder", answers);
    closeList();

    assertThat(stakeholders.of(programme))
        .singleElement()
        .extracting(Stakeholder::name)
        .isEqualTo(kept);
    assertThat(row(map(), "What each stakeholder said", kept)).contains(notes);
  }

  @Test
  void aListThatCannotBeReadIsRefusedWithAllItsFaults() {
    assertRefused(
        "userTask_identifyStakeholders",
        Map.of("stakeholders", "Government\nBloc | club\nUnion | public\nunion | other"),
        "'Government' must have a name and a kind",
        "'club' (of Bloc) is not a kind",
        "'union' is on the list");
    assertRefused("userTask_identifyStakeholders", Map.of("stakeholders", ""), "at least one");
    assertThat(stakeholders.of(programme)).isEmpty();
  }

  @Test
  void aListThatIsNeitherExtendedNorClosedIsRefused() {
    begin("Government | candidate government");

    assertRefused("userTask_extendStakeholderList", Map.of(), "must name somebody");
    assertRefused(
        "userTask_extendStakeholderList",
        Map.of("furtherStakeholders", "government | public"),
        "is on the list");
  }

  @Test
  void anInterviewOutOfRangeIsRefused() {
    begin("Government | candidate government");
    Map<String, Object> answers =
        new HashMap<>(answers(6, 0, "neutral", "happy", "no subject", "none here: ", ""));

    assertRefused(
        "userTask_interviewStakeholder",
        answers,
        "confidential_power: must be from 1 to 5",
        "confidential_interest: must be from 1 to 5",
        "confidential_desiredStance: must be one of",
        "confidential_demands: line 1 must read",
        "confidential_exclusions: line 1 must read");
  }

  @Test
  void aDecisionOnTheMapSaysWhatItNeeds() {
    begin("Government | candidate government");
    interviewAll();
    closeList();

    assertRefused(
        "userTask_approveStakeholderMap",
        Map.of("mapDecision", "approve"),
        "releasableSummary: is required to approve");
    assertRefused(
        "userTask_approveStakeholderMap",
        Map.of("mapDecision", "interview again"),
        "stakeholderToRevisit: say who",
        "confidential_question: say what");
  }

  private void begin(String... lines) {
    complete("userTask_identifyStakeholders", Map.of("stakeholders", String.join("\n", lines)));
  }

  private void closeList() {
    complete("userTask_extendStakeholderList", Map.of("closeList", true));
    office.runDueJobs();
  }

  private void interviewAll() {
    work.tasks("userTask_interviewStakeholder")
        .forEach(task -> office.complete(task, "envoy", work.scripted(task, staff)));
  }

  private void interview(
      String name,
      int power,
      int interest,
      String now,
      String wanted,
      String demands,
      String exclusions,
      String leverage) {
    OpenTask task =
        work.tasks("userTask_interviewStakeholder").stream()
            .filter(each -> office.facts(each).get("stakeholderName").equals(name))
            .findFirst()
            .orElseThrow();
    office.complete(
        task, "envoy", answers(power, interest, now, wanted, demands, exclusions, leverage));
  }

  private static Map<String, Object> answers(
      int power,
      int interest,
      String now,
      String wanted,
      String demands,
      String exclusions,
      String leverage) {
    return Map.of(
        "confidential_held", "held",
        "confidential_power", power,
        "confidential_interest", interest,
        "confidential_currentStance", now,
        "confidential_desiredStance", wanted,
        "confidential_demands", demands,
        "confidential_exclusions", exclusions,
        "confidential_leveragePoints", leverage);
  }

  private static Map<String, Object> confidential() {
    Map<String, Object> answers =
        new HashMap<>(
            answers(
                4,
                4,
                "skeptic",
                "supporter",
                "",
                "bases: never permanent " + SENTINEL,
                "leverage " + SENTINEL));
    answers.put("confidential_notes", "Note. " + SENTINEL + " ".repeat(5000) + "end");
    return answers;
  }

  private void work(String key) {
    work.complete(key, "envoy", staff);
  }

  private void complete(String key, Map<String, Object> fields) {
    work.complete(key, "envoy", fields);
  }

  private void assertRefused(String key, Map<String, Object> fields, String... messages) {
    assertThatThrownBy(() -> complete(key, fields))
        .isInstanceOf(Refused.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(messages));
    assertThat(work.tasks(key)).isNotEmpty();
  }

  private Map<String, Object> factsFor(String group, OpenTask task) {
    identities.setAuthentication("somebody", List.of(group));
    try {
      return office.facts(task);
    } finally {
      identities.clearAuthentication();
    }
  }

  private List<String> subjects() {
    return notices.of(programme).stream().map(Notice::subject).toList();
  }

  private Deliverable map() {
    return deliverables.latest(programme, DeliverableKind.STAKEHOLDER_MAP).orElseThrow();
  }

  private static List<String> row(Deliverable deliverable, String heading, String named) {
    Section section =
        deliverable.document().sections().stream()
            .filter(each -> each.heading().equals(heading))
            .findFirst()
            .orElseThrow();
    return section.tables().get(0).rows().stream()
        .filter(row -> row.get(0).equals(named) || row.get(1).equals(named))
        .findFirst()
        .orElseThrow();
  }
}
