package app.chancery.diplomacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WorkList;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.PropagandaExposure;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.staff.DiplomacyStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The processes {@code launch-public-diplomacy} and {@code record-campaign-results}. */
@OfficeTest
class PublicDiplomacyTest {

  private static final String DRAFT = "userTask_draftMediaPlan";
  private static final String APPROVE = "userTask_approveMediaBrief";
  private static final String LAUNCH = "userTask_launchCampaign";
  private static final String RESULTS = "userTask_recordCampaignResults";
  private static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");

  @Autowired Days days;
  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired Programmes programmes;
  @Autowired Campaigns campaigns;
  @Autowired CampaignResults results;
  @Autowired Deliverables deliverables;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired Packages packages;
  @Autowired DiplomacyStaff staff;
  @Autowired RuntimeService runtime;

  private String programme;

  @BeforeEach
  void aMondayMorning() {
    office.setClock(MORNING);
  }

  @Test
  void aLaunchedCampaignEndsTheStepAndLeavesItsResultsForLater() {
    start(SampleDossiers.ruritania());
    launchCampaign();

    assertThat(running("launch-public-diplomacy")).isZero();
    assertThat(running("record-campaign-results")).isOne();
    assertThat(office.openTasks()).isEmpty();
    assertThat(campaigns.current(programme).orElseThrow().isLaunched()).isTrue();
    assertThat(lastDecision().what()).isEqualTo("Campaign launched");
    assertThat(deliverables.latest(programme, DeliverableKind.MEDIA_BRIEF))
        .get()
        .satisfies(
            brief -> {
              assertThat(brief.approvedBy()).isEqualTo("executive");
              assertThat(brief.document().sections())
                  .extracting(Document.Section::heading)
                  .containsExactly(
                      "Objectives",
                      "Audiences",
                      "Strategy",
                      "Counter-narratives",
                      "Implementation",
                      "Scoring");
            });
  }

  @Test
  void noFieldOfAFormStaysBehindAsAVariable() {
    start(SampleDossiers.ruritania());
    work.complete(DRAFT, "press", staff);

    assertThat(runtime.createVariableInstanceQuery().list().stream().map(each -> each.getName()))
        .isEmpty();
  }

  /** Rule 8: what is proposed and what was decided. */
  @Test
  void rule8_allAlliesAreToldOfTheBriefItsApprovalAndTheLaunch() {
    start(SampleDossiers.ruritania());
    launchCampaign();

    assertThat(notices.of(programme).stream().filter(each -> each.step().equals("diplomacy")))
        .hasSize(3)
        .allSatisfy(notice -> assertThat(notice.recipients().split(", ")).hasSize(32))
        .extracting(Notice::subject)
        .containsExactly(
            "Media brief proposed: Ruritania (XR-2026)",
            "Media brief approved: Ruritania (XR-2026)",
            "Public campaign launched: Ruritania (XR-2026)");
  }

  @ParameterizedTest
  @EnumSource(
      value = PropagandaExposure.class,
      names = {"MEDIUM", "HIGH"})
  void rule6_aBriefWithoutCounterNarrativesIsNotApprovedWherePropagandaExposureIsNotLow(
      PropagandaExposure exposure) {
    start(exposed(exposure));
    draftWithoutCounterNarratives();

    OpenTask approval = work.task(APPROVE);
    assertThat(office.facts(approval))
        .containsEntry("propagandaExposure", exposure.word())
        .containsEntry("propagandaExposureSource", "sample")
        .containsEntry("counterNarratives", List.of());
    assertThatThrownBy(() -> office.complete(approval, "executive", decision("approve")))
        .hasStackTraceContaining("has no counter-narratives")
        .hasStackTraceContaining("rule 6");

    assertThat(work.task(APPROVE).id()).isEqualTo(approval.id());
    assertThat(campaigns.current(programme).orElseThrow().isApproved()).isFalse();
    assertThat(deliverables.latest(programme, DeliverableKind.MEDIA_BRIEF).orElseThrow())
        .matches(brief -> !brief.isApproved());
  }

  @Test
  void rule6_aBriefWithoutCounterNarrativesIsApprovedWherePropagandaExposureIsLow() {
    start(exposed(PropagandaExposure.LOW));
    draftWithoutCounterNarratives();
    work.complete(APPROVE, "executive", decision("approve"));

    assertThat(campaigns.current(programme).orElseThrow().isApproved()).isTrue();
  }

