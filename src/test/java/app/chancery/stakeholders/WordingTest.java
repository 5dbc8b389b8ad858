package app.chancery.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void capitalLettersAndSpacesMakeNoDifference() {
    assertThat(Wording.of("  The Baltic\n League ")).isEqualTo(Wording.of("the baltic league"));
    assertThat(Wording.of("The Baltic League")).isNotEqualTo(Wording.of("The Baltic Leagues"));
  }

  @Test
  void aSentenceThatStandsInATextIsQuoted() {
    Wording summary = Wording.of("They said: No  foreign BASES on our soil. And more.");

    assertThat(summary.quotes(Stream.of("something else", "no foreign bases"))).isTrue();
    assertThat(summary.quotes(Stream.of("no foreign troops"))).isFalse();
    assertThat(summary.quotes(Stream.empty())).isFalse();
  }

  @Test
  void aShortQuotationIsACoincidence() {
    Wording summary = Wording.of("no new bases there");

    assertThat(summary.quotes(Stream.of("no new base"))).isFalse();
    assertThat(summary.quotes(Stream.of("no new bases"))).isTrue();
  }
}
