package app.chancery.desk.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.oversight.CommitteeDecision;
import app.chancery.platform.words.Words;
import app.chancery.programme.Closing;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecords;
import app.chancery.records.dossier.Dossier;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A programme ends for the reason for which its end was decided, whatever is recorded of it until
 * the office has carried that out.
 */
@OfficeTest
class ReasonsOfEndsTest {

  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired Closing closing;
  @Autowired DecisionRecords decisions;
  @Autowired Retrials retrials;
  @Autowired Rehearsal rehearsal;
  @Autowired Office office;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired FormService forms;
  @Autowired JdbcClient db;

  @BeforeEach
  void startOnTheDayOfTheAssessment() {
    office.setClock(Instant.parse("2026-11-02T09:00:00Z"));
  }

  @AfterEach
  void workGoesOn() {
    management.createJobDefinitionQuery().suspended().list().stream()
        .map(JobDefinition::getId)
        .forEach(id -> management.activateJobDefinitionById(id, true));
  }

  @Test
  void prerequisitesThatAreNotMet() {
    String key = opened(SampleDossiers.ruritania());
    standStill("serviceTask_shelveProgramme");

    rehearse(
        "userTask_endorseReadiness",
        Map.of("endorsement", "SHELVE", "endorsementWhy", "Not this year"));

    assertEnds(key, Outcome.SHELVED, "Prerequisites not met: Not this year");
  }

  @Test
  void noConsensus() {
    String key = opened(SampleDossiers.ruritania());
    standStill("serviceTask_closeWithoutConsensus");

    rehearsal
        .with(
            Map.of(
                "userTask_statePosition",
                always(
                    Map.of(
                        "position", "objection",
                        "objectionReason", "Too early",
                        "objectionConfirmed", true)),
                "userTask_consultObjectors",
                always(Map.of("consultationCourse", "withdraw", "consultationAccount", "In vain")),
                "userTask_chooseFallBack",
                always(Map.of("fallBack", "end", "fallBackReason", "Agreed so"))))
        .run(this::standsStill, happening -> {});

    assertEnds(key, Outcome.NO_CONSENSUS, "Agreed so");
  }

  @Test
  void aTermination() {
    String key = opened(SampleDossiers.ruritania());
    standStill("serviceTask_issueOversightReport");

    rehearse(
        "userTask_decideReview",
        Map.of(
            "decision", CommitteeDecision.TERMINATE.word(), "reasons", "Conditions have changed"));

    assertEnds(key, Outcome.TERMINATED, "Conditions have changed");
  }

  @Test
  void aWithdrawal() {
    String key = opened(SampleDossiers.ruritania());
    standStill("serviceTask_closeWithdrawn");

    forms.submitStartForm(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("withdraw-application")
            .latestVersion()
            .singleResult()
            .getId(),
        Map.of(
            "programme",
            key,
            "withdrawalReason",
            "A new government",
            "documents",
            "Note 12",
            "withdrawalConfirmed",
            true));
    office.runDueJobs();

    assertEnds(key, Outcome.WITHDRAWN, "A new government");
  }

  @Test
  void aPartnershipThatIsSettled() {
    Dossier near = SampleDossiers.ruritania();
    String key =
        opened(
            new Dossier(
                "XD",
                "Dorelia",
                false,
                "indo-pacific",
                near.assessedOn(),
                near.propagandaExposure(),
                null,
                near.indicators()));
    standStill("serviceTask_concludeSettled");

    rehearsal.run(this::standsStill, happening -> {});

    assertEnds(key, Outcome.SETTLED, "Dorelia has gone through all phases");
  }

  @Test
  void anAccession() {
    String key = opened(SampleDossiers.ruritania());
    standStill("serviceTask_concludeAcceded");

    rehearsal.run(this::standsStill, happening -> {});

    assertEnds(key, Outcome.ACCEDED, "Ruritania became a Party on");
  }

  /** The release before did not mark what ends a programme. */
  @Test
  void anEndThatWasDecidedBeforeIsCarriedOutToo() {
    String key = opened(SampleDossiers.ruritania());
    decisions.record(key, "prerequisites", "Prerequisites not met", "Not this year");
    decisions.record(
        key,
        "programme",
        Words.of("incident.tried").formatted("Shelve programme"),
        Words.of("incident.triedBecause"));
    db.sql(
            """
            insert into decision_record (programme, step, what, why, decided_by, decided_at,
              for_staff)
            values (:key, 'stakeholders', 'For staff', 'An interview', 'envoy', now(), true)
            """)
        .param("key", key)
        .update();

    closing.close(key, Outcome.SHELVED);

    assertThat(programmes.get(key).why()).isEqualTo("Prerequisites not met: Not this year");
  }

  private String opened(Dossier dossier) {
    return office.inTheNameOf("analyst", () -> opening.open(dossier));
  }

  private void rehearse(String task, Map<String, Object> answer) {
    rehearsal.with(Map.of(task, always(answer))).run(this::standsStill, happening -> {});
  }

  private static Answer always(Map<String, Object> answer) {
    return new Answer(1, (task, facts, today) -> answer);
  }

  private void standStill(String activity) {
    List<JobDefinition> found =
        management.createJobDefinitionQuery().activityIdIn(activity).active().list();
    assertThat(found).isNotEmpty();
    found.forEach(each -> management.suspendJobDefinitionById(each.getId(), true));
  }

  private boolean standsStill() {
    return management.createJobQuery().suspended().count() > 0;
  }

  private void assertEnds(String key, Outcome outcome, String why) {
    Job stopped = management.createJobQuery().suspended().singleResult();
    management.setJobRetries(stopped.getId(), 0);
    workGoesOn();
    decisions.record(key, "integration", "Milestone met", "Reported in the meantime");
    retrials.tryAgain(
        runtime.createIncidentQuery().configuration(stopped.getId()).singleResult().getId());
    assertThat(decisions.of(key))
        .last()
        .satisfies(tried -> assertThat(tried.why()).isEqualTo(Words.of("incident.triedBecause")));

    office.runDueJobs();

    assertThat(programmes.get(key).outcome()).isEqualTo(outcome);
    assertThat(programmes.get(key).why()).contains(why);
    assertThat(decisions.of(key))
        .last()
        .satisfies(ended -> assertThat(ended.why()).isEqualTo(programmes.get(key).why()));
  }
}