  @Test
  void whoDraftedABriefSendsItBackButDoesNotApproveItInSomebodysPlace() {
    start(SampleDossiers.ruritania());
    work.complete(DRAFT, "press", staff);
    office.runDueJobs();

    assertThatThrownBy(() -> inPlaceOfTheExecutive("press", "approve"))
        .hasStackTraceContaining("drafted this yourself");
    assertThat(work.has(APPROVE)).isTrue();
    inPlaceOfTheExecutive("press", "send back");

    assertThat(lastDecision().what()).isEqualTo("Media brief sent back");
    assertThat(lastDecision().decidedBy()).isEqualTo("press/executive");
  }

  private void inPlaceOfTheExecutive(String deputy, String decision) {
    InPlace.of(
        Optional.of(new Person.InPlaceOf("executive", "Edith Halloran", List.of())),
        () -> {
          work.complete(APPROVE, deputy, decision(decision));
          return null;
        });
  }

  @Test
  void aBriefThatIsSentBackReturnsWithItsPlanAndTheReasons() {
    start(SampleDossiers.ruritania());
    work.complete(DRAFT, "press", staff);
    office.runDueJobs();
    work.complete(APPROVE, "executive", decision("send back"));

    OpenTask again = work.task(DRAFT);
    assertThat(office.facts(again))
        .containsEntry("sentBackBecause", "Because of the reasons given")
        .containsEntry("channel2", "Public broadcaster of Ruritania")
        .containsEntry("attitude2", "indifferent");
    assertThat(lastDecision().what()).isEqualTo("Media brief sent back");

    launchCampaign();
    assertThat(campaigns.of(programme))
        .singleElement()
        .satisfies(campaign -> assertThat(campaign.planVersion()).isEqualTo(2));
    assertThat(deliverables.of(programme)).extracting(Deliverable::version).containsExactly(1, 2);
  }

  @Test
  void aFirstDraftStartsFromTheEndorsedPackageAndTheDossier() {
    programme = programmes.register(SampleDossiers.ruritania());
    packages.draft(
        programme,
        Tier.STRATEGIC_PARTNER,
        Tier.STRATEGIC_PARTNER,
        "as assessed",
        new PackageTerms(
            List.of("Regular consultations"),
            List.of("Customs talks"),
            List.of("Staff courses"),
            List.of(
                PlannedMilestone.general(
                    "First consultations", "meetings", "2", LocalDate.of(2027, 6, 30))),
            "A first step together."));
    packages.endorse(programme);
    run();

    Map<String, Object> facts = office.facts(work.task(DRAFT));
    assertThat(facts.get("policyAim")).isEqualTo("Ruritania as strategic partner of the alliance");
    assertThat(facts.get("packageSummary").toString()).contains("A first step together.");
    assertThat(facts.get("baseline1").toString()).contains("74 %").contains("30 Jun 2026");
    assertThat(facts.get("mutualBenefits").toString()).contains("Customs talks", "Staff courses");
    assertThat(facts.get("channelKind1")).isEqualTo("regional-organisation");
    assertThat(facts.get("startsOn")).isEqualTo("2026-12-23");
  }

  static Stream<Arguments> badPlans() {
    return Stream.of(
        bad("policyAim", " ", "policyAim: is required"),
        bad("objective1", null, "objective1: is required"),
        bad("attitude1", "furious", "attitude1: 'furious' must be one of"),
        bad("messages", "\n \n", "messages: a plan has at least one message"),
        bad("mutualBenefits", "", "mutualBenefits: a plan names at least one benefit"),
        bad("channelKind1", "news media", "channel1: at least one channel goes through a regional"),
        bad("channel3", "", "channel3: is required"),
        bad("answer1", "", "answer1: is required"),
        bad("budgetEur", -1, "budgetEur: must be from 0"),
        bad("startsOn", "2026-11-22", "startsOn: 22 Nov 2026 is in the past"),
        bad("endsOn", "2026-11-24", "endsOn: must be after the start"),
        bad("endsOn", null, "endsOn: is required"),
        bad("timeline", "soon: a concert", "timeline: 'soon:' is not a date like 2026-11-01"),
        bad(
            "timeline",
            "1/2/2027 A concert",
            "timeline: '1/2/2027' is not a date that can be told"),
        bad("timeline", "2029-01-01 Too late", "timeline: 1 Jan 2029 lies after the end"),
        bad("timeline", "", "timeline: a plan has at least one activity"));
  }

