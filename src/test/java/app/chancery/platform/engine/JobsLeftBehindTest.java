package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.platform.database.Nodes;
import app.chancery.programme.Opening;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class JobsLeftBehindTest {

  @Autowired JobsLeftBehind left;
  @Autowired Opening opening;
  @Autowired ManagementService management;
  @Autowired JdbcClient db;

  @BeforeEach
  void aProgrammeWithJobs() {
    opening.open(SampleDossiers.ruritania());
    assertThat(jobsOf(null)).isPositive();
  }

  @Test
  void whatAKilledProcessHadTakenIsFreeAfterAStart() {
    take("somebody who is gone");

    left.start();

    assertThat(jobsOf("somebody who is gone")).isZero();
    assertThat(
            db.sql("select count(*) from act_ru_job where lock_exp_time_ is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatThisProcessHasTakenStaysItsOwn() {
    long taken = take(Nodes.THIS);

    left.start();

    assertThat(jobsOf(Nodes.THIS)).isEqualTo(taken);
  }

  private long take(String owner) {
    return db.sql("update act_ru_job set lock_owner_ = :owner, lock_exp_time_ = :until")
        .param("owner", owner)
        .param("until", new Date(ClockUtil.getCurrentTime().getTime() + 300_000))
        .update();
  }

  private long jobsOf(String owner) {
    return owner == null
        ? management.createJobQuery().count()
        : db.sql("select count(*) from act_ru_job where lock_owner_ = :owner")
            .param("owner", owner)
            .query(Long.class)
            .single();
  }
}
