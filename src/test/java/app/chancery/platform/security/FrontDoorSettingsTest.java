package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings about its front door an office is started with. */
class FrontDoorSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chancery.example.org",
        "ftp://chancery.example.org",
        "https://chancery.example.org/office",
        "https://chancery example.org",
        "https://?a"
      })
  void anAddressThatIsNoHostIsRefusedByTheNameOfItsSetting(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrontDoorSettings(address, ""))
        .withMessage("chancery.public-url must be http:// or https:// and a host, without a path");
  }

  @Test
  void proxiesThatAreNoExpressionAreRefusedByTheNameOfTheirSetting() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrontDoorSettings("", "127(.0"))
        .withMessageStartingWith(
            "chancery.trusted-proxies is no regular expression (Unclosed group)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://chancery.example.org", "http://localhost:8080/"})
  void hostsAreTaken(String address) {
    assertThat(new FrontDoorSettings(address, "10\\.0\\.0\\.7").publicUrl()).isEqualTo(address);
  }
}