  @ParameterizedTest
  @MethodSource("badPlans")
  void aPlanThatLacksSomethingIsRefusedAndTheTaskStaysOpen(
      String field, Object value, String message) {
    start(SampleDossiers.ruritania());
    OpenTask draft = work.task(DRAFT);
    Map<String, Object> fields = new HashMap<>(fields(draft));
    fields.put(field, value);

    assertThatThrownBy(() -> office.complete(draft, "press", fields))
        .hasStackTraceContaining(message);
    assertThat(work.task(DRAFT).id()).isEqualTo(draft.id());
    assertThat(campaigns.current(programme)).isEmpty();
  }

  @Test
  void aPlanKeepsTextInAnyScriptWhole() {
    start(SampleDossiers.ruritania());
    String proposition = "Безпека – спільна справа 安全 <b>אבטחה</b> ".repeat(100).strip();
    Map<String, Object> fields = new HashMap<>(fields(work.task(DRAFT)));
    fields.put("proposition", proposition);
    work.complete(DRAFT, "press", fields);

    assertThat(campaigns.current(programme).orElseThrow().plan().proposition())
        .isEqualTo(proposition);
  }

  @Test
  void aDecisionOnTheBriefNeedsItsReasons() {
    start(SampleDossiers.ruritania());
    work.complete(DRAFT, "press", staff);
    office.runDueJobs();

    assertThatThrownBy(() -> work.complete(APPROVE, "executive", Map.of("decision", "perhaps")))
        .hasStackTraceContaining("decision: 'perhaps' must be one of: approve, send back")
        .hasStackTraceContaining("reason: is required");
    assertThat(work.keys()).contains(APPROVE);
  }

  @Test
  void aLaunchNeedsADayAheadAndAChannelOfARegionalOrganisation() {
    start(SampleDossiers.ruritania());
    approveBrief();

    assertThatThrownBy(
            () ->
                work.complete(
                    LAUNCH, "press", Map.of("launchOn", "2026-11-22", "channel2Ready", true)))
        .hasStackTraceContaining("launchOn: 22 Nov 2026 is in the past")
        .hasStackTraceContaining("channel through a regional organisation");
    assertThatThrownBy(
            () ->
                work.complete(
                    LAUNCH, "press", Map.of("launchOn", "2028-01-01", "channel1Ready", true)))
        .hasStackTraceContaining("launchOn: must be before the planned end");
    assertThat(work.keys()).contains(LAUNCH);
    assertThat(campaigns.current(programme).orElseThrow().isLaunched()).isFalse();
  }

  /** Otherwise no day would do, and the programme would stand still for good. */
  @Test
  void aCampaignWhosePlannedEndHasPassedIsLaunchedUntilANewOne() {
    start(SampleDossiers.ruritania());
    approveBrief();
    LocalDate planned = campaigns.current(programme).orElseThrow().plan().endsOn();
    assertThat(office.facts(work.task(LAUNCH)).get("endIsPast")).isEqualTo(false);
    office.setClock(planned.plusDays(30).atTime(9, 0).toInstant(ZoneOffset.UTC));
    assertThat(office.facts(work.task(LAUNCH)).get("endIsPast")).isEqualTo(true);
    String launch = today().toString();

    assertThatThrownBy(
            () -> work.complete(LAUNCH, "press", Map.of("launchOn", launch, "channel1Ready", true)))
        .hasStackTraceContaining("endOn: is required: the planned end has come");
    assertThatThrownBy(
            () ->
                work.complete(
                    LAUNCH,
                    "press",
                    Map.of("launchOn", launch, "endOn", launch, "channel1Ready", true)))
        .hasStackTraceContaining("endOn: must be after the launch");
    String end = today().plusDays(60).toString();
    work.complete(LAUNCH, "press", Map.of("launchOn", launch, "endOn", end, "channel1Ready", true));

    assertThat(campaigns.current(programme).orElseThrow().endsOn()).isEqualTo(end);
    assertThat(running("launch-public-diplomacy")).isZero();
    assertThat(lastDecision().why()).contains("in place of the planned end until");
  }

