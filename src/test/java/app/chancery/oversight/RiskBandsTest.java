package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.oversight.OversightPolicy.RiskBand;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a risk's score is called, and how it changed. */
class RiskBandsTest {

  @ParameterizedTest
  @CsvSource({
    "1, low",
    "4, low",
    "5, medium",
    "9, medium",
    "10, high",
    "15, high",
    "16, critical",
    "25, critical"
  })
  void aBandBeginsAtItsLeastScore(int score, String band) {
    assertThat(
            policy(
                    new RiskBand("low", 1),
                    new RiskBand("medium", 5),
                    new RiskBand("high", 10),
                    new RiskBand("critical", 16))
                .riskBand(score))
        .isEqualTo(band);
  }

  @Test
  void bandsThatLeaveScoresOutAreRefused() {
    assertThatThrownBy(() -> policy(new RiskBand("medium", 5)))
        .hasMessageContaining("begin with 1 and ascend");
    assertThatThrownBy(() -> policy(new RiskBand("low", 1), new RiskBand("high", 1)))
        .hasMessageContaining("begin with 1 and ascend");
  }

  @ParameterizedTest
  @CsvSource({"6, up from 6", "9, as before", "12, down from 12", ", new"})
  void aRiskTellsHowItsScoreChanged(Integer last, String change) {
    assertThat(
            new Pack.RatedRisk(
                    StatusDimension.COST, "", 3, 3, 9, "medium", last, "accept", "", "managers")
                .change())
        .isEqualTo(change);
  }

  private static OversightPolicy policy(RiskBand... bands) {
    return new OversightPolicy(
        ZoneOffset.UTC, LocalTime.NOON, 12, Duration.ofHours(1), List.of(bands));
  }
}
