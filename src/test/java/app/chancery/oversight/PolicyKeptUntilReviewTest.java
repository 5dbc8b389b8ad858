package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.engagement.PackageDesign;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Assessments;
import app.chancery.readiness.EditedTables;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A programme is judged by the policy it was opened under until a review of it begins. */
@OfficeTest
class PolicyKeptUntilReviewTest {

  private static final Instant STARTED = Instant.parse("2026-11-10T10:00:00Z");

  /** When the first quarterly review opens. */
  private static final Instant Q1 = Instant.parse("2027-01-04T08:00:00Z");

  @Autowired Office office;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired Programmes programmes;
  @Autowired TableReleases tables;
  @Autowired Policies policies;
  @Autowired PackageDesign design;
  @Autowired Assessments assessments;
  @Autowired Reviews reviews;
  @Autowired ProgressAssessment progress;
  @Autowired TransactionTemplate transactions;

  private String key;
  private TableVersions openedUnder;

  @BeforeEach
  void aProgrammeInImplementation() {
    office.setClock(STARTED);
    key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    openedUnder = programmes.get(key).policy();
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
  }

  @AfterEach
  void thePolicyIsWhatWasDelivered() {
    repository
        .createDeploymentQuery()
        .deploymentSource("policy")
        .list()
        .forEach(each -> repository.deleteDeployment(each.getId(), true));
  }

  @Test
  void beforeTheReviewItIsJudgedByWhatItWasOpenedUnder() {
    release(">= 95");
    office.setClock(Q1.minusSeconds(1));
    office.runDueJobs();

    design.assess(key);

    assertThat(policies.inUse()).isNotEqualTo(openedUnder);
    assertThat(assessments.latest(key))
        .hasValueSatisfying(
            assessment -> {
              assertThat(assessment.tier()).isEqualTo(Tier.FULL_CANDIDATE);
              assertThat(assessment.policy()).isEqualTo(openedUnder);
            });
  }

  @Test
  void fromTheMomentItsReviewOpensItIsJudgedByWhatIsInUseThen() {
    release(">= 95");
    TableVersions inUse = policies.inUse();

    office.setClock(Q1);
    office.runDueJobs();

    assertThat(programmes.get(key).policy()).isEqualTo(inUse);
    assertThat(today()).isEqualTo(Tier.INTERIM_ALLY);
    design.assess(key);
    assertThat(assessments.latest(key))
        .hasValueSatisfying(
            assessment -> {
              assertThat(assessment.tier()).isEqualTo(Tier.INTERIM_ALLY);
              assertThat(assessment.policy()).isEqualTo(inUse);
            });
  }

  @Test
  void whatIsReleasedWhileAReviewIsOpenCountsFromTheNextOneOn() {
    office.setClock(Q1);
    office.runDueJobs();
    release(">= 95");

    transactions.executeWithoutResult(
        transaction -> progress.refresh(reviews.open(key).orElseThrow().id()));

    assertThat(today()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(programmes.get(key).policy()).isEqualTo(openedUnder);
  }

  @Test
  void aReviewBecauseConditionsShiftedIsAReview() {
    release(">= 95");

    transactions.executeWithoutResult(transaction -> reviews.openForShift(key, "An election"));

    assertThat(programmes.get(key).policy()).isEqualTo(policies.inUse());
  }

  @Test
  void aProgrammeThatIsOpenedAfterTheReleaseIsJudgedByIt() {
    release(">= 95");

    String other = programmes.register(SampleDossiers.of("XS", "Sylvania"));
    design.assess(other);

    assertThat(programmes.get(other).policy()).isEqualTo(policies.inUse());
    assertThat(assessments.latest(other).orElseThrow().tier()).isEqualTo(Tier.INTERIM_ALLY);
  }

  private Tier today() {
    return reviews.pack(reviews.open(key).orElseThrow().id()).orElseThrow().tier().today();
  }

  private void release(String politicalWill) {
    tables.release(
        "assign-tier",
        EditedTables.bytes(
            EditedTables.with("assign-tier", "inputEntry_assignTier_1_3", politicalWill)));
  }
}