  @Test
  void aBriefOfACampaignThatWouldBeOverIsSentBackAndNotApproved() {
    start(SampleDossiers.ruritania());
    work.complete(DRAFT, "press", staff);
    office.runDueJobs();
    LocalDate planned = campaigns.current(programme).orElseThrow().plan().endsOn();
    office.setClock(planned.atTime(9, 0).toInstant(ZoneOffset.UTC));

    assertThatThrownBy(() -> work.complete(APPROVE, "executive", staff))
        .hasStackTraceContaining("decision: The campaign would be over");
    work.complete(
        APPROVE, "executive", Map.of("decision", "send back", "reason", "Later days, please."));
    assertThat(work.keys()).containsExactly(DRAFT);
  }

  @Test
  void onlyTheChannelsThatAreReadyCarryTheCampaign() {
    start(SampleDossiers.ruritania());
    approveBrief();
    work.complete(LAUNCH, "press", Map.of("launchOn", "2026-12-23", "channel1Ready", true));

    assertThat(campaigns.launchedOver(campaigns.current(programme).orElseThrow().id()))
        .extracting(MediaPlan.Channel::name)
        .containsExactly("European Union");
  }

  @Test
  void publicAffairsIsRemindedOfAPlanThatIsLate() {
    start(SampleDossiers.ruritania());
    passTimers(1);

    assertThat(newest().subject()).isEqualTo("Media plan awaited: Ruritania (XR-2026)");
    assertThat(newest().recipients()).isEqualTo("public-affairs");
    assertThat(work.keys()).contains(DRAFT);
  }

  @Test
  void executivesAreRemindedOfTheBriefThenManagersHearOfIt() {
    start(SampleDossiers.ruritania());
    work.complete(DRAFT, "press", staff);
    office.runDueJobs();

    passTimers(1);
    assertThat(newest().recipients()).isEqualTo("executives");
    passTimers(1);
    assertThat(newest().recipients()).isEqualTo("managers");
    assertThat(work.keys()).contains(APPROVE);
  }

  @Test
  void publicAffairsIsRemindedOfALaunchThatIsLate() {
    start(SampleDossiers.ruritania());
    approveBrief();
    passTimers(1);

    assertThat(newest().subject()).isEqualTo("Launch awaited: Ruritania (XR-2026)");
    assertThat(work.keys()).contains(LAUNCH);
  }

  @Test
  void resultsAreAskedForWhenTheyCanBeKnownAndThenTheBriefIsIssuedWithThem() {
    start(SampleDossiers.ruritania());
    launchCampaign();
    LocalDate end = campaigns.current(programme).orElseThrow().endsOn();

    passTimers(1);
    assertThat(today()).isEqualTo(end.plusDays(14));
    assertThat(work.task(RESULTS).name()).isEqualTo("Record campaign results: outputs");
    assertThat(office.facts(work.task(RESULTS))).containsEntry("stage", "outputs");
    work.complete(RESULTS, "press", staff);
    passTimers(1);
    assertThat(today()).isEqualTo(end.plusMonths(2));
    assertThat(office.facts(work.task(RESULTS))).containsEntry("stage", "outtakes");
    work.complete(RESULTS, "press", staff);
    passTimers(1);
    assertThat(today()).isEqualTo(end.plusMonths(6));
    work.complete(RESULTS, "press", staff);
    office.runDueJobs();

    assertThat(running("record-campaign-results")).isZero();
    Campaign campaign = campaigns.current(programme).orElseThrow();
    assertThat(campaign.closedAt()).isNotNull();
    assertThat(results.of(campaign.id())).extracting(CampaignResult::stage).hasSize(4);
    assertThat(results.lessons(campaign.id())).hasSize(3);
    assertThat(
            deliverables
                .latest(programme, DeliverableKind.MEDIA_BRIEF)
                .orElseThrow()
                .document()
                .sections())
        .extracting(Document.Section::heading)
        .contains("Results: outputs", "Results: outtakes", "Results: outcomes");
  }

