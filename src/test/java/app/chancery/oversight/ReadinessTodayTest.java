package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.PolicyFiles;
import app.chancery.readiness.Scores;
import app.chancery.readiness.Tiering;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.IndicatorName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a score's fall since the last review is one of the candidate. */
class ReadinessTodayTest {

  private static final Tiering TIERING = PolicyFiles.tiering();
  private static final Dossier THEN = SampleDossiers.ruritania();

  /** All its figures are older than any of them counts for. */
  private static final Dossier NOW = THEN.assessedOn(THEN.assessedOn().plusYears(5));

  @Test
  void rule3_aFigureThatGrewTooOldIsNoChange() {
    Assessment today = TIERING.assess(NOW);

    assertThat(today.stale()).hasSize(THEN.indicators().size());
    assertThat(ReadinessToday.before(NOW, List.of(support("74")), TIERING)).isEmpty();
    assertThat(ReadinessToday.byTheirTime(NOW, today, TIERING).scores())
        .isEqualTo(TIERING.assess(THEN).scores())
        .isNotEqualTo(today.scores());
  }

  @Test
  void aNewFigureIsMeasuredAgainstTheOneOfTheLastReviewAsIfBothWereOfToday() {
    Optional<Scores> before = ReadinessToday.before(NOW, List.of(support("60")), TIERING);

    assertThat(before.map(Scores::domesticSupport)).contains(60);
    assertThat(before.map(Scores::interoperability))
        .contains(TIERING.assess(THEN).scores().interoperability());
  }

  @Test
  void aFigureThatTheLastReviewDidNotKnowIsNoChange() {
    assertThat(ReadinessToday.before(NOW, List.of(), TIERING)).isEmpty();
  }

  private static Pack.IndicatorLine support(String value) {
    return new Pack.IndicatorLine(IndicatorName.PUBLIC_SUPPORT_PCT, value, THEN.assessedOn(), null);
  }
}
