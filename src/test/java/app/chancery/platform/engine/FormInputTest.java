package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormInputTest {

  @Test
  void aTextWithWhatNobodySeesIsRefusedAndNotTrimmed() {
    FormInput input = FormInput.of(Map.of("name", "\u001cRuritania", "reasons", "so\u2066 far"));

    assertThat(input.optionalText("name")).isEmpty();
    assertThat(input.optionalText("reasons")).isEmpty();
    assertThatThrownBy(input::accept)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("name: holds a control character (U+001C, character 1)")
        .hasMessageContaining("reasons: holds a mark that turns the direction of writing");
  }

  @Test
  void aDayIsReadWholeAndNotUpToItsTime() {
    FormInput input =
        FormInput.of(
            Map.of(
                "start", "2026-11-01",
                "end", "1 Nov 2026",
                "met", "2026-11-01T23:00:00Z",
                "due", "01/02/2026"));

    assertThat(input.date("start")).isEqualTo("2026-11-01");
    assertThat(input.date("end")).isEqualTo("2026-11-01");
    assertThat(input.optionalDate("met")).isEmpty();
    assertThat(input.optionalDate("due")).isEmpty();
    assertThatThrownBy(input::accept)
        .hasMessageContaining("met: '2026-11-01T23:00:00Z' is not a date like 2026-11-01")
        .hasMessageContaining("due: '01/02/2026' is not a date that can be told");
  }

  @Test
  void aWholeNumberIsWhole() {
    FormInput input = FormInput.of(Map.of("seats", "5.00000000000000000001", "all", "1,008"));

    assertThat(input.whole("seats", 0, 10)).isZero();
    assertThat(input.whole("all", 0, 10_000)).isZero();
    assertThatThrownBy(input::accept)
        .hasMessageContaining("seats: must be a whole number")
        .hasMessageContaining("all: '1,008' is not a whole number that can be told: write 1008");
  }

  @Test
  void ofWhatIsConfidentialARefusalSaysNothing() {
    FormInput input =
        FormInput.of(Map.of("confidential_power", "1,008", "confidential_on", "01/02/2026"));

    assertThat(input.optionalNumber("confidential_power", 1, 5)).isEmpty();
    assertThat(input.optionalDate("confidential_on")).isEmpty();
    assertThatThrownBy(input::accept)
        .hasMessageContaining("confidential_power: is not a number from 1 to 5")
        .hasMessageContaining("confidential_on: is not a date like")
        .message()
        .doesNotContain("1,008", "1.008", "01/02", "Feb");
  }

  @Test
  void aNumberOfAProgramIsTakenAsItIsAndATextWithTwoReadingsIsRefused() {
    FormInput input = FormInput.of(Map.of("share", 1.008, "cost", "1.008", "part", "1.008"));

    assertThat(input.number("share", 0, 5000)).isEqualTo(1.008);
    assertThat(input.number("part", 0, 5)).isEqualTo(1.008);
    assertThat(input.optionalNumber("cost", 0, 5000)).isEmpty();
    assertThatThrownBy(input::accept).hasMessageContaining("cost: '1.008'");
  }

  @Test
  void aFigureMayHaveACommaAndMustBeOne() {
    FormInput input = FormInput.of(Map.of("cost", "2,5", "budget", "1e-999999999", "risk", "5d"));

    assertThat(input.number("cost", 0, 10)).isEqualTo(2.5);
    assertThat(input.optionalNumber("budget", 0, 10)).isEmpty();
    assertThat(input.optionalNumber("risk", 0, 10)).isEmpty();
    assertThatThrownBy(input::accept).hasMessageContaining("budget").hasMessageContaining("risk");
  }
}