  @Test
  void resultsWithoutAFindingOrALessonAreRefused() {
    start(SampleDossiers.ruritania());
    launchCampaign();
    passTimers(1);

    assertThatThrownBy(() -> work.complete(RESULTS, "press", Map.of("learned", "")))
        .hasStackTraceContaining("measure1: at least one result is needed")
        .hasStackTraceContaining("learned: is required");
    assertThatThrownBy(
            () ->
                work.complete(RESULTS, "press", Map.of("learned", "much", "measure1", "Articles")))
        .hasStackTraceContaining("result1: is required")
        .hasStackTraceContaining("source1: is required");
    assertThat(work.keys()).contains(RESULTS);
  }

  @Test
  void publicAffairsIsRemindedOfResultsThenManagersHearOfIt() {
    start(SampleDossiers.ruritania());
    launchCampaign();
    passTimers(1);

    passTimers(1);
    assertThat(newest().subject()).isEqualTo("Campaign results awaited: Ruritania (XR-2026)");
    assertThat(newest().recipients()).isEqualTo("public-affairs");
    passTimers(1);
    assertThat(newest().recipients()).isEqualTo("managers");
    assertThat(work.keys()).contains(RESULTS);
  }

  @Test
  void nobodyIsAskedForResultsOfAProgrammeThatHasEnded() {
    start(SampleDossiers.ruritania());
    launchCampaign();
    programmes.close(programme, Outcome.TERMINATED, "no longer wanted");

    assertThat(running("record-campaign-results")).isZero();
    assertThat(office.nextTimer()).isEmpty();
    assertThat(campaigns.current(programme).orElseThrow().closedAt()).isNotNull();
    assertThat(lastDecision().what()).isEqualTo("Campaign closed with the programme");
    assertThat(lastDecision().why()).isEqualTo("Not recorded: outputs, outtakes, outcomes");
  }

  @Test
  void aProgrammeThatComesBackToTheStepHasAFurtherCampaign() {
    start(SampleDossiers.ruritania());
    launchCampaign();
    run();
    launchCampaign();

    assertThat(campaigns.of(programme)).extracting(Campaign::number).containsExactly(1, 2);
    assertThat(running("record-campaign-results")).isEqualTo(2);
  }

  @Test
  void aDecisionOnACampaignThatDoesNotAwaitItIsRefused() {
    programme = programmes.register(SampleDossiers.ruritania());

    assertThatThrownBy(() -> campaigns.approve(programme, "because")).isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                campaigns.launch(
                    programme, today(), java.util.Optional.empty(), java.util.Set.of(1)))
        .isInstanceOf(Refused.class);
  }

  private void start(Dossier dossier) {
    programme = programmes.register(dossier);
    run();
  }

  private void run() {
    runtime.startProcessInstanceByKey("launch-public-diplomacy", programme);
  }

  private void approveBrief() {
    work.complete(DRAFT, "press", staff);
    office.runDueJobs();
    work.complete(APPROVE, "executive", staff);
  }

  private void launchCampaign() {
    approveBrief();
    work.complete(LAUNCH, "press", staff);
  }

  private void draftWithoutCounterNarratives() {
    Map<String, Object> fields = new HashMap<>(fields(work.task(DRAFT)));
    fields.keySet().removeIf(field -> field.matches("(claim|answer|proof)\\d"));
    work.complete(DRAFT, "press", fields);
    office.runDueJobs();
  }

  private Map<String, Object> fields(OpenTask task) {
    return work.scripted(task, staff);
  }

  private void passTimers(int count) {
    for (int i = 0; i < count; i++) {
      office.setClock(office.nextTimer().orElseThrow());
      office.runDueJobs();
    }
  }

  private LocalDate today() {
    return days.of(office.now());
  }

  private long running(String process) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(process).count();
  }

  private DecisionRecord lastDecision() {
    List<DecisionRecord> all = decisions.of(programme);
    return all.get(all.size() - 1);
  }

  private Notice newest() {
    List<Notice> all = notices.of(programme);
    return all.get(all.size() - 1);
  }

  private static Map<String, Object> decision(String decision) {
    return Map.of("decision", decision, "reason", "Because of the reasons given");
  }

  private static Dossier exposed(PropagandaExposure exposure) {
    Dossier dossier = SampleDossiers.ruritania();
    return new Dossier(
        dossier.candidate(),
        dossier.name(),
        dossier.european(),
        dossier.region(),
        dossier.assessedOn(),
        exposure,
        dossier.propagandaExposureSource(),
        dossier.indicators());
  }

  private static Arguments bad(String field, Object value, String message) {
    return Arguments.of(field, value, message);
  }
}
