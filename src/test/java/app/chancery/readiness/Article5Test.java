package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guarantee that comes with membership alone, as people write it. */
class Article5Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The guarantee of Article 5",
        "As in Art. V of the treaty",
        "Mutual defence as of Article\u00a0V of the treaty",
        "An Article-5 commitment",
        "Protected by Articles 5 and 6",
        "A collective-defence guarantee",
        "Full collective defense commitment",
        "A mutual defence clause",
        "The obligation to collective defence",
        "An armed attack against the partner shall be considered an attack against all Allies",
        "An attack on one is an attack on all"
      })
  void aPromiseOfItIsKnown(String line) {
    assertThat(Article5.isPromisedBy(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Joint exercises in collective defence",
        "Reform as of Article 50",
        "Consultation as of Article 4",
        "Help after an attack on networks",
        "Named contributions of single Allies to the defence of critical infrastructure"
      })
  void whatElseIsOfferedIsNone(String line) {
    assertThat(Article5.isPromisedBy(line)).isFalse();
  }

  @Test
  void nothingThatIsDeliveredPromisesIt() {
    assertThat(
            Stream.of(Tier.values())
                .map(new PackageTemplates(new PolicyFiles())::of)
                .flatMap(
                    offer ->
                        Stream.of(
                                offer.securityAssurances(),
                                offer.economicCooperation(),
                                offer.jointTraining())
                            .flatMap(lines -> lines.stream())))
        .isNotEmpty()
        .noneMatch(Article5::isPromisedBy);
  }
}
