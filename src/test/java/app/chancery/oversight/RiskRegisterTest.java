package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.documents.Picture;
import app.chancery.oversight.OversightPolicy.RiskBand;
import app.chancery.readiness.PolicyFiles;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each dimension's risk as the policy table rates it. */
class RiskRegisterTest {

  private final RiskRegister register =
      new RiskRegister(
          new PolicyFiles(),
          new OversightPolicy(
              ZoneOffset.UTC,
              LocalTime.NOON,
              12,
              Duration.ofHours(1),
              List.of(new RiskBand("low", 1), new RiskBand("high", 10))));

  @Test
  void aRiskIsRatedByItsColourAndAgainstTheLastOne() {
    assertThat(register.of(List.of(line(StatusDimension.SCHEDULE, Colour.RED, Colour.AMBER))))
        .singleElement()
        .satisfies(
            risk -> {
              assertThat(risk.dimension()).isEqualTo(StatusDimension.SCHEDULE);
              assertThat(risk.score()).isEqualTo(15);
              assertThat(risk.probability() * risk.impact()).isEqualTo(15);
              assertThat(risk.rating()).isEqualTo("15 (high)");
              assertThat(risk.change()).isEqualTo("up from 9");
              assertThat(risk.owner()).isEqualTo("managers");
              assertThat(risk.risk()).isNotBlank();
              assertThat(risk.response()).isNotBlank();
              assertThat(risk.plan()).isNotBlank();
            });
  }

  @Test
  void aRiskOfTheFirstReviewIsNew() {
    assertThat(
            register.of(
                List.of(
                    line(StatusDimension.SECURITY, Colour.GREEN, null),
                    line(StatusDimension.COST, Colour.AMBER, Colour.AMBER))))
        .extracting(Pack.RatedRisk::rating, Pack.RatedRisk::change)
        .containsExactly(tuple("5 (low)", "new"), tuple("9 (low)", "as before"));
  }

  @Test
  void theMapOfRisksHasTheBandsOfThePolicy() {
    Picture.Risk delay = new Picture.Risk(1, "Delay", 3, 5);

    assertThat(register.map(List.of(delay)))
        .isEqualTo(
            new Picture.RiskMap(
                "Risks by probability and impact",
                List.of(new Picture.Band("low", 1), new Picture.Band("high", 10)),
                List.of(delay)));
  }

  private static Pack.DimensionLine line(StatusDimension dimension, Colour now, Colour last) {
    return new Pack.DimensionLine(dimension, now, "as reported", last);
  }
}
