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
  void aFigureMayHaveACommaAndMustBeOne() {
    FormInput input = FormInput.of(Map.of("cost", "2,5", "budget", "1e-999999999", "risk", "5d"));

    assertThat(input.number("cost", 0, 10)).isEqualTo(2.5);
    assertThat(input.optionalNumber("budget", 0, 10)).isEmpty();
    assertThat(input.optionalNumber("risk", 0, 10)).isEmpty();
    assertThatThrownBy(input::accept).hasMessageContaining("budget").hasMessageContaining("risk");
  }
}
