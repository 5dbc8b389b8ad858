package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.OfficeTest;
import app.chancery.ReleasedModels;
import app.chancery.SampleDossiers;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Mandates;
import app.chancery.engagement.Packages;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.Programmes;
import app.chancery.programme.WorkRestarted;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.staff.CouncilStaff;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class CouncilProcessTest {

  /** A Monday, ten o'clock in Brussels. */
  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

  /** Three working days on, 18:00 in Brussels. */
  private static final Instant DEADLINE = Instant.parse("2026-11-26T17:00:00Z");

  private static final Map<String, Object> NO_OBJECTION = Map.of("position", "no objection");
  private static final Map<String, Object> OBJECTION =
      Map.of(
          "position", "objection",
          "objectionReason", "The milestones come too early.",
          "amendmentSought", "A year more for each.",
          "objectionConfirmed", true);

  private static final Map<String, Object> OBJECTION_TOO =
      Map.of("consultationAct", "object", "objectionReason", "The energy dialogue is missing.");

  @Autowired Office office;
  @Autowired Programmes programmes;
  @Autowired Packages packages;
  @Autowired Mandates mandates;
  @Autowired Council council;
  @Autowired CouncilRegister register;
  @Autowired Objections objections;
  @Autowired Allies allies;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired Deliverables deliverables;
  @Autowired CouncilStaff staff;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient db;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired TaskService tasks;
  @Autowired ApplicationEventPublisher events;
  @Autowired IdentityService identities;

  private final Map<String, String> instances = new HashMap<>();

  @BeforeEach
  void mondayMorning() {
    office.setClock(MONDAY);
  }

  @Test
  void theTaskOfADelegationSaysWhoseItIs() {
    circulated("XR", "Ruritania");

    assertThat(tasks.createTaskQuery().taskDefinitionKey("userTask_statePosition").list())
        .extracting(Task::getName)
        .contains("State position: France · Ruritania (XR-2026)")
        .hasSize(allies.today().size())
        .doesNotHaveDuplicates();
  }

  @Test
  void silenceOfAllIsAssentAndAdoptsAtTheDeadline() {
    String ruritania = circulated("XR", "Ruritania");

    office.setClock(DEADLINE.minusMillis(1));
    office.runDueJobs();
    assertThat(council.openRound(ruritania)).isPresent();
    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThat(outcome(ruritania)).isEqualTo("adopted");
    assertThat(endsOf(ruritania)).contains("endEvent_packageEndorsed");
    assertThat(packages.endorsed(ruritania)).isPresent();
    assertThat(council.newestRound(ruritania).orElseThrow().status())
        .isEqualTo(Round.Status.ADOPTED);
    assertThat(lastDecision(ruritania).what()).isEqualTo("Package endorsed by consensus");
    assertThat(lastDecision(ruritania).why()).contains("None of the 32 Allies spoke");
    assertThat(endorsement(ruritania)).contains("silence (assent)", "Ruritania", "Europe/Brussels");
  }

  @Test
  void theStaffOfARehearsalBringAProposalToItsEndorsement() {
    String ruritania = prepared("XR", "Ruritania", Tier.FULL_CANDIDATE);

    scripted(only(ruritania, "userTask_circulateProposal"));
    positionTasks(ruritania).forEach(this::scripted);
    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThat(outcome(ruritania)).isEqualTo("adopted");
    assertThat(endorsement(ruritania)).contains("High North");
    assertThat(lastDecision(ruritania).why()).contains("All 32 Allies answered.");
  }

  @Test
  void whoIsAnAllyAtTheMomentOfCirculationIsAsked() {
    allies.admit("XB", "Bordavia", LocalDate.of(2026, 11, 24), "test");
    String ruritania = circulated("XR", "Ruritania");
    assertThat(positionTasks(ruritania)).hasSize(32);

    office.setClock(MONDAY.plusSeconds(4 * 86_400));
    String graustark = circulated("XG", "Graustark");
    assertThat(positionTasks(graustark))
        .hasSize(33)
        .extracting(OpenTask::group)
        .contains("delegation-xb", "delegation-fr");
  }

  @Test
  void anAllyThatJoinsWhileSilenceRunsIsAskedAtOnceAndMayObjectUntilTheDeadline() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "fr", NO_OBJECTION);
    office.setClock(DEADLINE.minusSeconds(60));
    office.runDueJobs();

    join("XB", "Bordavia");
    join("XC", "Cordavia");

    assertThat(positionTasks(ruritania))
        .hasSize(34)
        .extracting(OpenTask::group)
        .doesNotHaveDuplicates()
        .contains("delegation-xb", "delegation-xc", "delegation-fr");
    assertThat(positionTask(ruritania, "xb").dueAt()).isEqualTo(DEADLINE);
    assertThat(notices.of(ruritania))
        .filteredOn(notice -> notice.text().contains("Bordavia"))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.recipients()).isEqualTo("council-secretariat, delegation-xb"))
        .satisfies(notice -> assertThat(notice.text()).contains("26 November 2026, 18:00"));
    answer(ruritania, "xb", NO_OBJECTION);
    answer(ruritania, "xc", OBJECTION);
    assertThat(positionTasks(ruritania)).isEmpty();
    assertThat(council.newestRound(ruritania).orElseThrow())
        .satisfies(round -> assertThat(round.status()).isEqualTo(Round.Status.BROKEN))
        .satisfies(
            round ->
                assertThat(council.tally(round).objections())
                    .extracting(Position::ally)
                    .containsExactly("XC"));
  }

  @Test
  void whoIsAnAllyWhenSilenceEndsCounts() {
    String ruritania = circulated("XR", "Ruritania");
    join("XB", "Bordavia");
    assertThat(office.facts(only(ruritania, "userTask_followRound")).get("missingAllies"))
        .asString()
        .contains("Bordavia");

    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThat(outcome(ruritania)).isEqualTo("adopted");
    assertThat(lastDecision(ruritania).why()).contains("None of the 33 Allies spoke");
    assertThat(endorsement(ruritania)).contains("Bordavia");
  }

  @Test
  void whoJoinsWhenSilenceHasEndedIsNotAskedInThatRound() {
    String ruritania = circulated("XR", "Ruritania");
    String graustark = circulated("XG", "Graustark");
    answer(graustark, "tr", OBJECTION);
    office.setClock(DEADLINE);

    join("XB", "Bordavia");

    assertThat(positionTasks(ruritania)).hasSize(32);
    assertThat(council.newestRound(graustark).orElseThrow().allies()).hasSize(32);
    office.runDueJobs();
    assertThat(lastDecision(ruritania).why()).contains("None of the 32 Allies spoke");
  }

  @Test
  void whoJoinsWhileAProgrammeIsSuspendedAnswersWhenItIsResumed() {
    String ruritania = circulated("XR", "Ruritania");
    runtime.suspendProcessInstanceById(instance(ruritania));

    join("XB", "Bordavia");

    assertThat(council.openRound(ruritania).orElseThrow().allies()).hasSize(32);
    runtime.activateProcessInstanceById(instance(ruritania));
    events.publishEvent(new WorkRestarted(ruritania));
    answer(ruritania, "xb", NO_OBJECTION);
    assertThat(council.tally(council.openRound(ruritania).orElseThrow()).of("XB")).isPresent();
  }

  /** In one instant: who joins is asked or comes too late, and nobody sees an engine error. */
  @Test
  void anAllyThatJoinsInTheInstantOfAnswersAndOfAnObjectionLeavesOneStory() throws Exception {
    for (int number = 0; number < 2; number++) {
      String ruritania = circulated("X" + (char) ('R' + number), "Ruritania");
      String joining = "X" + (char) ('B' + number);
      List<Callable<Object>> acts = new ArrayList<>();
      acts.add(
          () -> {
            join(joining, "Bordavia " + joining);
            return null;
          });
      for (String answering : List.of("fr", "de", "it")) {
        OpenTask task = positionTask(ruritania, answering);
        acts.add(() -> completed(task, NO_OBJECTION));
      }
      OpenTask turkish = positionTask(ruritania, "tr");
      acts.add(() -> completed(turkish, OBJECTION));

      List<Object> failures = inTheSameMoment(acts);

      assertThat(failures)
          .filteredOn(Objects::nonNull)
          .filteredOn(
              failure ->
                  !(failure instanceof Refused refused)
                      || !refused.getMessage().contains("broken by an objection"))
          .isEmpty();
      Round round = council.newestRound(ruritania).orElseThrow();
      assertThat(round.status()).isEqualTo(Round.Status.BROKEN);
      assertThat(positionTasks(ruritania)).isEmpty();
      assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
      assertThat(tasksOf(ruritania, "userTask_joinConsultation")).hasSameSizeAs(round.allies());
      assertThat(council.tally(round).objections()).hasSize(1);
    }
  }

  @Test
  void anAllyThatJoinsInTheInstantOfTheDeadlineLeavesOneStory() throws Exception {
    for (int number = 0; number < 2; number++) {
      String ruritania = circulated("X" + (char) ('R' + number), "Ruritania");
      String joining = "X" + (char) ('B' + number);
      office.setClock(DEADLINE.minusMillis(1));
      List<Callable<Object>> acts = new ArrayList<>();
      acts.add(
          () -> {
            join(joining, "Bordavia " + joining);
            return null;
          });
      acts.add(
          () -> {
            office.setClock(DEADLINE);
            while (council.openRound(ruritania).isPresent()) {
              runJobsUnlessTheyCollide();
            }
            return null;
          });

      assertThat(inTheSameMoment(acts)).containsOnlyNulls();

      assertThat(outcome(ruritania)).isEqualTo("adopted");
      Round round = council.newestRound(ruritania).orElseThrow();
      assertThat(lastDecision(ruritania).why())
          .contains("None of the %s Allies spoke".formatted(round.allies().size()));
      office.setClock(MONDAY);
    }
  }

  @Test
  void rule8_allAlliesAreToldWhatIsProposedAndUntilWhen() {
    String ruritania = circulated("XR", "Ruritania");

    assertThat(told(ruritania, "Under silence: Ruritania (XR-2026) as full candidate, round 1"))
        .satisfies(notice -> assertThat(notice.recipients().split(", ")).hasSize(32))
        .satisfies(
            notice ->
                assertThat(notice.text())
                    .contains("Thursday 26 November 2026, 18:00 (Europe/Brussels)")
                    .contains("Collective defence:", "Resources:"));
  }

  @Test
  void aRoundHasOneDeadlineTimerHoweverManyAlliesThereAre() {
    circulated("XR", "Ruritania");

    assertThat(management.createJobQuery().timers().activityId("boundaryEvent_silenceEnds").count())
        .isEqualTo(1);
    // The other one reminds.
    assertThat(management.createJobQuery().timers().count()).isEqualTo(2);
  }

  @Test
  void aDelegationsTaskHasNoVariableOfItsOwn() {
    circulated("XR", "Ruritania");

    assertThat(tasks.createTaskQuery().taskDefinitionKey("userTask_statePosition").list())
        .hasSize(32)
        .allSatisfy(task -> assertThat(runtime.getVariablesLocal(task.getExecutionId())).isEmpty());
  }

  @Test
  void aPositionMayBeRevisedUntilTheDeadlineAndTheLastOneCounts() {
    String ruritania = circulated("XR", "Ruritania");

    answer(ruritania, "fr", NO_OBJECTION);
    office.setClock(DEADLINE.minusMillis(1));
    answer(ruritania, "fr", Map.of("position", "reservation", "reservation", "Not before spring."));
    answer(ruritania, "de", Map.of("position", "reservation", "reservation", "Too dear."));
    answer(ruritania, "de", NO_OBJECTION);
    office.setClock(DEADLINE);
    office.runDueJobs();

    Round round = council.newestRound(ruritania).orElseThrow();
    assertThat(council.positions(round.id())).hasSize(4);
    assertThat(council.tally(round).reservations())
        .singleElement()
        .satisfies(position -> assertThat(position.statement()).isEqualTo("Not before spring."))
        .satisfies(position -> assertThat(position.statedBy()).isEqualTo("delegate-fr"));
    assertThat(endorsement(ruritania))
        .contains("Not before spring.")
        // The number of the receipt that the delegation has of it.
        .contains("\"delegate-fr\",\"%s/1/FR/2\"".formatted(ruritania))
        .doesNotContain("Too dear.");
  }

  @Test
  void anAnswerMovesNothingInTheProcessButStaysOnTheForm() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask before = positionTask(ruritania, "fr");

    answer(ruritania, "fr", Map.of("position", "reservation", "reservation", "Not before spring."));

    assertThat(positionTask(ruritania, "fr").id()).isEqualTo(before.id());
    assertThat(office.facts(before))
        .containsEntry("position", "reservation")
        .containsEntry("reservation", "Not before spring.");
    assertThat(runtime.createVariableInstanceQuery().variableName("position").count()).isZero();
    assertThat(history.createHistoricVariableInstanceQuery().variableName("reservation").count())
        .isZero();
  }

  @Test
  void theHistoryKeepsWhoTookATaskButNotWhatTheEngineNotesAboutItself() {
    String ruritania = circulated("XR", "Ruritania");
    String french = positionTask(ruritania, "fr").id();
    tasks.claim(french, "delegate-fr");

    assertThat(history.createHistoricIdentityLinkLogQuery().taskId(french).list())
        .extracting(HistoricIdentityLinkLog::getType, HistoricIdentityLinkLog::getUserId)
        .containsExactly(tuple("assignee", "delegate-fr"));
    assertThat(history.createHistoricJobLogQuery().processInstanceId(instance(ruritania)).list())
        .isEmpty();
  }

  @Test
  void whoTakesATaskThatAColleagueHasIsToldSo() {
    String ruritania = circulated("XR", "Ruritania");
    String french = positionTask(ruritania, "fr").id();
    tasks.claim(french, "delegate-fr");
    tasks.claim(french, "delegate-fr");

    assertThatThrownBy(() -> tasks.claim(french, "ambassador-fr"))
        .isInstanceOf(Refused.class)
        .hasMessage("delegate-fr has taken this task already");
  }

  @Test
  void theHistoryTellsOfEachDelegationsTaskOnce() {
    String ruritania = circulated("XR", "Ruritania");
    office.setClock(DEADLINE);
    office.runDueJobs();

    String round = instance(ruritania);
    assertThat(
            history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(round)
                .taskDefinitionKey("userTask_statePosition")
                .list())
        .hasSize(32)
        .allSatisfy(task -> assertThat(task.getEndTime()).isEqualTo(Date.from(DEADLINE)));
    assertThat(
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(round)
                .activityType("userTask")
                .list())
        .extracting(HistoricActivityInstance::getActivityId)
        .containsExactlyInAnyOrder("userTask_circulateProposal", "userTask_followRound");
    assertThat(passed(round, "userTask_statePosition#multiInstanceBody")).isEqualTo(1);
  }

  @Test
  void aDelegationSeesNoPositionButItsOwn() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "fr", Map.of("position", "reservation", "reservation", "Not before spring."));

    Map<String, Object> german = office.facts(positionTask(ruritania, "de"));

    assertThat(german.toString()).doesNotContain("Not before spring.");
    assertThat(german).containsEntry("myPosition", "none yet").doesNotContainKey("positions");
  }

  @Test
  void theSecretariatSeesPositionsAsTheyComeAndWhoseAreMissing() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "fr", NO_OBJECTION);

    Map<String, Object> facts = office.facts(only(ruritania, "userTask_followRound"));

    assertThat(facts).containsEntry("answeredCount", 1);
    assertThat(facts.get("missingAllies").toString()).contains("Germany").doesNotContain("France");
    assertThat(facts.get("positions").toString()).contains("no objection", "not stated yet");
  }

  @Test
  void rule9_anObjectionBreaksTheSilenceAtOnceAndEveryoneIsTold() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "fr", NO_OBJECTION);

    answer(ruritania, "tr", OBJECTION);

    assertThat(positionTasks(ruritania)).isEmpty();
    assertThat(tasksOf(ruritania, "userTask_followRound")).isEmpty();
    assertThat(management.createJobQuery().activityId("boundaryEvent_silenceEnds").count())
        .isZero();
    assertThat(council.newestRound(ruritania).orElseThrow().status())
        .isEqualTo(Round.Status.BROKEN);
    assertThat(told(ruritania, "Silence broken: Ruritania (XR-2026), round 1"))
        .satisfies(notice -> assertThat(notice.recipients().split(", ")).hasSize(32))
        .satisfies(
            notice ->
                assertThat(notice.text())
                    .contains("Türkiye objects: The milestones come too early.", "A year more"));
    Map<String, Object> facts = office.facts(only(ruritania, "userTask_consultObjectors"));
    assertThat(facts.get("objections").toString())
        .contains("Türkiye", "The milestones come too early.");
    assertThat(lastDecision(ruritania).decidedBy()).isEqualTo("delegate-tr");
  }

  @Test
  void rule9_anObjectionAfterOnesOwnAssentStillBreaksTheSilence() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", NO_OBJECTION);
    office.setClock(DEADLINE.minusMillis(1));
    answer(ruritania, "tr", OBJECTION);
    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThat(packages.endorsed(ruritania)).isEmpty();
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
  }

  @Test
  void rule9_aStandingObjectionFoundAtTheDeadlineBlocksAdoption() {
    String ruritania = circulated("XR", "Ruritania");
    Round round = council.openRound(ruritania).orElseThrow();
    register.add(
        round,
        new Position(
            0, round.id(), "TR", Stance.OBJECTION, "Too early.", null, "x", OffsetDateTime.MIN));

    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThat(packages.endorsed(ruritania)).isEmpty();
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
  }

  @Test
  void anAnswerAtTheInstantOfTheDeadlineComesTooLate() {
    String ruritania = circulated("XR", "Ruritania");
    office.setClock(DEADLINE);

    assertThatThrownBy(() -> answer(ruritania, "tr", OBJECTION))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("came after the deadline")
        .hasMessageContaining("Thursday 26 November 2026, 18:00 (Europe/Brussels)");
    office.runDueJobs();
    assertThat(outcome(ruritania)).isEqualTo("adopted");
  }

  @Test
  void anAnswerAfterTheTallyIsRefusedWithASentenceThatSaysSo() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask french = positionTask(ruritania, "fr");
    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThatThrownBy(() -> tasks.complete(french.id(), OBJECTION))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("came after the deadline");
  }

  @Test
  void aSuspendedRoundTakesNoAnswer() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask french = positionTask(ruritania, "fr");
    runtime.suspendProcessInstanceById(instance(ruritania));

    assertThatThrownBy(() -> tasks.complete(french.id(), NO_OBJECTION))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("suspended");
    runtime.activateProcessInstanceById(instance(ruritania));
    tasks.complete(french.id(), NO_OBJECTION);
    assertThat(council.tally(council.openRound(ruritania).orElseThrow()).of("FR")).isPresent();
  }

  /** Whoever has the form of an objection open while another one objects has not typed in vain. */
  @Test
  void anObjectionAfterTheFirstOneJoinsTheConsultation() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask french = positionTask(ruritania, "fr");
    answer(ruritania, "tr", OBJECTION);

    completeAsDelegate(
        french,
        Map.of(
            "position", "objection",
            "objectionReason", "The energy dialogue is missing.",
            "objectionConfirmed", true));

    assertThat(objections.standing(ruritania)).containsExactly("FR", "TR");
    assertThat(told(ruritania, "Further objection: Ruritania (XR-2026), round 1"))
        .satisfies(notice -> assertThat(notice.recipients().split(", ")).hasSize(32))
        .satisfies(notice -> assertThat(notice.text()).startsWith("France objects: The energy"));
    assertThat(lastDecision(ruritania))
        .satisfies(decision -> assertThat(decision.decidedBy()).isEqualTo("delegate-fr"))
        .satisfies(
            decision ->
                assertThat(decision.what())
                    .isEqualTo("Further objection joins the consultation of round 1"));
    assertThat(
            office.facts(only(ruritania, "userTask_consultObjectors")).get("objections").toString())
        .contains("Türkiye", "France", "The energy dialogue is missing.");
  }

  @Test
  void whoSubmitsOneObjectionTwiceHasObjectedOnce() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask turkish = positionTask(ruritania, "tr");
    answer(ruritania, "tr", OBJECTION);

    completeAsDelegate(turkish, OBJECTION);

    assertThat(council.positions(council.newestRound(ruritania).orElseThrow().id())).hasSize(1);
  }

  @Test
  void aDelegationJoinsTheConsultationByATaskOfItsOwn() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    assertThat(tasksOf(ruritania, "userTask_joinConsultation")).hasSize(32);
    OpenTask french = consultationTask(ruritania, "fr");

    refused(french, Map.of("consultationAct", "object"), "objectionReason: is required");
    refused(french, Map.of("consultationAct", "withdraw"), "withdrawalReason: is required");
    refused(
        french,
        Map.of("consultationAct", "withdraw", "withdrawalReason", "We are content."),
        "France has no objection that stands");
    office.setClock(MONDAY.plusSeconds(86_400));
    completeAsDelegate(french, OBJECTION_TOO);

    assertThat(office.isOpen(french)).isTrue();
    assertThat(objections.standing(ruritania)).containsExactly("FR", "TR");
    assertThat(office.facts(french))
        .containsEntry(
            "myPosition", "objection, stated on Tuesday 24 November 2026, 10:00 (Europe/Brussels)")
        .extractingByKey("objections")
        .asString()
        .contains("The milestones come too early.", "stands=yes");
  }

  @Test
  void eachObjectionThatStandsIsNeededForTheProposalToComeBackUnchanged() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    office.complete(consultationTask(ruritania, "fr"), "delegate-fr", OBJECTION_TOO);
    OpenTask consult = only(ruritania, "userTask_consultObjectors");

    refused(
        consult,
        Map.of("consultationCourse", "retable", "consultationAccount", "All was said."),
        "withdrawnBy: must name every Ally whose objection stands; France, Türkiye did not");
    refused(
        consult,
        Map.of(
            "consultationCourse", "retable",
            "withdrawnBy", "TR",
            "consultationAccount", "All was said."),
        "withdrawnBy: must name every Ally whose objection stands; France did not withdraw");
    refused(
        consult,
        Map.of(
            "consultationCourse", "retable",
            "withdrawnBy", "TR, FR, Greece",
            "consultationAccount", "All was said."),
        "withdrawnBy: Greece has no objection that stands");
    assertThat(objections.standing(ruritania)).containsExactly("FR", "TR");
    submit(
        consult,
        Map.of(
            "consultationCourse", "retable",
            "withdrawnBy", "tr; France",
            "consultationAccount", "Both have written."));

    assertThat(tasksOf(ruritania, "userTask_circulateProposal")).hasSize(1);
    assertThat(tasksOf(ruritania, "userTask_joinConsultation")).isEmpty();
    assertThat(objections.standing(ruritania)).isEmpty();
  }

  @Test
  void withTheLastObjectionWithdrawnTheProposalComesBackUnchanged() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    office.complete(consultationTask(ruritania, "fr"), "delegate-fr", OBJECTION_TOO);

    withdrawObjection(ruritania, "tr");

    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
    assertThat(told(ruritania, "Objection withdrawn: Ruritania (XR-2026), round 1").text())
        .contains("Türkiye has withdrawn", "Still objecting: France.");
    assertThat(office.facts(consultationTask(ruritania, "de")).get("objections").toString())
        .contains("stands=withdrawn, ", "It was met.");
    withdrawObjection(ruritania, "fr");

    assertThat(endsOf(ruritania)).isEmpty();
    assertThat(passed(instance(ruritania), "endEvent_allWithdrawn")).isEqualTo(1);
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).isEmpty();
    assertThat(tasksOf(ruritania, "userTask_joinConsultation")).isEmpty();
    assertThat(management.createJobQuery().activityId("boundaryEvent_consultationOverdue").count())
        .isZero();
    scripted(only(ruritania, "userTask_circulateProposal"));
    assertThat(council.openRound(ruritania).orElseThrow().whatChanged())
        .contains("the objection was withdrawn");
    office.setClock(DEADLINE);
    office.runDueJobs();
    assertThat(endorsement(ruritania)).contains("The energy dialogue is missing.", "It was met.");
  }

  @Test
  void anAmendmentUnderWayIsFinishedThoughTheObjectionIsWithdrawn() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "amend");

    withdrawObjection(ruritania, "tr");

    assertThat(tasksOf(ruritania, "userTask_amendPackage")).hasSize(1);
    OpenTask stale = consultationTask(ruritania, "tr");
    scripted(only(ruritania, "userTask_amendPackage"));
    assertThatThrownBy(() -> completeAsDelegate(stale, OBJECTION_TOO))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The consultation on Ruritania has ended");
  }

  @Test
  void whoWithdrewMayObjectAgainWhileTheConsultationLasts() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    office.complete(consultationTask(ruritania, "fr"), "delegate-fr", OBJECTION_TOO);
    withdrawObjection(ruritania, "fr");
    assertThat(objections.standing(ruritania)).containsExactly("TR");

    office.complete(consultationTask(ruritania, "fr"), "delegate-fr", OBJECTION_TOO);

    assertThat(objections.standing(ruritania)).containsExactly("FR", "TR");
  }

  @Test
  void anObjectionAfterTheLastRoundWasBrokenIsOnRecordForWhatFollows() {
    String ruritania = circulated("XR", "Ruritania");
    for (int round = 1; round < 3; round++) {
      answer(ruritania, "tr", OBJECTION);
      consult(ruritania, "retable");
      scripted(only(ruritania, "userTask_circulateProposal"));
    }
    OpenTask french = positionTask(ruritania, "fr");
    answer(ruritania, "tr", OBJECTION);

    completeAsDelegate(french, OBJECTION);

    assertThat(
            office.facts(only(ruritania, "userTask_chooseFallBack")).get("objections").toString())
        .contains("France", "Türkiye");
  }

  @Test
  void anObjectionIsAskedForOnceMoreBeforeItBreaksTheSilence() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask turkish = positionTask(ruritania, "tr");
    Map<String, Object> unconfirmed =
        Map.of("position", "objection", "objectionReason", "The milestones come too early.");
    Map<String, Object> denied = new HashMap<>(unconfirmed);
    denied.put("objectionConfirmed", false);

    for (Map<String, Object> fields : List.of(unconfirmed, denied)) {
      refused(
          turkish,
          fields,
          "objectionConfirmed: must be confirmed: an objection breaks the silence at once");
      // By REST, without the form.
      assertThatThrownBy(() -> tasks.complete(turkish.id(), fields))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("must be confirmed");
    }
    assertThat(council.openRound(ruritania)).isPresent();
    assertThat(positionTasks(ruritania)).hasSize(32);
    tasks.complete(turkish.id(), OBJECTION);
    assertThat(council.openRound(ruritania)).isEmpty();
  }

  /** Its forms have no such tick, its delegations no task in a consultation. */
  @Test
  void aRoundOfTheFirstReleaseTakesObjectionsAsItsFormsHaveThem() {
    Deployment released = ReleasedModels.deploy(repository, "1.0.0");
    try {
      String ruritania = circulated("XR", "Ruritania");
      Map<String, Object> asItsForm =
          Map.of("position", "objection", "objectionReason", "The milestones come too early.");
      OpenTask french = positionTask(ruritania, "fr");
      join("XB", "Bordavia");
      assertThat(positionTasks(ruritania)).hasSize(33);
      answer(ruritania, "xb", asItsForm);
      completeAsDelegate(french, asItsForm);

      assertThat(objections.standing(ruritania)).containsExactly("FR", "XB");
      consult(ruritania, "retable");

      assertThat(objections.standing(ruritania)).isEmpty();
      assertThat(tasksOf(ruritania, "userTask_circulateProposal")).hasSize(1);
    } finally {
      repository.deleteDeployment(released.getId(), true);
    }
  }

  @Test
  void aProposalIsWithdrawnUnderSilenceAndMayBeTakenUpAgain() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask follow = only(ruritania, "userTask_followRound");
    OpenTask french = positionTask(ruritania, "fr");
    refused(follow, Map.of("followUp", "withdraw"), "withdrawalReason: is required");

    submit(
        follow, Map.of("followUp", "withdraw", "withdrawalReason", "The summit named three only."));

    Round round = council.newestRound(ruritania).orElseThrow();
    assertThat(round.status()).isEqualTo(Round.Status.WITHDRAWN);
    assertThat(positionTasks(ruritania)).isEmpty();
    assertThat(management.createJobQuery().processInstanceId(instance(ruritania)).timers().list())
        .isEmpty();
    assertThat(lastDecision(ruritania))
        .satisfies(
            decision -> assertThat(decision.what()).isEqualTo("Proposal withdrawn in round 1"))
        .satisfies(
            decision -> assertThat(decision.why()).isEqualTo("The summit named three only."));
    assertThat(told(ruritania, "Proposal withdrawn: Ruritania (XR-2026), round 1"))
        .satisfies(notice -> assertThat(notice.recipients().split(", ")).hasSize(32));
    for (Map<String, Object> late : List.of(NO_OBJECTION, OBJECTION)) {
      assertThatThrownBy(() -> completeAsDelegate(french, late))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("The proposal was withdrawn in round 1");
    }
    OpenTask choose = only(ruritania, "userTask_chooseFallBack");
    assertThat(office.facts(choose).get("fallBackOptions").toString()).contains("take-up-again");
    submit(choose, Map.of("fallBack", "take-up-again", "fallBackReason", "A year has passed."));

    scripted(only(ruritania, "userTask_circulateProposal"));
    assertThat(council.openRound(ruritania).orElseThrow())
        .satisfies(again -> assertThat(again.number()).isEqualTo(2))
        .satisfies(again -> assertThat(again.whatChanged()).contains("is taken up again"));
    office.setClock(DEADLINE);
    office.runDueJobs();
    assertThat(outcome(ruritania)).isEqualTo("adopted");
    assertThat(endorsement(ruritania)).contains("proposal withdrawn");
  }

  @Test
  void aProposalWithdrawnUnderSilenceMayFallBackOrEnd() {
    String ruritania = circulated("XR", "Ruritania");
    String graustark = circulated("XG", "Graustark");
    for (String programme : List.of(ruritania, graustark)) {
      submit(
          only(programme, "userTask_followRound"),
          Map.of("followUp", "withdraw", "withdrawalReason", "Three only."));
    }
    submit(
        only(ruritania, "userTask_chooseFallBack"),
        Map.of("fallBack", "lower-tier", "fallBackReason", "An interim ally first."));
    submit(
        only(graustark, "userTask_chooseFallBack"),
        Map.of("fallBack", "end", "fallBackReason", "Not now."));

    assertThat(outcome(ruritania)).isEqualTo("lower-tier");
    assertThat(outcome(graustark)).isEqualTo("no-consensus");
  }

  @Test
  void onlyAProposalWithdrawnUnderSilenceIsTakenUpAgainAndOnlyBeforeItEnds() {
    String ruritania = circulated("XR", "Ruritania");
    String graustark = circulated("XG", "Graustark");
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "withdraw");
    refused(
        only(ruritania, "userTask_chooseFallBack"),
        Map.of("fallBack", "take-up-again", "fallBackReason", "why"),
        "only a proposal withdrawn under silence");
    office.setClock(DEADLINE);
    refused(
        only(graustark, "userTask_followRound"),
        Map.of("followUp", "withdraw", "withdrawalReason", "Three only."),
        "ended already");
  }

  @Test
  void anAnswerAfterABrokenSilenceIsRefusedWithASentenceThatSaysSo() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask french = positionTask(ruritania, "fr");
    answer(ruritania, "tr", OBJECTION);

    assertThatThrownBy(() -> tasks.complete(french.id(), NO_OBJECTION))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("broken by an objection");
  }

  @Test
  void anAnswerToATaskOfAnEarlierRoundIsRefused() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask french = positionTask(ruritania, "fr");
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "retable");
    scripted(only(ruritania, "userTask_circulateProposal"));

    assertThatThrownBy(() -> tasks.complete(french.id(), NO_OBJECTION))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("earlier round");
  }

  @Test
  void everyWayToCompleteAPositionTaskIsAnAnswer() {
    String ruritania = circulated("XR", "Ruritania");

    assertThatThrownBy(() -> tasks.complete(positionTask(ruritania, "fr").id()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("position: is required");
    tasks.complete(positionTask(ruritania, "fr").id(), NO_OBJECTION);
    assertThat(positionTasks(ruritania)).hasSize(32);
    tasks.complete(positionTask(ruritania, "tr").id(), OBJECTION);
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
  }

  @Test
  void aPositionWithoutItsTextIsRefusedAndTheTaskStaysOpen() {
    String ruritania = circulated("XR", "Ruritania");

    refused(
        positionTask(ruritania, "fr"),
        Map.of("position", "perhaps"),
        "position: 'perhaps' must be one of: no objection, reservation, objection");
    refused(
        positionTask(ruritania, "fr"),
        Map.of("position", "reservation"),
        "reservation: is required");
    refused(
        positionTask(ruritania, "fr"),
        Map.of("position", "objection", "objectionReason", " "),
        "objectionReason: is required");
    assertThat(positionTasks(ruritania)).hasSize(32);
  }

  @Test
  void anAmendedPackageIsTabledAgainWithWhatChanged() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    scripted(only(ruritania, "userTask_consultObjectors"));
    scripted(only(ruritania, "userTask_amendPackage"));

    OpenTask circulate = only(ruritania, "userTask_circulateProposal");
    assertThat(office.facts(circulate))
        .containsEntry("roundNumber", 2L)
        .containsEntry("packageVersion", 2)
        .containsEntry(
            "proposalChanged", "All Allies are consulted before each new phase of the package.");
    scripted(circulate);

    assertThat(council.rounds(ruritania)).extracting(Round::number).containsExactly(1, 2);
    assertThat(
            told(ruritania, "Under silence: Ruritania (XR-2026) as full candidate, round 2").text())
        .contains("Changed since the last round: All Allies are consulted");
    assertThat(positionTasks(ruritania)).hasSize(32);
    office.setClock(DEADLINE);
    office.runDueJobs();
    assertThat(outcome(ruritania)).isEqualTo("adopted");
    assertThat(packages.endorsed(ruritania)).map(EngagementPackage::version).contains(2);
    assertThat(endorsement(ruritania))
        .contains("The milestones come too early.", "amend and re-table");
    assertThat(
            deliverables
                .latest(ruritania, DeliverableKind.COUNCIL_ENDORSEMENT)
                .orElseThrow()
                .document()
                .sections()
                .stream()
                .flatMap(section -> section.pictures().stream()))
        .singleElement()
        .satisfies(
            positions ->
                assertThat(positions.description())
                    .contains("round 1: objection 1 (TR); silent 31 (")
                    .contains("round 2: silent 32 ("));
  }

  @Test
  void anAmendmentThatChangesNothingIsRefused() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "amend");
    OpenTask amend = only(ruritania, "userTask_amendPackage");
    Map<String, Object> same = amendment(amend);

    refused(amend, same, "whatChanged: nothing in the package differs");
    same.put("securityAssurances", "The Article 5 guarantee");
    refused(amend, same, "must not promise Article 5");
    same.remove("securityAssurances");
    refused(amend, same, "securityAssurances: needs at least one line");
    assertThat(tasksOf(ruritania, "userTask_amendPackage")).hasSize(1);
  }

  @Test
  void aWithdrawnObjectionBringsThePackageBackUnchanged() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "retable");
    scripted(only(ruritania, "userTask_circulateProposal"));

    Round second = council.openRound(ruritania).orElseThrow();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.packageVersion()).isEqualTo(1);
    assertThat(second.whatChanged()).contains("the objection was withdrawn");
  }

  @Test
  void aProposalOnHoldWaitsUntilItIsTakenUpAgain() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "hold");
    office.setClock(MONDAY.plusSeconds(400L * 86_400));
    office.runDueJobs();

    refused(only(ruritania, "userTask_takeUpAgain"), Map.of(), "takeUpReason: is required");
    scripted(only(ruritania, "userTask_takeUpAgain"));

    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
    assertThat(lastDecision(ruritania).what()).isEqualTo("Proposal taken up again");
  }

  @Test
  void aWithdrawnProposalMayEndTheProgramme() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "withdraw");
    scripted(only(ruritania, "userTask_chooseFallBack"));

    assertThat(outcome(ruritania)).isEqualTo("no-consensus");
    assertThat(endsOf(ruritania)).contains("endEvent_noConsensus");
    assertThat(lastDecision(ruritania).what())
        .isEqualTo("No consensus on full candidate: the programme ends");
    assertThat(told(ruritania, "No consensus: Ruritania (XR-2026)").recipients().split(", "))
        .hasSize(32);
  }

  @Test
  void afterTheLastRoundThePackageMayFallBackToTheNextLowerTier() {
    String ruritania = circulated("XR", "Ruritania");
    for (int round = 1; round < 3; round++) {
      answer(ruritania, "tr", OBJECTION);
      consult(ruritania, "retable");
      scripted(only(ruritania, "userTask_circulateProposal"));
    }
    answer(ruritania, "tr", OBJECTION);
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).isEmpty();

    submit(
        only(ruritania, "userTask_chooseFallBack"),
        Map.of("fallBack", "lower tier", "fallBackReason", "All accept an interim ally."));

    assertThat(outcome(ruritania)).isEqualTo("lower-tier");
    assertThat(endsOf(ruritania)).contains("endEvent_lowerTier");
    assertThat(mandates.open(ruritania))
        .hasValueSatisfying(mandate -> assertThat(mandate.tier()).isEqualTo(Tier.INTERIM_ALLY));
    assertThat(council.rounds(ruritania)).hasSize(3);
  }

  @Test
  void belowStrategicPartnerThereIsNoTierToFallBackTo() {
    String ruritania = circulated("XR", "Ruritania", Tier.STRATEGIC_PARTNER);
    answer(ruritania, "tr", OBJECTION);
    consult(ruritania, "withdraw");
    OpenTask choose = only(ruritania, "userTask_chooseFallBack");

    assertThat(office.facts(choose).get("fallBackOptions").toString())
        .doesNotContain("lower tier")
        .contains("end");
    refused(
        choose,
        Map.of("fallBack", "lower tier", "fallBackReason", "why"),
        "there is no tier below strategic partner");
    refused(choose, Map.of("fallBack", "end"), "fallBackReason: is required");
  }

  @Test
  void aNewRunOfTheStepCountsItsRoundsFromOne() {
    String ruritania = circulated("XR", "Ruritania");
    office.setClock(DEADLINE);
    office.runDueJobs();

    runtime.startProcessInstanceByKey("secure-alliance-consensus", ruritania);
    office.setClock(DEADLINE.plusSeconds(60));
    scripted(only(ruritania, "userTask_circulateProposal"));

    assertThat(council.openRound(ruritania)).map(Round::number).contains(1);
  }

  @Test
  void whoJoinsAfterAnExtensionHasUntilItsEnd() {
    String ruritania = circulated("XR", "Ruritania");
    submit(only(ruritania, "userTask_followRound"), extension("2026-11-27", "12:30", "UTC"));

    join("XB", "Bordavia");

    assertThat(positionTask(ruritania, "xb").dueAt()).isEqualTo("2026-11-27T12:30:00Z");
  }

  @Test
  void anExtensionMovesTheTimerAndEveryoneIsTold() {
    String ruritania = circulated("XR", "Ruritania");
    office.setClock(DEADLINE.minusSeconds(60));
    office.runDueJobs();

    submit(only(ruritania, "userTask_followRound"), extension("2026-11-27", "12:30", "UTC"));
    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThat(council.openRound(ruritania)).isPresent();
    assertThat(positionTask(ruritania, "fr").dueAt()).isEqualTo("2026-11-27T12:30:00Z");
    answer(ruritania, "fr", NO_OBJECTION);
    assertThat(told(ruritania, "Silence extended: Ruritania (XR-2026), round 1"))
        .satisfies(notice -> assertThat(notice.recipients().split(", ")).hasSize(32))
        .satisfies(
            notice ->
                assertThat(notice.text())
                    .contains(
                        "Friday 27 November 2026, 13:30 (Europe/Brussels),"
                            + " given as Friday 27 November 2026, 12:30 (UTC)"));
    assertThat(lastDecision(ruritania).why()).isEqualTo("Two parliaments are consulted.");
    office.setClock(Instant.parse("2026-11-27T12:30:00Z"));
    office.runDueJobs();
    assertThat(outcome(ruritania)).isEqualTo("adopted");
    assertThat(endorsement(ruritania)).contains("Two parliaments are consulted.");
  }

  @Test
  void aDeadlineIsExtendedOnlyForwardsAndBeforeItExpires() {
    String ruritania = circulated("XR", "Ruritania");
    OpenTask follow = only(ruritania, "userTask_followRound");

    refused(follow, extension("2026-11-25", "18:00", "Europe/Brussels"), "must be later than");
    refused(follow, extension("2026-11-27", "25:00", "Europe/Brussels"), "is not a time");
    refused(follow, extension("2026-11-27", "18:00", "Mars/Base"), "is not a time zone");
    office.setClock(DEADLINE);
    refused(follow, extension("2026-11-27", "18:00", "Europe/Brussels"), "ended already");
  }

  @Test
  void inTheNightInWhichTheClocksGoForwardATimeThatTheyLeaveOutIsRefused() {
    office.setClock(Instant.parse("2027-03-22T09:00:00Z"));
    String ruritania = prepared("XR", "Ruritania", Tier.FULL_CANDIDATE);
    OpenTask circulate = only(ruritania, "userTask_circulateProposal");
    String leftOut = "silenceTime: '02:30' does not exist on 28 Mar 2027 in Europe/Brussels";

    refused(circulate, silence("2027-03-28", "02:30"), leftOut);
    assertThat(council.rounds(ruritania)).isEmpty();
    submit(circulate, silence("27.03.2027", "18:00"));
    OpenTask follow = only(ruritania, "userTask_followRound");
    refused(follow, extension("28 Mar 2027", "02:30", "Europe/Brussels"), leftOut);

    assertThat(silenceEnds()).isEqualTo("2027-03-27T17:00:00Z");
    submit(follow, extension("28 Mar 2027", "03:00", "Europe/Brussels"));
    assertThat(silenceEnds()).isEqualTo("2027-03-28T01:00:00Z");
  }

  @Test
  void inTheNightInWhichTheClocksGoBackATimeThatTheyShowTwiceIsAskedForAndThenTaken() {
    office.setClock(Instant.parse("2027-10-25T09:00:00Z"));
    String ruritania = prepared("XR", "Ruritania", Tier.FULL_CANDIDATE);
    OpenTask circulate = only(ruritania, "userTask_circulateProposal");
    String twice =
        "silenceTime: '02:30' comes twice on 31 Oct 2027 in Europe/Brussels: write 02:30+02:00 for"
            + " the first, 02:30+01:00 for the second";

    refused(circulate, silence("31.10.2027", "02:30"), twice);
    assertThat(council.rounds(ruritania)).isEmpty();
    submit(circulate, silence("31.10.2027", "02:30+02:00"));
    assertThat(silenceEnds()).isEqualTo("2027-10-31T00:30:00Z");
    OpenTask follow = only(ruritania, "userTask_followRound");
    assertThat(office.facts(follow)).containsEntry("silenceTime", "02:30+02:00");
    refused(follow, extension("2027-10-31", "02:30", "Europe/Brussels"), twice);
    submit(follow, extension("2027-10-31", "02:30+01:00", "Europe/Brussels"));

    assertThat(silenceEnds()).isEqualTo("2027-10-31T01:30:00Z");
    office.setClock(Instant.parse("2027-10-31T01:29:59Z"));
    office.runDueJobs();
    assertThat(council.openRound(ruritania)).isPresent();
    office.setClock(Instant.parse("2027-10-31T01:30:00Z"));
    office.runDueJobs();
    assertThat(outcome(ruritania)).isEqualTo("adopted");
  }

  private static Map<String, Object> silence(String day, String time) {
    return Map.of("silenceDate", day, "silenceTime", time, "silenceZone", "Europe/Brussels");
  }

  /** When the one timer is due. */
  private Instant silenceEnds() {
    return management
        .createJobQuery()
        .timers()
        .activityId("boundaryEvent_silenceEnds")
        .singleResult()
        .getDuedate()
        .toInstant();
  }

  @Test
  void theDeadlineMustLieInTheFuture() {
    String ruritania = prepared("XR", "Ruritania", Tier.FULL_CANDIDATE);
    OpenTask circulate = only(ruritania, "userTask_circulateProposal");

    refused(
        circulate,
        Map.of(
            "silenceDate", "2026-11-23", "silenceTime", "10:00", "silenceZone", "Europe/Brussels"),
        "silence must end in the future");
    refused(circulate, Map.of(), "silenceDate: is required; silenceTime: is required");
    assertThat(council.rounds(ruritania)).isEmpty();
    submit(
        circulate,
        Map.of(
            "silenceDate", "2026-11-23", "silenceTime", "10:01", "silenceZone", "Europe/Brussels"));
    assertThat(council.openRound(ruritania)).isPresent();
  }

  /** Two minutes on a Saturday are a slip, unless the secretariat says so once more. */
  @Test
  void aSilenceThatIsVeryShortOrEndsOnADayOffIsTakenFromAFormOnlyWhenConfirmed() {
    String ruritania = prepared("XR", "Ruritania", Tier.FULL_CANDIDATE);
    OpenTask circulate = only(ruritania, "userTask_circulateProposal");

    refused(circulate, ticked(silence("2026-11-23", "10:02"), false), "less than 24 hours");
    refused(
        circulate,
        ticked(silence("2026-11-28", "18:00"), false),
        "Saturday, 28 November 2026 is no working day");
    assertThat(council.rounds(ruritania)).isEmpty();
    submit(circulate, ticked(silence("2026-11-28", "18:00"), true));

    OpenTask follow = only(ruritania, "userTask_followRound");
    refused(
        follow,
        ticked(extension("2026-11-29", "18:00", "Europe/Brussels"), false),
        "Sunday, 29 November 2026 is no working day");
    submit(follow, ticked(extension("2026-11-30", "18:00", "Europe/Brussels"), false));
    assertThat(silenceEnds()).isEqualTo("2026-11-30T17:00:00Z");
  }

  @Test
  void theAlliesAreAskedInTheOrderOfTheirNames() {
    String ruritania = circulated("XR", "Ruritania");

    assertThat(council.newestRound(ruritania).orElseThrow().allies().stream().map(allies.names()))
        .hasSize(32)
        .isSorted();
  }

  /** A slip in the year is no decision of the council: nobody lives to see the end of it. */
  @Test
  void aSilenceOfMoreThanAMonthIsAskedAboutAtCirculationAndExtensionAlike() {
    String ruritania = prepared("XR", "Ruritania", Tier.FULL_CANDIDATE);
    OpenTask circulate = only(ruritania, "userTask_circulateProposal");

    refused(circulate, ticked(silence("2026-12-28", "18:00"), false), "more than 31 days");
    assertThat(council.rounds(ruritania)).isEmpty();
    submit(circulate, ticked(silence("2026-12-07", "18:00"), false));

    OpenTask follow = only(ruritania, "userTask_followRound");
    refused(
        follow,
        ticked(extension("2126-12-09", "18:00", "Europe/Brussels"), false),
        "more than 31 days");
    assertThat(silenceEnds()).isEqualTo("2026-12-07T17:00:00Z");
    submit(follow, ticked(extension("2027-11-24", "10:00", "Europe/Brussels"), true));
    assertThat(silenceEnds()).isEqualTo("2027-11-24T09:00:00Z");
  }

  private static Map<String, Object> ticked(Map<String, Object> fields, boolean confirmed) {
    Map<String, Object> ticked = new HashMap<>(fields);
    ticked.put("silenceConfirmed", confirmed);
    return ticked;
  }

  @Test
  void whoIsSilentIsRemindedADayBeforeTheDeadline() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "fr", NO_OBJECTION);

    office.setClock(DEADLINE.minusSeconds(86_400));
    office.runDueJobs();

    List<Notice> reminders =
        notices.of(ruritania).stream()
            .filter(notice -> notice.subject().startsWith("Silence ends soon"))
            .toList();
    assertThat(reminders)
        .hasSize(2)
        .allMatch(
            notice ->
                notice
                    .path()
                    .equals("/rounds/" + council.newestRound(ruritania).orElseThrow().id()));
    assertThat(reminders.get(0).recipients()).isEqualTo("council-secretariat");
    assertThat(reminders.get(0).text()).contains("Germany").doesNotContain("France");
    assertThat(reminders.get(1).recipients().split(", "))
        .hasSize(31)
        .doesNotContain("delegation-fr");
  }

  @Test
  void afterAnOutageNobodyIsToldThatASilenceEndsSoonThatIsOver() {
    String ruritania = circulated("XR", "Ruritania");

    office.setClock(DEADLINE.plusSeconds(3_600));
    office.runDueJobs();

    assertThat(council.newestRound(ruritania).orElseThrow().isOpen()).isFalse();
    assertThat(notices.of(ruritania))
        .isNotEmpty()
        .noneMatch(notice -> notice.subject().startsWith("Silence ends soon"));
  }

  @Test
  void theSecretariatIsRemindedOfAProposalThatLies() {
    String ruritania = prepared("XR", "Ruritania", Tier.FULL_CANDIDATE);

    office.setClock(MONDAY.plusSeconds(4 * 86_400));
    office.runDueJobs();

    assertThat(
            told(ruritania, "Reminder: circulate the proposal for Ruritania (XR-2026)")
                .recipients())
        .isEqualTo("council-secretariat");
    assertThat(tasksOf(ruritania, "userTask_circulateProposal")).hasSize(1);
  }

  @Test
  void theExecutivesAreToldOfAConsultationThatTakesLong() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "tr", OBJECTION);
    refused(
        only(ruritania, "userTask_consultObjectors"), Map.of(), "consultationCourse: is required");

    office.setClock(MONDAY.plusSeconds(30 * 86_400));
    office.runDueJobs();

    assertThat(told(ruritania, "Consultation without a result: Ruritania (XR-2026)").recipients())
        .contains("executives");
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
  }

  @Test
  void oneCandidatesObjectionNeverHoldsUpAnother() {
    String ruritania = circulated("XR", "Ruritania");
    String graustark = circulated("XG", "Graustark");

    answer(ruritania, "gr", OBJECTION);
    answer(graustark, "gr", NO_OBJECTION);
    office.setClock(DEADLINE);
    office.runDueJobs();

    assertThat(outcome(graustark)).isEqualTo("adopted");
    assertThat(packages.endorsed(ruritania)).isEmpty();
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
    assertThat(council.openRounds()).isEmpty();
  }

  @Test
  void rule12_aStatedPositionCannotBeAltered() {
    String ruritania = circulated("XR", "Ruritania");
    answer(ruritania, "fr", NO_OBJECTION);

    assertThatThrownBy(() -> db.sql("update council_position set stance = 'OBJECTION'").update())
        .hasStackTraceContaining("cannot be altered");
    assertThatThrownBy(() -> db.sql("delete from council_position").update())
        .hasStackTraceContaining("cannot be altered");
  }

  @Test
  void allDelegationsMayAnswerAtTheSameMoment() throws Exception {
    String ruritania = circulated("XR", "Ruritania");

    List<Throwable> failures =
        atOnce(positionTasks(ruritania), task -> NO_OBJECTION).stream()
            .filter(Objects::nonNull)
            .toList();

    assertThat(failures).isEmpty();
    Round round = council.openRound(ruritania).orElseThrow();
    assertThat(council.tally(round).silent()).isEmpty();
    assertThat(council.positions(round.id())).hasSize(32);
  }

  /** One breaks the silence and the others join the consultation; nobody sees an engine error. */
  @Test
  void objectionsAtTheSameMomentEndTheRoundOnceAndAreAllOnRecord() throws Exception {
    String ruritania = circulated("XR", "Ruritania");

    List<Throwable> failures =
        atOnce(positionTasks(ruritania), task -> OBJECTION).stream()
            .filter(Objects::nonNull)
            .toList();

    assertThat(failures).isEmpty();
    Round round = council.newestRound(ruritania).orElseThrow();
    assertThat(council.positions(round.id()))
        .hasSize(32)
        .extracting(Position::ally)
        .doesNotHaveDuplicates();
    assertThat(objections.standing(ruritania)).hasSize(32);
    assertThat(passed(instance(ruritania), "serviceTask_breakSilence")).isEqualTo(1);
    assertThat(tasksOf(ruritania, "userTask_consultObjectors")).hasSize(1);
    assertThat(office.facts(only(ruritania, "userTask_consultObjectors")).get("objections"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(32);
  }

  @Test
  void aRunningRoundMovesToANewerModelAndEndsThere() {
    String silent = circulated("XR", "Ruritania");
    String objected = circulated("XG", "Graustark");
    answer(silent, "fr", Map.of("position", "reservation", "reservation", "Not before spring."));
    String before = model(silent);

    Deployment newer = deployAgain();
    try {
      String after = newestModel();
      assertThat(after).isNotEqualTo(before);
      runtime
          .newMigration(runtime.createMigrationPlan(before, after).mapEqualActivities().build())
          .processInstanceIds(instance(silent), instance(objected))
          .execute();

      assertThat(List.of(model(silent), model(objected))).containsOnly(after);
      assertThat(positionTasks(silent)).hasSize(32);
      answer(silent, "de", NO_OBJECTION);
      answer(objected, "it", OBJECTION);
      assertThat(positionTasks(objected)).isEmpty();
      assertThat(tasksOf(objected, "userTask_consultObjectors")).hasSize(1);
      office.setClock(DEADLINE);
      office.runDueJobs();

      assertThat(outcome(silent)).isEqualTo("adopted");
      assertThat(lastDecision(silent).why()).contains("2 of 32 Allies answered", "France (FR)");
    } finally {
      repository.deleteDeployment(newer.getId(), true);
    }
  }

  /** Everything as it is deployed, with another name of the process. */
  private Deployment deployAgain() {
    String id =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionId(newestModel())
            .singleResult()
            .getDeploymentId();
    DeploymentBuilder again = repository.createDeployment().name("newer");
    for (String resource : repository.getDeploymentResourceNames(id)) {
      if (resource.contains("/consensus/") && resource.endsWith(".form")) {
        again.addInputStream(resource, repository.getResourceAsStream(id, resource));
      }
    }
    BpmnModelInstance model = repository.getBpmnModelInstance(newestModel());
    model.<Process>getModelElementById("secure-alliance-consensus").setName("Newer");
    return again
        .addModelInstance("processes/consensus/secure-alliance-consensus.bpmn", model)
        .deploy();
  }

  private String newestModel() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("secure-alliance-consensus")
        .latestVersion()
        .singleResult()
        .getId();
  }

  private String model(String programme) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceId(instance(programme))
        .singleResult()
        .getProcessDefinitionId();
  }

  /** What became of each answer: null, or what its delegate was told. */
  private List<Throwable> atOnce(
      List<OpenTask> open, Function<OpenTask, Map<String, Object>> answers) throws Exception {
    return inTheSameMoment(
        open.stream()
            .map(task -> (Callable<Throwable>) () -> completed(task, answers.apply(task)))
            .toList());
  }

  /** Null, or what the delegate was told. */
  private Throwable completed(OpenTask task, Map<String, Object> fields) {
    try {
      completeAsDelegate(task, fields);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** As a delegate of the Ally whose task it is, or was. */
  private void completeAsDelegate(OpenTask task, Map<String, Object> fields) {
    identities.setAuthentication(
        task.group().replace("delegation", "delegate"), List.of(task.group()));
    try {
      tasks.complete(task.id(), fields);
    } finally {
      identities.clearAuthentication();
    }
  }

  private static <T> List<T> inTheSameMoment(List<Callable<T>> acts) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService people = Executors.newFixedThreadPool(acts.size());
    try {
      List<Future<T>> done = new ArrayList<>();
      for (Callable<T> act : acts) {
        done.add(
            people.submit(
                () -> {
                  start.await();
                  return act.call();
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> each : done) {
        results.add(each.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      people.shutdownNow();
    }
  }

  /** The job executor does a job that collided once more. */
  private void runJobsUnlessTheyCollide() {
    try {
      office.runDueJobs();
    } catch (IllegalStateException e) {
      assertThat(e).hasCauseInstanceOf(OptimisticLockingException.class);
    }
  }

  /** As an accession does it on its last day. */
  private void join(String code, String name) {
    allies.admit(code, name, LocalDate.of(2026, 11, 23), "test");
  }

  private OpenTask consultationTask(String programme, String delegation) {
    return tasksOf(programme, "userTask_joinConsultation").stream()
        .filter(task -> ("delegation-" + delegation).equals(task.group()))
        .findFirst()
        .orElseThrow();
  }

  private void withdrawObjection(String programme, String delegation) {
    office.complete(
        consultationTask(programme, delegation),
        "delegate-" + delegation,
        Map.of("consultationAct", "withdraw", "withdrawalReason", "It was met."));
  }

  private String circulated(String code, String name) {
    return circulated(code, name, Tier.FULL_CANDIDATE);
  }

  private String circulated(String code, String name, Tier tier) {
    String key = prepared(code, name, tier);
    scripted(only(key, "userTask_circulateProposal"));
    return key;
  }

  private String prepared(String code, String name, Tier tier) {
    String key = programmes.register(SampleDossiers.of(code, name));
    packages.draft(key, tier, tier, "as assessed", Circulations.terms());
    packages.approve(key);
    programmes.settleTier(key, tier);
    instances.put(key, runtime.startProcessInstanceByKey("secure-alliance-consensus", key).getId());
    return key;
  }

  private static Map<String, Object> extension(String day, String time, String zone) {
    return Map.of(
        "silenceDate", day,
        "silenceTime", time,
        "silenceZone", zone,
        "extensionReason", "Two parliaments are consulted.");
  }

  private Map<String, Object> amendment(OpenTask amend) {
    Map<String, Object> facts = office.facts(amend);
    Map<String, Object> fields = new HashMap<>();
    for (String field :
        List.of(
            "securityAssurances",
            "economicCooperation",
            "jointTraining",
            "milestones",
            "justification")) {
      fields.put(field, facts.get(field));
    }
    fields.put("whatChanged", "Nothing really.");
    return fields;
  }

  private void consult(String programme, String course) {
    submit(
        only(programme, "userTask_consultObjectors"),
        Map.of("consultationCourse", course, "consultationAccount", "All was said."));
  }

  private void answer(String programme, String delegation, Map<String, Object> fields) {
    office.complete(positionTask(programme, delegation), "delegate-" + delegation, fields);
  }

  private void submit(OpenTask task, Map<String, Object> fields) {
    office.complete(task, "somebody", fields);
  }

  private void scripted(OpenTask task) {
    submit(
        task,
        staff
            .answers()
            .get(task.key())
            .form()
            .fill(task, office.facts(task), LocalDate.of(2026, 11, 23)));
  }

  private void refused(OpenTask task, Map<String, Object> fields, String sentence) {
    assertThatThrownBy(() -> submit(task, fields))
        .isInstanceOf(Refused.class)
        .hasStackTraceContaining(sentence);
    assertThat(office.openTasks()).extracting(OpenTask::id).contains(task.id());
  }

  private OpenTask positionTask(String programme, String delegation) {
    return positionTasks(programme).stream()
        .filter(task -> ("delegation-" + delegation).equals(task.group()))
        .findFirst()
        .orElseThrow();
  }

  private List<OpenTask> positionTasks(String programme) {
    return tasksOf(programme, "userTask_statePosition");
  }

  private OpenTask only(String programme, String key) {
    List<OpenTask> found = tasksOf(programme, key);
    assertThat(found).as(key).hasSize(1);
    return found.get(0);
  }

  private List<OpenTask> tasksOf(String programme, String key) {
    return office.openTasks(key).stream()
        .filter(task -> task.programme().equals(programme))
        .toList();
  }

  private Notice told(String programme, String subject) {
    return notices.of(programme).stream()
        .filter(notice -> notice.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody was told: " + subject));
  }

  private DecisionRecord lastDecision(String programme) {
    List<DecisionRecord> all = decisions.of(programme);
    return all.get(all.size() - 1);
  }

  private String endorsement(String programme) {
    Deliverable issued =
        deliverables.latest(programme, DeliverableKind.COUNCIL_ENDORSEMENT).orElseThrow();
    assertThat(issued.isApproved()).isTrue();
    try {
      return json.writeValueAsString(issued.document());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private Object outcome(String programme) {
    return history
        .createHistoricVariableInstanceQuery()
        .processInstanceId(instance(programme))
        .variableName("councilOutcome")
        .singleResult()
        .getValue();
  }

  private long passed(String instance, String activity) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .activityId(activity)
        .finished()
        .count();
  }

  private List<String> endsOf(String programme) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance(programme))
        .activityType("noneEndEvent")
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private String instance(String programme) {
    return instances.get(programme);
  }
}
