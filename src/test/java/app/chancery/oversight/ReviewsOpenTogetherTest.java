package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.InstalledOffice;
import app.chancery.documents.Deliverables;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews of many programmes that fall due at the same instant, on PostgreSQL. */
@Tag("own-application")
class ReviewsOpenTogetherTest {

  private static final int PROGRAMMES = 45;
  private static final List<String> KEYS = ProgrammesInOversight.keys(1, PROGRAMMES);

  private static final Instant STARTED = Instant.parse("2026-11-10T10:00:00Z");
  private static final Instant OPENING = Instant.parse("2027-01-04T08:00:00Z");

  private InstalledOffice office;
  private JdbcClient db;

  @BeforeEach
  void start() {
    office =
        InstalledOffice.onPostgres(
            "--logging.level.root=error", "--chancery.sample-portfolio=false");
    db = office.bean(JdbcClient.class);
    ClockUtil.setCurrentTime(Date.from(STARTED));
    ProgrammesInOversight programmes = new ProgrammesInOversight(office);
    KEYS.forEach(programmes::add);
    KEYS.forEach(programmes::watch);
  }

  @AfterEach
  void stop() {
    ClockUtil.reset();
    office.close();
  }

  @Test
  void severalAreOpenedInOneTransaction() {
    passTo(OPENING.plusSeconds(1), PROGRAMMES);

    assertThat(KEYS).allSatisfy(key -> assertThat(office.bean(Reviews.class).of(key)).hasSize(1));
    assertThat(reviewsByTransaction()).containsExactly(20L, 20L, 5L);
    assertThat(office.bean(TaskService.class).createTaskQuery().count()).isEqualTo(PROGRAMMES);
  }

  @Test
  void oneThatFailsHoldsUpNoOther() {
    String bad = KEYS.get(7);
    String dossier = "update dossier set propaganda_exposure = '%s' where programme = '%s'";
    db.sql(dossier.formatted("UNHEARD-OF", bad)).update();

    passTo(OPENING.plusSeconds(1), PROGRAMMES - 1);

    assertThat(office.bean(Reviews.class).of(bad)).isEmpty();
    // An attempt that is under way would still fail, and use up the new one.
    Job waiting =
        await().atMost(Duration.ofMinutes(5)).until(() -> jobOf(bad), job -> job.getRetries() == 0);
    assertThat(waiting.getExceptionMessage()).contains("UNHEARD-OF");
    assertThat(jobsTriedInVain()).isEqualTo(1);

    db.sql(dossier.formatted("LOW", bad)).update();
    office.bean(ManagementService.class).setJobRetries(waiting.getId(), 1);
    // Nobody tells the executor of the new try: it looks again after its longest wait at the
    // latest.
    await().atMost(Duration.ofMinutes(5)).until(() -> open() == PROGRAMMES);
  }

  @Test
  void rule10_afterAnOutageEachHasItsMissedQuartersAndOneReview() {
    passTo(Instant.parse("2028-03-15T09:00:00Z"), PROGRAMMES);

    assertThat(KEYS)
        .allSatisfy(
            key ->
                assertThat(office.bean(Reviews.class).of(key))
                    .extracting(Review::status)
                    .containsExactly(
                        Review.Status.MISSED,
                        Review.Status.MISSED,
                        Review.Status.MISSED,
                        Review.Status.MISSED,
                        Review.Status.OPEN));
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> office.bean(QuarterReports.class).made().size() == 4);
    assertThat(office.bean(Deliverables.class).of(QuarterReports.PORTFOLIO))
        .extracting(report -> report.document().summary())
        .containsOnly("Programmes under review: 45. Reviews: 45, of them 45 missed.");
    assertThat(jobsTriedInVain()).isZero();
  }

  /** Lets the clock jump, and waits until that many reviews are open with their packs. */
  private void passTo(Instant moment, int reviews) {
    ClockUtil.offset(Duration.between(new Date().toInstant(), moment).toMillis());
    await().atMost(Duration.ofMinutes(5)).until(() -> open() == reviews);
  }

  private long open() {
    return db.sql("select count(*) from review where status = 'OPEN' and pack is not null")
        .query(Long.class)
        .single();
  }

  /** How many of the rows each transaction wrote last. */
  private List<Long> reviewsByTransaction() {
    return db.sql("select count(*) from review group by xmin::text order by 1 desc")
        .query(Long.class)
        .list();
  }

  private Job jobOf(String programme) {
    return office
        .bean(ManagementService.class)
        .createJobQuery()
        .activityId("intermediateCatchEvent_reviewDue")
        .processInstanceId(
            db.sql(
                    "select id_ from act_ru_execution where business_key_ = :key and parent_id_ is null")
                .param("key", programme)
                .query(String.class)
                .single())
        .singleResult();
  }

  private long jobsTriedInVain() {
    return db.sql(
            "select count(distinct job_id_) from act_hi_job_log where job_exception_msg_ is not null")
        .query(Long.class)
        .single();
  }
}
