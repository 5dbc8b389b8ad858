package app.chancery.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WorkList;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.staff.PrerequisitesStaff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate as a whole programme sees it. */
@OfficeTest
class OutreachGateTest {

  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired PrerequisitesStaff staff;

  @Test
  void outreachBeginsWhenEverythingIsSatisfiedAndEndorsed() {
    begin();
    while (isOpenOnlyInThisStep()) {
      workAll();
      office.runDueJobs();
    }

    assertThat(work.keys()).containsExactly("userTask_identifyStakeholders");
  }

  @Test
  void aShelvedProgrammeEndsWithoutOutreachAndSaysWhy() {
    String programme = begin();
    while (!work.keys().equals(List.of("userTask_endorseReadiness"))) {
      assertThat(isOpenOnlyInThisStep()).isTrue();
      workAll();
      office.runDueJobs();
    }
    work.complete(
        "userTask_endorseReadiness",
        "executive",
        Map.of("endorsement", "shelve", "endorsementWhy", "Elections come first"));
    office.runDueJobs();

    assertThat(work.keys()).isEmpty();
    Programme ended = programmes.get(programme);
    assertThat(ended.outcome()).isEqualTo(Outcome.SHELVED);
    assertThat(ended.why()).isEqualTo("Prerequisites not met: Elections come first");
  }

  private String begin() {
    office.setClock(Instant.parse("2026-11-02T09:00:00Z"));
    String programme = opening.open(SampleDossiers.ruritania());
    office.runDueJobs();
    return programme;
  }

  private boolean isOpenOnlyInThisStep() {
    return staff.answers().keySet().containsAll(work.keys());
  }

  private void workAll() {
    for (OpenTask task : office.openTasks()) {
      office.complete(task, "somebody", work.scripted(task, staff));
    }
  }
}
