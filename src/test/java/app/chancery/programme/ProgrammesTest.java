package app.chancery.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Refused;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class ProgrammesTest {

  @Autowired Programmes programmes;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired JdbcClient db;

  @Test
  void theKeyIsTheCandidateAndTheYearOfTheAssessment() {
    assertThat(programmes.register(SampleDossiers.ruritania())).isEqualTo("XR-2026");
  }

  @Test
  void aCandidateHasOneOpenProgramme() {
    programmes.register(SampleDossiers.ruritania());

    assertThatThrownBy(() -> programmes.register(SampleDossiers.ruritania()))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("XR-2026");
  }

  @Test
  void anAllyIsNoCandidate() {
    assertThatThrownBy(() -> programmes.register(SampleDossiers.of("FI", "Finland")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is an Ally already");
  }

  @Test
  void aNewProgrammeMayFollowOneThatEnded() {
    String first = programmes.register(SampleDossiers.ruritania());
    programmes.close(first, Outcome.SHELVED, "not ready");

    assertThat(programmes.register(SampleDossiers.ruritania())).isEqualTo("XR-2026-2");
  }

  /** Rule 8. */
  @Test
  void allAlliesAreToldThatAProgrammeWasOpened() {
    String key = programmes.register(SampleDossiers.ruritania());

    assertThat(notices.of(key))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.recipients().split(", "))
                    .hasSize(32)
                    .contains("delegation-fr", "delegation-se"));
  }

  /** Rule 12. */
  @Test
  void aRecordedDecisionCannotBeAltered() {
    String key = programmes.register(SampleDossiers.ruritania());

    assertThatThrownBy(() -> db.sql("update decision_record set why = 'other'").update())
        .hasStackTraceContaining("cannot be altered");
    assertThatThrownBy(() -> db.sql("delete from decision_record").update())
        .hasStackTraceContaining("cannot be altered");
    assertThat(decisions.of(key)).hasSize(1);
  }
}
