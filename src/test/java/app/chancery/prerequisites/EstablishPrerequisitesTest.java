package app.chancery.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WorkList;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document.Section;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.staff.PrerequisitesStaff;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class EstablishPrerequisitesTest {

  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  private static final Set<String> TASKS_OF_THE_STEP =
      Set.of(
          "userTask_fileIntelligenceBriefs",
          "userTask_assessSecurityBaseline",
          "userTask_confirmMechanisms",
          "userTask_inventoryCommandStructures",
          "userTask_assessPoliticalBandwidth",
          "userTask_endorseReadiness");

  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired Programmes programmes;
  @Autowired Prerequisites prerequisites;
  @Autowired Intelligence intelligence;
  @Autowired PrerequisitesStaff staff;
  @Autowired Deliverables deliverables;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;

  private String programme;
  private String instance;

  @BeforeEach
  void theProgrammeIsOpened() {
    office.setClock(START);
    programme = programmes.register(SampleDossiers.ruritania());
  }

  @Test
  void theThreeAreasAreExaminedSideBySide() {
    begin();

    assertThat(work.keys())
        .containsExactlyInAnyOrder(
            "userTask_fileIntelligenceBriefs",
            "userTask_confirmMechanisms",
            "userTask_assessPoliticalBandwidth");
  }

  @Test
  void whatIsSatisfiedAndEndorsedIsEstablished() {
    begin();
    examineEverything();
    work.complete("userTask_endorseReadiness", "executive", staff);

    assertEnded(true);
    Deliverable baseline =
        deliverables.latest(programme, DeliverableKind.READINESS_BASELINE).orElseThrow();
    assertThat(baseline.approvedBy()).isEqualTo("executive");
    assertThat(last(decisions.of(programme)))
        .extracting(DecisionRecord::what, DecisionRecord::decidedBy)
        .containsExactly("Readiness baseline endorsed", "executive");
  }

  /** The decision that ends the step is what the end of the programme quotes. */
  @Test
  void aShelvedProgrammeHasItsReasonOnRecord() {
    begin();
    examineEverything();
    work.complete(
        "userTask_endorseReadiness",
        "executive",
        Map.of("endorsement", "shelve", "endorsementWhy", "The timing is wrong"));

    assertEnded(false);
    assertThat(last(decisions.of(programme)))
        .extracting(DecisionRecord::what, DecisionRecord::why)
        .containsExactly("Prerequisites not met", "The timing is wrong");
  }

  @Test
  void noTaskOfOutreachExistsBeforeAllIsSatisfiedAndEndorsed() {
    begin();
    for (String key :
        List.of(
            "userTask_fileIntelligenceBriefs",
            "userTask_assessSecurityBaseline",
            "userTask_confirmMechanisms",
            "userTask_inventoryCommandStructures",
            "userTask_assessPoliticalBandwidth")) {
      assertThat(TASKS_OF_THE_STEP).containsAll(work.keys());
      work.complete(key, "somebody", staff);
    }
    office.runDueJobs();

    assertThat(work.keys()).containsExactly("userTask_endorseReadiness");
  }

  @Test
  void whatIsNotSatisfiedCannotBeEndorsed() {
    begin();
    work.complete("userTask_fileIntelligenceBriefs", "analyst", staff);
    Map<String, Object> negative =
        new HashMap<>(work.scripted(work.task("userTask_assessSecurityBaseline"), staff));
    negative.put("securityVerdict", "not satisfied");
    negative.put("securityWhy", "An open border dispute");
    work.complete("userTask_assessSecurityBaseline", "analyst", negative);
    work.complete("userTask_confirmMechanisms", "planner", staff);
    work.complete("userTask_inventoryCommandStructures", "officer", staff);
    work.complete("userTask_assessPoliticalBandwidth", "analyst", staff);
    office.runDueJobs();

    assertThatThrownBy(() -> work.complete("userTask_endorseReadiness", "executive", staff))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Security baseline is not satisfied")
        .hasMessageContaining("An open border dispute");
    assertThat(work.keys()).containsExactly("userTask_endorseReadiness");
  }

  @Test
  void onlyTheAreaThatIsSentBackIsExaminedAgain() {
    begin();
    examineEverything();
    work.complete(
        "userTask_endorseReadiness",
        "executive",
        Map.of(
            "endorsement",
            "send back",
            "areaSentBack",
            "POLITICAL_BANDWIDTH",
            "endorsementWhy",
            "The coalition has changed"));

    assertThat(work.keys()).containsExactly("userTask_assessPoliticalBandwidth");
    assertThat(office.facts(work.task("userTask_assessPoliticalBandwidth")))
        .containsEntry("openedBecause", "The coalition has changed");

    work.complete("userTask_assessPoliticalBandwidth", "analyst", staff);
    office.runDueJobs();
    work.complete("userTask_endorseReadiness", "executive", staff);

    assertEnded(true);
    assertThat(prerequisites.findings(programme))
        .filteredOn(finding -> finding.part() == Part.POLITICAL_BANDWIDTH)
        .singleElement()
        .extracting(Finding::attempt)
        .isEqualTo(2);
    assertThat(deliverables.of(programme)).extracting(Deliverable::version).containsExactly(1, 2);
  }

  @Test
  void everyAreaCanBeSentBack() {
    begin();
    examineEverything();
    sendBack(Area.SECURITY_BASELINE);
    assertThat(work.keys()).containsExactly("userTask_fileIntelligenceBriefs");
    // The briefs of the first attempt are on file, so no new one is needed.
    work.complete("userTask_fileIntelligenceBriefs", "analyst", Map.of("briefs", ""));
    work.complete("userTask_assessSecurityBaseline", "analyst", staff);
    office.runDueJobs();
    sendBack(Area.MECHANISMS_AND_COMMAND);

    assertThat(work.keys()).containsExactly("userTask_confirmMechanisms");
  }

  @Test
  void briefsAreFiledUntilTheyAreComplete() {
    begin();
    work.complete(
        "userTask_fileIntelligenceBriefs",
        "analyst",
        Map.of("briefs", "2026-10-02 | liaison | high | First finding", "moreBriefsToCome", true));
    assertThat(work.keys()).contains("userTask_fileIntelligenceBriefs");

    work.complete(
        "userTask_fileIntelligenceBriefs",
        "analyst",
        Map.of("briefs", "2026-10-09 | liaison | low | Second finding"));

    assertThat(work.keys()).contains("userTask_assessSecurityBaseline");
    assertThat(intelligence.briefs(programme))
        .extracting(IntelligenceBrief::finding)
        .containsExactly("First finding", "Second finding");
  }

  @Test
  void theExecutivesHearOfAnIntelligenceGapWhileTheWorkGoesOn() {
    begin();
    work.complete(
        "userTask_fileIntelligenceBriefs",
        "analyst",
        Map.of(
            "briefs",
            "2026-10-02 | liaison | high | A finding",
            "intelligenceGap",
            "Nothing is known of the northern garrison"));

    assertThat(notices.of(programme))
        .filteredOn(notice -> notice.subject().startsWith("Intelligence gap"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.recipients()).isEqualTo("executives, managers");
              assertThat(notice.text()).contains("northern garrison");
            });
    assertThat(work.keys())
        .contains("userTask_assessSecurityBaseline", "userTask_confirmMechanisms");
  }

  @Test
  void anInventedCountryHasNoMechanismAndTheFormSaysSo() {
    begin();

    assertThat(office.facts(work.task("userTask_confirmMechanisms")))
        .containsEntry("mechanisms", "")
        .extractingByKey("mechanismsFound")
        .asString()
        .startsWith("None found");
  }

  @Test
  void theMechanismsOfARealCountryAreProposedWithTheirSources() {
    programme = programmes.register(SampleDossiers.of("MD", "Moldova"));
    begin();

    assertThat(office.facts(work.task("userTask_confirmMechanisms")).get("mechanisms").toString())
        .contains("PfP | active", "IPAP | being replaced by ITPP");
    work.complete("userTask_confirmMechanisms", "planner", staff);
    assertThat(prerequisites.findings(programme).get(0).details())
        .extracting(Finding.Detail::label)
        .contains("PfP", "IPAP");
  }

  @Test
  void whoHasNotDoneHisPartIsRemindedThenItIsEscalated() {
    begin();
    office.setClock(START.plusSeconds(8 * 86_400));
    office.runDueJobs();

    assertThat(subjects())
        .contains(
            "Reminder: File intelligence briefs, Ruritania (XR-2026)",
            "Reminder: Confirm partnership mechanisms, Ruritania (XR-2026)",
            "Reminder: Assess political bandwidth, Ruritania (XR-2026)");

    work.complete("userTask_fileIntelligenceBriefs", "analyst", staff);
    work.complete("userTask_confirmMechanisms", "planner", staff);
    office.setClock(START.plusSeconds(40 * 86_400L));
    office.runDueJobs();

    assertThat(subjects())
        .contains(
            "Reminder: Assess security baseline, Ruritania (XR-2026)",
            "Reminder: Inventory command structures, Ruritania (XR-2026)");
    assertThat(notices.of(programme))
        .filteredOn(notice -> notice.subject().startsWith("Overdue"))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(notice -> assertThat(notice.recipients()).isEqualTo("managers, executives"))
        .last()
        .extracting(Notice::text)
        .asString()
        .contains("Security baseline", "Domestic political bandwidth");
  }

  @Test
  void mechanismsThatNobodyConfirmsAreEscalated() {
    begin();
    work.complete("userTask_fileIntelligenceBriefs", "analyst", staff);
    work.complete("userTask_assessSecurityBaseline", "analyst", staff);
    work.complete("userTask_assessPoliticalBandwidth", "analyst", staff);
    office.setClock(START.plusSeconds(40 * 86_400L));
    office.runDueJobs();

    assertThat(notices.of(programme))
        .filteredOn(notice -> notice.subject().startsWith("Overdue"))
        .singleElement()
        .extracting(Notice::text)
        .isEqualTo("Still waited for: Partnership mechanisms and command structures.");
  }

  @Test
  void anEndorsementThatWaitsIsRemindedOfAndEscalated() {
    begin();
    examineEverything();
    office.setClock(START.plusSeconds(40 * 86_400L));
    office.runDueJobs();

    assertThat(subjects()).contains("Reminder: Endorse readiness baseline, Ruritania (XR-2026)");
    assertThat(notices.of(programme))
        .filteredOn(notice -> notice.subject().startsWith("Overdue"))
        .singleElement()
        .extracting(Notice::text)
        .asString()
        .contains("decision on the readiness baseline");
  }

  @Test
  void theBaselineShowsIndicatorsScoresAndFindings() {
    begin();
    examineEverything();

    Deliverable baseline =
        deliverables.latest(programme, DeliverableKind.READINESS_BASELINE).orElseThrow();
    assertThat(baseline.isApproved()).isFalse();
    assertThat(baseline.document().sections())
        .extracting(Section::heading)
        .contains(
            "Candidate",
            "Indicators",
            "Readiness",
            "Security baseline",
            "Partnership mechanisms",
            "Command structures",
            "Domestic political bandwidth");
    Section indicators = section(baseline, "Indicators");
    assertThat(indicators.tables().get(0).rows())
        .contains(
            List.of(
                "Defence spending",
                "2.4",
                "% of GDP",
                "2026-06-30",
                "fresh, 4 months",
                "sample figure of an invented country"));
    Section readiness = section(baseline, "Readiness");
    assertThat(readiness.tables().get(0).rows())
        .extracting(row -> row.get(0))
        .contains("Military capability", "Domestic support");
    assertThat(readiness.pictures().get(0).description())
        .contains("Interoperability ", ", interim ally from 30, full candidate from 60.")
        .contains("Economic ties ", ", interim ally from 25, full candidate from 40.");
  }

  /** Rule 8. */
  @Test
  void rule8_alliesAreToldWhatIsProposedAndWhatWasDecided() {
    begin();
    examineEverything();
    work.complete("userTask_endorseReadiness", "executive", staff);

    assertThat(notices.of(programme))
        .filteredOn(notice -> notice.recipients().contains("delegation-fr"))
        .extracting(Notice::subject)
        .contains(
            "Readiness baseline proposed: Ruritania (XR-2026)",
            "Readiness baseline endorsed: Ruritania (XR-2026)");
  }

  /** Rule 12. */
  @Test
  void rule12_everyVerdictIsOnRecordWithItsAuthorAndReason() {
    begin();
    examineEverything();

    assertThat(decisions.of(programme))
        .filteredOn(record -> record.step().equals("prerequisites"))
        .hasSize(4)
        .allSatisfy(
            record -> {
              assertThat(record.what()).endsWith(": satisfied");
              assertThat(record.why()).isNotBlank();
              assertThat(record.decidedBy()).isEqualTo("somebody");
            });
  }

  @Test
  void badBriefsAreRefusedLineByLine() {
    begin();

    assertRefused(
        "userTask_fileIntelligenceBriefs",
        Map.of(
            "briefs",
            "2026-10-02 | liaison | high | Fine\n"
                + "no bars\n"
                + "2031-01-01 | liaison | sure | From the future"),
        "line 2 must read",
        "line 3: 1 Jan 2031 is in the future",
        "line 3: confidence must be low, moderate or high, not 'sure'");
    assertRefused("userTask_fileIntelligenceBriefs", Map.of("briefs", " "), "at least one brief");
    assertThat(intelligence.briefs(programme)).isEmpty();
  }

  @Test
  void aSecurityBaselineWithoutVerdictIsRefused() {
    begin();
    work.complete("userTask_fileIntelligenceBriefs", "analyst", staff);

    assertRefused(
        "userTask_assessSecurityBaseline",
        Map.of("securityVerdict", "perhaps"),
        "'perhaps' must be one of: satisfied, not satisfied",
        "securityWhy: is required",
        "threats: is required");
  }

  @Test
  void mechanismsThatCannotBeReadAreRefused() {
    begin();

    assertRefused(
        "userTask_confirmMechanisms",
        Map.of("mechanisms", "PfP", "mechanismsVerdict", "satisfied", "mechanismsWhy", "Enough"),
        "line 1 must read 'framework | status | since'");
  }

  @Test
  void commandStructuresWithoutLiaisonAreRefused() {
    begin();
    work.complete("userTask_confirmMechanisms", "planner", staff);

    assertRefused(
        "userTask_inventoryCommandStructures",
        Map.of("commandVerdict", "satisfied", "commandWhy", "Clear"),
        "liaisonArrangements: is required",
        "commandStructures: is required");
  }

  @Test
  void moreSeatsInFavourThanThereAreAreRefused() {
    begin();

    assertRefused(
        "userTask_assessPoliticalBandwidth",
        Map.of(
            "seatsInFavour",
            120,
            "seatsInParliament",
            100,
            "bandwidthVerdict",
            "satisfied",
            "bandwidthWhy",
            "A majority"),
        "seatsInFavour: must not be more than there are seats");
    assertRefused(
        "userTask_assessPoliticalBandwidth",
        Map.of(
            "seatsInFavour", 60,
            "seatsInParliament", 100,
            "elections", "next spring | parliament",
            "bandwidthVerdict", "satisfied",
            "bandwidthWhy", "A majority"),
        "elections: line 1: 'next spring' is not a date like 2026-11-01");
  }

  @Test
  void nothingIsSentBackWithoutSayingWhat() {
    begin();
    examineEverything();

    assertRefused(
        "userTask_endorseReadiness",
        Map.of("endorsement", "send back", "endorsementWhy", "Not good enough"),
        "areaSentBack: say which area");
  }

  /** Text in any script and of any length a person would write is kept whole. */
  @Test
  void aLongReasonInAnotherScriptIsKeptWhole() {
    begin();
    String reason = "უმრავლესობა მხარს უჭერს ".repeat(500).strip();
    Map<String, Object> answer =
        new HashMap<>(work.scripted(work.task("userTask_assessPoliticalBandwidth"), staff));
    answer.put("bandwidthWhy", reason);
    work.complete("userTask_assessPoliticalBandwidth", "analyst", answer);

    assertThat(prerequisites.findings(programme))
        .singleElement()
        .extracting(Finding::why)
        .isEqualTo(reason);
  }

  private void begin() {
    instance = runtime.startProcessInstanceByKey("establish-prerequisites", programme).getId();
  }

  private void examineEverything() {
    List.of(
            "userTask_fileIntelligenceBriefs",
            "userTask_assessSecurityBaseline",
            "userTask_confirmMechanisms",
            "userTask_inventoryCommandStructures",
            "userTask_assessPoliticalBandwidth")
        .forEach(key -> work.complete(key, "somebody", staff));
    office.runDueJobs();
  }

  private void sendBack(Area area) {
    work.complete(
        "userTask_endorseReadiness",
        "executive",
        Map.of(
            "endorsement",
            "send back",
            "areaSentBack",
            area.name(),
            "endorsementWhy",
            "Look again"));
  }

  private void assertRefused(String key, Map<String, Object> fields, String... messages) {
    assertThatThrownBy(() -> work.complete(key, "somebody", fields))
        .isInstanceOf(Refused.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(messages));
    assertThat(work.keys()).contains(key);
  }

  private List<String> subjects() {
    return notices.of(programme).stream().map(Notice::subject).toList();
  }

  private void assertEnded(boolean met) {
    assertThat(work.keys()).isEmpty();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKeyNotIn("print-deliverable")
                .count())
        .isZero();
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("prerequisitesMet")
                .list())
        .singleElement()
        .extracting(HistoricVariableInstance::getValue)
        .isEqualTo(met);
  }

  private static Section section(Deliverable deliverable, String heading) {
    return deliverable.document().sections().stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
