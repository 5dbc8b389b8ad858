package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WorkList;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Picture;
import app.chancery.engagement.EngagementPackage.Status;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Assessments;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.staff.EngagementStaff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class DesignEngagementPackageTest {

  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired EngagementStaff staff;
  @Autowired Programmes programmes;
  @Autowired Packages packages;
  @Autowired Assessments assessments;
  @Autowired Mandates mandates;
  @Autowired Deliverables deliverables;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;
  @Autowired ManagementService management;
  @Autowired JdbcClient db;

  @BeforeEach
  void setTheClock() {
    office.setClock(START);
  }

  // ------------------------------------------------------------ the straight way

  @Test
  void aPackageIsDesignedApprovedAndSettled() {
    String programme = design(SampleDossiers.ruritania());

    answer("userTask_draftOffer");
    office.runDueJobs();
    answer("userTask_approvePackage");

    assertThat(isOver()).isTrue();
    assertThat(programmes.get(programme).tier()).isEqualTo(Tier.FULL_CANDIDATE);
    EngagementPackage current = packages.current(programme);
    assertThat(current.status()).isEqualTo(Status.APPROVED);
    assertThat(current.instruments())
        .extracting(PlannedInstrument::instrument)
        .containsExactly(Instrument.values());
    LocalDate consensus = LocalDate.of(2026, 11, 2).plusDays(90);
    assertThat(current.instruments())
        .isNotEmpty()
        .allSatisfy(planned -> assertThat(planned.from()).isEqualTo(consensus));
    assertThat(current.instruments().get(2).to()).isEqualTo(consensus.plusMonths(36));
    assertThat(assessments.of(programme)).hasSize(1);
  }

  @Test
  void theDiplomaticPackageIsApprovedByWhoApprovedIt() {
    String programme = design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();

    assertThat(office.facts(work.task("userTask_approvePackage")).get("packagePage").toString())
        .startsWith("/programmes/XR-2026/deliverables/");
    work.complete(
        "userTask_approvePackage",
        "executive",
        Map.of("packageDecision", "true", "packageReason", "In proportion."));

    Deliverable document =
        deliverables.latest(programme, DeliverableKind.DIPLOMATIC_PACKAGE).orElseThrow();
    assertThat(document.approvedBy()).isEqualTo("executive");
    assertThat(document.document().sections())
        .extracting(section -> section.heading())
        .contains("Tier", "Readiness", "Instruments, cost and time", "Milestones");
    assertThat(document.document().toString())
        .contains("Full Membership Accession", "alliance-wide", "Interoperability", "executives");
    assertThat(document.document().sections().stream().flatMap(each -> each.pictures().stream()))
        .extracting(Picture::description)
        .hasSize(2)
        .anyMatch(bars -> bars.startsWith("Military capability "))
        .anyMatch(time -> time.startsWith("Strategic Partnership Agreement: 20"));
    assertThat(rows(document, "Responsibilities"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get(2)).as("responsible").isNotBlank();
              assertThat(row.get(3)).as("accountable").isNotBlank().doesNotContain(",");
            });
    assertThat(rows(document, "Instruments, cost and time"))
        .extracting(row -> row.get(3))
        .containsExactly("12", "18", "36");
  }

  @Test
  void rule8_allAlliesAreToldWhatIsProposedAndWhatWasDecided() {
    String programme = design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();
    answer("userTask_approvePackage");

    assertThat(engagementNotices(programme))
        .extracting(Notice::subject)
        .containsExactly(
            "Proposed tier for Ruritania (XR-2026): full candidate",
            "Package decided for Ruritania (XR-2026): full candidate");
    assertThat(engagementNotices(programme))
        .isNotEmpty()
        .allSatisfy(notice -> assertThat(notice.recipients().split(", ")).hasSize(32));
  }

  @Test
  void rule12_everyDecisionSaysWhoWhenWhatAndWhy() {
    String programme = design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();
    answer("userTask_approvePackage");

    assertThat(engagementDecisions(programme))
        .extracting(DecisionRecord::what)
        .containsExactly(
            "Assessed as full candidate",
            "Offer drafted as full candidate",
            "Cost is within the alliance's capacity",
            "Diplomatic package approved",
            "Tier settled: full candidate");
    assertThat(engagementDecisions(programme))
        .isNotEmpty()
        .allSatisfy(
            decision -> {
              assertThat(decision.why()).isNotBlank();
              assertThat(decision.decidedBy()).isNotBlank();
              assertThat(decision.decidedAt()).isNotNull();
            });
  }

  // ------------------------------------------------------------ tier: lowered, raised, capped

  @Test
  void staffMayLowerTheTierWithAReason() {
    String programme = design(SampleDossiers.ruritania());

    offerTemplate("tier", "interim ally", "tierReason", "Its government asked for a slower pace.");

    EngagementPackage current = packages.current(programme);
    assertThat(current.tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(current.proposedTier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(current.tierReason()).isEqualTo("Its government asked for a slower pace.");
    assertThat(work.has("userTask_approveTierRaise")).isFalse();
    assertThat(engagementDecisions(programme))
        .extracting(DecisionRecord::what)
        .contains("Offer drafted as interim ally, below the proposed full candidate");
  }

  @Test
  void aLowerTierDoesNotCarryTheTemplateOfTheHigherOneNorAnythingThatNobodyHasSeen() {
    String programme = design(SampleDossiers.ruritania());

    assertThatThrownBy(() -> offer("tier", "strategic partner", "tierReason", "A first step."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("securityAssurances: is still the template of full candidate")
        .hasMessageContaining("economicCooperation: is still")
        .hasMessageContaining("jointTraining: is still")
        .hasMessageContaining("milestones: is still");
    assertThat(packages.findCurrent(programme)).isEmpty();
    assertThat(office.facts(work.task("userTask_draftOffer")))
        .containsEntry("rowsTier", Tier.FULL_CANDIDATE.code())
        .extractingByKey("templateOfStrategicPartner")
        .asString()
        .contains("Places in courses of the alliance's schools", "Cooperation activities held");
    offerTemplate("tier", "strategic partner", "tierReason", "A first step.");

    assertThat(packages.current(programme).jointTraining())
        .containsExactly(
            "Places in courses of the alliance's schools", "Observers at regional exercises");
    assertThat(packages.current(programme).milestones())
        .extracting(PlannedMilestone::name)
        .containsExactly("Partnership programme signed", "Cooperation activities held");
  }

  @Test
  void aPartThatWasEmptiedIsFilledByNobodyElse() {
    design(SampleDossiers.ruritania());

    assertThatThrownBy(() -> offer("jointTraining", ""))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("jointTraining: needs at least one line");
    assertThat(work.has("userTask_draftOffer")).isTrue();
  }

  /** Who sends no rows has seen none, and means those of the tier. */
  @Test
  void aProgramThatSendsNoRowsOffersThoseOfTheTemplate() {
    String programme = design(SampleDossiers.ruritania());

    office.complete(
        work.task("userTask_draftOffer"),
        "planner",
        Map.of(
            "tier", "interim-ally",
            "tierReason", "A first step.",
            "justification", "It adds a capable neighbour to the alliance's exercises."));

    assertThat(packages.current(programme).tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(packages.current(programme).terms().securityAssurances())
        .contains("Named contributions of single Allies to the defence of critical infrastructure")
        .doesNotContain("Increased presence of Allied forces through exercises until accession");
  }

  @Test
  void anotherTierNeedsAReason() {
    design(SampleDossiers.ruritania());

    assertThatThrownBy(() -> offer("tier", "interim ally", "tierReason", " "))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("tierReason: is required");
    assertThat(work.has("userTask_draftOffer")).isTrue();
  }

  @Test
  void aRaisedTierGoesToTheExecutivesAndStandsIfTheyApprove() {
    String programme = design(worthRaising());

    offerTemplate(
        "tier", "full candidate", "tierReason", "Its new budget law raises spending at once.");
    assertThat(office.facts(work.task("userTask_approveTierRaise")))
        .containsEntry("tier", "full candidate")
        .containsEntry("proposedTier", "interim ally");
    answer("userTask_approveTierRaise");
    office.runDueJobs();
    answer("userTask_approvePackage");

    assertThat(programmes.get(programme).tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(engagementDecisions(programme))
        .extracting(DecisionRecord::what)
        .contains(
            "Offer drafted as full candidate, above the proposed interim ally",
            "Raise to full candidate approved");
  }

  @Test
  void aRefusedRaiseGoesBackToThePlannersWithTheReason() {
    String programme = design(worthRaising());
    offerTemplate(
        "tier", "full candidate", "tierReason", "Its new budget law raises spending at once.");

    work.complete(
        "userTask_approveTierRaise",
        "executive",
        Map.of("raiseDecision", "false", "raiseReason", "A law is not yet a budget."));

    assertThat(programmes.get(programme).tier()).isNull();
    assertThat(office.facts(work.task("userTask_draftOffer")).get("decisions").toString())
        .contains("Raise to full candidate refused", "A law is not yet a budget.");
  }

  @Test
  void aDecisionOnARaiseNeedsAReason() {
    design(worthRaising());
    offerTemplate(
        "tier", "full candidate", "tierReason", "Its new budget law raises spending at once.");

    assertThatThrownBy(
            () ->
                work.complete(
                    "userTask_approveTierRaise",
                    "executive",
                    Map.of("raiseDecision", "true", "raiseReason", "")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("raiseReason");
    assertThat(work.has("userTask_approveTierRaise")).isTrue();
  }

  @Test
  void rule2_noApprovalMakesACandidateOutsideEuropeAFullCandidate() {
    Dossier strong = SampleDossiers.ruritania();
    design(
        new Dossier(
            "XR",
            "Ruritania",
            false,
            "indo-pacific",
            strong.assessedOn(),
            strong.propagandaExposure(),
            "sample",
            strong.indicators()));

    assertThatThrownBy(() -> offer("tier", "full candidate", "tierReason", "It is so strong."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Article 10");
    assertThat(work.has("userTask_draftOffer")).isTrue();
  }

  @Test
  void rule1_anOfferThatPromisesArticle5IsRefused() {
    design(SampleDossiers.ruritania());

    for (String promise :
        List.of(
            "The guarantee of Article 5 from signature on",
            "Art. 5 applies",
            "A collective defence guarantee")) {
      assertThatThrownBy(() -> offer("securityAssurances", promise))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("securityAssurances: must not promise Article 5");
    }
    assertThat(work.has("userTask_draftOffer")).isTrue();
  }

  @Test
  void rule5_aPackageAboveStrategicPartnerHasAnInteroperabilityMilestone() {
    design(SampleDossiers.ruritania());

    assertThatThrownBy(() -> offer("milestones", "Law passed | law | in force | 2027-06-30"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("| interoperability");
    assertThat(work.has("userTask_draftOffer")).isTrue();
  }

  @Test
  void badMilestonesAreNamedByTheirLines() {
    design(SampleDossiers.ruritania());

    assertThatThrownBy(
            () ->
                offer(
                    "milestones",
                    "Interoperability | standards\nLaw | law | passed | soon\nInteroperability | s | 75 | 2020-01-01"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("line 1 must read")
        .hasMessageContaining("line 2: 'soon' is not a date")
        .hasMessageContaining("1 Jan 2020, which has passed");
    assertThat(work.has("userTask_draftOffer")).isTrue();
  }

  @Test
  void textInAnyScriptIsKeptWhole() {
    String programme = design(SampleDossiers.ruritania());
    String justification = "Ρουριτανία, Руритания, ルリタニア, רוריטניה ".repeat(500).strip();

    offer("justification", justification);

    assertThat(packages.current(programme).justification()).isEqualTo(justification);
  }

  @Test
  void plannersReadWhatWasReleasedOfTheStakeholderMapAndTheThresholdsOfThePolicy() {
    String programme = design(SampleDossiers.ruritania());
    assertThat(office.facts(work.task("userTask_draftOffer")))
        .containsEntry("stakeholders", "Nothing is released from the stakeholder map.");
    db.sql(
            """
            insert into releasable_summary (programme, summary, released_by, released_at)
            values (:programme, 'Two Allies want a slower pace.', 'envoy', current_timestamp)
            """)
        .param("programme", programme)
        .update();

    Map<String, Object> facts = office.facts(work.task("userTask_draftOffer"));

    assertThat(facts).containsEntry("stakeholders", "• Two Allies want a slower pace.");
    assertThat(facts.get("scores").toString())
        .contains("full candidate from 60; interim ally from 40")
        .contains("at most interim ally from 30 to below 60; at most strategic partner below 30");
  }

  // ------------------------------------------------------------ mandates

  @Test
  void aMandateOfTheCouncilLowersTheProposal() {
    String programme = programmes.register(SampleDossiers.ruritania());
    mandates.give(
        programme, Tier.INTERIM_ALLY, "No consensus on accession.", Mandate.Origin.COUNCIL);
    start(programme);

    Map<String, Object> facts = office.facts(work.task("userTask_draftOffer"));
    assertThat(facts).containsEntry("proposedTier", "interim ally");
    assertThat(facts.get("mandate").toString()).contains("council", "No consensus on accession.");
    answer("userTask_draftOffer");
    office.runDueJobs();
    answer("userTask_approvePackage");

    assertThat(programmes.get(programme).tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(mandates.open(programme)).isEmpty();
  }

  @Test
  void aMandateToMoveUpStillNeedsTheExecutives() {
    String programme = programmes.register(worthRaising());
    mandates.give(
        programme,
        Tier.FULL_CANDIDATE,
        "All milestones were met.",
        Mandate.Origin.OVERSIGHT_COMMITTEE);
    start(programme);

    answer("userTask_draftOffer");

    assertThat(work.has("userTask_approveTierRaise")).isTrue();
    assertThat(packages.current(programme).tierReason()).contains("All milestones were met.");
  }

  // ------------------------------------------------------------ capacity

  @Test
  void aPackageBeyondTheCapacityGoesToTheExecutivesAndStandsIfTheyAuthoriseIt() {
    bindTheWholeCapacity();
    String programme = design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();

    assertThat(office.facts(work.task("userTask_decideOverstretch")))
        .containsEntry("overstretch", 12)
        .containsEntry(
            "capacitySentence",
            "The package takes 12 of the 60 points of the alliance's capacity; the other open programmes take 60.");
    assertThat((List<?>) office.facts(work.task("userTask_decideOverstretch")).get("others"))
        .hasSize(5)
        .first()
        .isEqualTo(
            Map.of("programme", "XA-2026", "tier", Tier.FULL_CANDIDATE.word(), "points", 12));
    answer("userTask_decideOverstretch");
    office.runDueJobs();
    answer("userTask_approvePackage");

    assertThat(programmes.get(programme).tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(engagementDecisions(programme))
        .extracting(DecisionRecord::what)
        .contains("Overstretch of capacity authorised");
  }

  @Test
  void aRefusedOverstretchGoesBackToThePlanners() {
    bindTheWholeCapacity();
    String programme = design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();

    work.complete(
        "userTask_decideOverstretch",
        "executive",
        Map.of("overstretchDecision", "false", "overstretchReason", "Wait for Syldavia."));

    assertThat(programmes.get(programme).tier()).isNull();
    assertThat(office.facts(work.task("userTask_draftOffer")).get("decisions").toString())
        .contains("Wait for Syldavia.");
  }

  @Test
  void aDecisionOnOverstretchNeedsAReason() {
    bindTheWholeCapacity();
    design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();

    assertThatThrownBy(
            () ->
                work.complete(
                    "userTask_decideOverstretch",
                    "executive",
                    Map.of("overstretchDecision", "false")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("overstretchReason");
    assertThat(work.has("userTask_decideOverstretch")).isTrue();
  }

  // ------------------------------------------------------------ approval

  @Test
  void aPackageSentBackIsDraftedAgainFromWhatItWas() {
    String programme = design(SampleDossiers.ruritania());
    offer("jointTraining", "A winter exercise in the north");
    office.runDueJobs();
    work.complete(
        "userTask_approvePackage",
        "executive",
        Map.of("packageDecision", "false", "packageReason", "Name the exercise area."));

    Map<String, Object> facts = office.facts(work.task("userTask_draftOffer"));
    assertThat(facts).containsEntry("jointTraining", "A winter exercise in the north");
    assertThat(facts.get("decisions").toString()).contains("Name the exercise area.");
    answer("userTask_draftOffer");
    office.runDueJobs();
    answer("userTask_approvePackage");

    assertThat(packages.versions(programme)).hasSize(2);
    assertThat(packages.current(programme).status()).isEqualTo(Status.APPROVED);
    assertThat(deliverables.of(programme)).hasSize(2);
  }

  @Test
  void aDecisionOnThePackageNeedsAnAnswerAndAReason() {
    design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();

    assertThatThrownBy(() -> work.complete("userTask_approvePackage", "executive", Map.of()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("packageDecision")
        .hasMessageContaining("packageReason");
    assertThatThrownBy(
            () ->
                work.complete(
                    "userTask_approvePackage",
                    "executive",
                    Map.of("packageDecision", "approve", "packageReason", "It is in proportion")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("packageDecision: 'approve' must be true or false");
    assertThat(work.has("userTask_approvePackage")).isTrue();
  }

  @Test
  void whoDraftedAPackageApprovesItInNobodysPlace() {
    String programme = design(worthRaising());
    offerTemplate(
        "tier", "full candidate", "tierReason", "Its new budget law raises spending at once.");
    assertRefusesItsDrafter("userTask_approveTierRaise", "raiseDecision", "raiseReason");
    inPlaceOfTheExecutive("press", "userTask_approveTierRaise", "raiseDecision", "raiseReason");
    office.runDueJobs();
    assertRefusesItsDrafter("userTask_approvePackage", "packageDecision", "packageReason");

    inPlaceOfTheExecutive("press", "userTask_approvePackage", "packageDecision", "packageReason");

    assertThat(deliverables.latest(programme, DeliverableKind.DIPLOMATIC_PACKAGE).orElseThrow())
        .extracting(Deliverable::approvedBy)
        .isEqualTo("press/executive");
  }

  @Test
  void aBudgetIsOverdrawnInNobodysPlaceByWhoDraftedThePackage() {
    bindTheWholeCapacity();
    design(SampleDossiers.ruritania());
    offer();
    office.runDueJobs();

    assertRefusesItsDrafter(
        "userTask_decideOverstretch", "overstretchDecision", "overstretchReason");
  }

  @Test
  void whoMayDraftAndApproveByRightsOfTheirOwnIsOnRecordAsOnePerson() {
    String programme = design(SampleDossiers.ruritania());
    offer();
    office.runDueJobs();

    work.complete(
        "userTask_approvePackage",
        "planner",
        Map.of("packageDecision", "true", "packageReason", "In proportion."));

    assertThat(engagementDecisions(programme))
        .extracting(DecisionRecord::what)
        .contains("Diplomatic package approved, by the same person who had drafted it");
  }

  private void assertRefusesItsDrafter(String task, String decision, String reason) {
    assertThatThrownBy(() -> inPlaceOfTheExecutive("planner", task, decision, reason))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("drafted this yourself");
    assertThat(work.has(task)).isTrue();
    tasks.setAssignee(work.task(task).id(), null);
  }

  private void inPlaceOfTheExecutive(String deputy, String task, String decision, String reason) {
    InPlace.of(
        Optional.of(new Person.InPlaceOf("executive", "Edith Halloran", List.of())),
        () -> {
          work.complete(task, deputy, Map.of(decision, "true", reason, "In proportion."));
          return null;
        });
  }

  // ------------------------------------------------------------ a table without an answer

  @Test
  void aTableWithoutAnAnswerIsAnIncidentAndTheProgrammeGoesOnOnceItIsMended() {
    String broken = deployTiers(">= 101");
    try {
      String programme = programmes.register(SampleDossiers.ruritania());
      runtime.startProcessInstanceByKey("design-engagement-package", programme);
      Job job = management.createJobQuery().messages().singleResult();
      while (management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0) {
        assertThatThrownBy(() -> management.executeJob(job.getId()))
            .hasMessageContaining("assign-tier");
      }

      Incident incident = runtime.createIncidentQuery().singleResult();
      assertThat(incident.getActivityId()).isEqualTo("serviceTask_scoreReadiness");
      assertThat(incident.getIncidentMessage())
          .contains("'assign-tier'", "region=europe", "militaryCapability=100");
      assertThat(assessments.of(programme)).isEmpty();

      String mended = deployTiers(">= 50");
      try {
        management.setJobRetries(job.getId(), 1);
        // A job that failed is tried again a minute later at the earliest.
        office.setClock(office.now().plus(Duration.ofMinutes(2)));
        office.runDueJobs();

        assertThat(work.has("userTask_draftOffer")).isTrue();
        assertThat(assessments.latest(programme).orElseThrow().tier())
            .isEqualTo(Tier.FULL_CANDIDATE);
      } finally {
        repository.deleteDeployment(mended, true);
      }
    } finally {
      repository.deleteDeployment(broken, true);
    }
  }

  // ------------------------------------------------------------ reminders and escalations

  @Test
  void plannersAreRemindedOfALateOfferAndExecutivesTold() {
    String programme = design(SampleDossiers.ruritania());

    after(Duration.ofDays(10));
    assertThat(lastNotice(programme).recipients()).isEqualTo("planners");
    after(Duration.ofDays(20));
    assertThat(lastNotice(programme).recipients()).isEqualTo("executives");
    assertThat(lastNotice(programme).subject()).contains("overdue");
    assertThat(work.has("userTask_draftOffer")).isTrue();
  }

  @Test
  void executivesAreRemindedOfARaise() {
    String programme = design(worthRaising());
    offerTemplate(
        "tier", "full candidate", "tierReason", "Its new budget law raises spending at once.");

    after(Duration.ofDays(5));

    assertThat(lastNotice(programme).recipients()).isEqualTo("executives");
    assertThat(lastNotice(programme).subject()).contains("raised tier");
    assertThat(work.has("userTask_approveTierRaise")).isTrue();
  }

  @Test
  void executivesAreRemindedOfAnOverstretch() {
    bindTheWholeCapacity();
    String programme = design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();

    after(Duration.ofDays(5));

    assertThat(lastNotice(programme).subject()).contains("overstretch");
    assertThat(work.has("userTask_decideOverstretch")).isTrue();
  }

  @Test
  void executivesAreRemindedOfAPackageAndManagersTold() {
    String programme = design(SampleDossiers.ruritania());
    answer("userTask_draftOffer");
    office.runDueJobs();

    after(Duration.ofDays(5));
    assertThat(lastNotice(programme).recipients()).isEqualTo("executives");
    after(Duration.ofDays(10));
    assertThat(lastNotice(programme).recipients()).isEqualTo("managers");
    assertThat(work.has("userTask_approvePackage")).isTrue();
  }

  // ------------------------------------------------------------ what the tests share

  private String design(Dossier dossier) {
    return start(programmes.register(dossier));
  }

  private String start(String programme) {
    runtime.startProcessInstanceByKey("design-engagement-package", programme);
    office.runDueJobs();
    return programme;
  }

  private void after(Duration sinceStart) {
    office.setClock(START.plus(sinceStart).plusSeconds(1));
    office.runDueJobs();
  }

  private boolean isOver() {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKeyNotIn("print-deliverable")
            .count()
        == 0;
  }

  private void answer(String key) {
    work.complete(key, key.equals("userTask_draftOffer") ? "planner" : "executive", staff);
  }

  /** The staff's usual offer, but for the given fields. */
  private void offer(String... changes) {
    OpenTask task = work.task("userTask_draftOffer");
    Map<String, Object> fields = new HashMap<>(work.scripted(task, staff));
    for (int index = 0; index < changes.length; index += 2) {
      fields.put(changes[index], changes[index + 1]);
    }
    office.complete(task, "planner", fields);
  }

  /** The rows of the template of the tier, as the form offers them with another tier. */
  private void offerTemplate(String... changes) {
    String[] all = Arrays.copyOf(changes, changes.length + 2);
    all[changes.length] = "templateRows";
    all[changes.length + 1] = "true";
    offer(all);
  }

  /** Interim ally by its scores, because of its spending alone, and without any cap. */
  private static Dossier worthRaising() {
    Dossier strong = SampleDossiers.ruritania();
    Map<IndicatorName, Indicator> indicators = new EnumMap<>(strong.indicators());
    indicators.computeIfPresent(
        IndicatorName.DEFENCE_SPENDING_PCT_GDP,
        (name, spending) -> new Indicator(name, "0.8", spending.asOf(), spending.source()));
    return new Dossier(
        strong.candidate(),
        strong.name(),
        true,
        strong.region(),
        strong.assessedOn(),
        strong.propagandaExposure(),
        "sample",
        indicators);
  }

  /** Five full candidates bind 60 points, all there are. */
  private void bindTheWholeCapacity() {
    for (String code : List.of("XA", "XB", "XC", "XD", "XE")) {
      String other = programmes.register(SampleDossiers.of(code, "Land " + code));
      packages.draft(other, Tier.FULL_CANDIDATE, Tier.FULL_CANDIDATE, "As proposed", terms("Fits"));
      packages.plan(
          other,
          List.of(
              planned(Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT, "low"),
              planned(Instrument.JOINT_TRAINING_INITIATIVE, "medium"),
              planned(Instrument.FULL_MEMBERSHIP_ACCESSION, "high")));
    }
  }

  private static PackageTerms terms(String justification) {
    return new PackageTerms(
        List.of("Consultation"),
        List.of("Dialogue"),
        List.of("Exercise"),
        List.of(
            PlannedMilestone.interoperability(
                "Interoperability", "standards, %", "75", LocalDate.of(2027, 6, 30))),
        justification);
  }

  private static PlannedInstrument planned(Instrument instrument, String cost) {
    return new PlannedInstrument(
        instrument, cost, "regional", LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));
  }

  private List<DecisionRecord> engagementDecisions(String programme) {
    return decisions.of(programme).stream()
        .filter(decision -> decision.step().equals("engagement"))
        .toList();
  }

  private List<Notice> engagementNotices(String programme) {
    return notices.of(programme).stream()
        .filter(notice -> notice.step().equals("engagement"))
        .toList();
  }

  private Notice lastNotice(String programme) {
    List<Notice> sent = engagementNotices(programme);
    return sent.get(sent.size() - 1);
  }

  /** A table of tiers with one row; it has no answer for a military score outside the condition. */
  private String deployTiers(String militaryCapability) {
    Deployment deployment =
        repository
            .createDeployment()
            .addString(
                "assign-tier.dmn",
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="definitions_tiers" name="Tiers" namespace="test">
                  <decision id="assign-tier" name="Assign tier" camunda:historyTimeToLive="P1D">
                    <decisionTable id="decisionTable_tiers">
                      <input id="input_military"><inputExpression id="inputExpression_military" typeRef="integer"><text>militaryCapability</text></inputExpression></input>
                      <output id="output_tier" name="tier" typeRef="string" />
                      <rule id="rule_tier">
                        <inputEntry id="inputEntry_tier"><text>%s</text></inputEntry>
                        <outputEntry id="outputEntry_tier"><text>"full-candidate"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                    .formatted(militaryCapability.replace(">", "&gt;")))
            .deploy();
    return deployment.getId();
  }

  private static List<List<String>> rows(Deliverable deliverable, String heading) {
    return deliverable.document().sections().stream()
        .filter(section -> section.heading().equals(heading))
        .flatMap(section -> section.tables().stream())
        .flatMap(table -> table.rows().stream())
        .toList();
  }
}
