package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.InstalledOffice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds of many programmes whose silence ends at the same instant, on PostgreSQL. */
@Tag("own-application")
class SilencesEndTogetherTest {

  private static final List<String> PROGRAMMES =
      IntStream.rangeClosed(1, 25).mapToObj(each -> "SILENT-" + each).toList();

  private static final Instant CIRCULATED = Instant.parse("2026-11-10T10:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2026-11-13T10:00:00Z");

  private InstalledOffice office;
  private JdbcClient db;

  @BeforeEach
  void circulate() {
    office =
        InstalledOffice.onPostgres(
            "--logging.level.root=error", "--chancery.sample-portfolio=false");
    db = office.bean(JdbcClient.class);
    ClockUtil.setCurrentTime(Date.from(CIRCULATED));
    Circulations circulations = new Circulations(office);
    for (String programme : PROGRAMMES) {
      circulations.prepare(programme);
      circulations.circulate(programme, DEADLINE.atOffset(ZoneOffset.UTC));
    }
  }

  @AfterEach
  void stop() {
    ClockUtil.reset();
    office.close();
  }

  @Test
  void severalAreTalliedAndEndorsedInOneTransaction() {
    remind();
    passTo(DEADLINE);

    await().atMost(Duration.ofMinutes(5)).until(() -> endorsed() == PROGRAMMES.size());
    assertThat(byTransaction("council_round where status = 'ADOPTED'")).containsExactly(20L, 5L);
    assertThat(byTransaction("deliverable where kind = 'COUNCIL_ENDORSEMENT'"))
        .containsExactly(20L, 5L);
    assertThat(running()).isZero();
  }

  @Test
  void oneThatFailsHoldsUpNoOther() {
    String bad = PROGRAMMES.get(7);
    String broken = "update council_round set tier = '%s' where programme = '%s'";
    String tier =
        db.sql("select tier from council_round where programme = :programme")
            .param("programme", bad)
            .query(String.class)
            .single();

    remind();
    db.sql(broken.formatted("UNHEARD-OF", bad)).update();
    passTo(DEADLINE);

    await().atMost(Duration.ofMinutes(5)).until(() -> endorsed() == PROGRAMMES.size() - 1);
    // An attempt that is under way would still fail, and use up the new one.
    Job waiting =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> timerOf(bad), job -> job.getRetries() == 0);
    assertThat(waiting.getExceptionMessage()).contains("UNHEARD-OF");

    db.sql(broken.formatted(tier, bad)).update();
    office.bean(ManagementService.class).setJobRetries(waiting.getId(), 1);
    // Nobody tells the executor of the new try: it looks again after its longest wait at the
    // latest.
    await().atMost(Duration.ofMinutes(5)).until(() -> endorsed() == PROGRAMMES.size());
  }

  /** The silent ones have been reminded when their silence ends, as time does not jump. */
  private void remind() {
    passTo(DEADLINE.minus(Duration.ofHours(1)));
    await().atMost(Duration.ofMinutes(5)).until(() -> reminders() == 0);
  }

  private static void passTo(Instant moment) {
    ClockUtil.offset(Duration.between(new Date().toInstant(), moment).toMillis());
  }

  private long reminders() {
    return office
        .bean(ManagementService.class)
        .createJobQuery()
        .activityId("boundaryEvent_deadlineNears")
        .count();
  }

  private long endorsed() {
    return db.sql("select count(*) from deliverable where kind = 'COUNCIL_ENDORSEMENT'")
        .query(Long.class)
        .single();
  }

  private long running() {
    return db.sql(
            """
            select count(*) from act_ru_execution execution
              join act_re_procdef model on model.id_ = execution.proc_def_id_
            where execution.parent_id_ is null and model.key_ = 'secure-alliance-consensus'
            """)
        .query(Long.class)
        .single();
  }

  /** How many of these rows each transaction wrote last. */
  private List<Long> byTransaction(String rows) {
    return db.sql("select count(*) from " + rows + " group by xmin::text order by 1 desc")
        .query(Long.class)
        .list();
  }

  private Job timerOf(String programme) {
    return office
        .bean(ManagementService.class)
        .createJobQuery()
        .activityId("boundaryEvent_silenceEnds")
        .processInstanceId(
            db.sql(
                    """
                    select id_ from act_ru_execution
                    where business_key_ = :programme and parent_id_ is null
                    """)
                .param("programme", programme)
                .query(String.class)
                .single())
        .singleResult();
  }
}
