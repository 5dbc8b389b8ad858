package app.chancery.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.AddressException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ada@example.org,ada@example.org",
    "o'neil+x@mail.example.org,o'neil+x@mail.example.org",
    "joerg@bücher.example,joerg@xn--bcher-kva.example",
    "joerg@BÜCHER.example,joerg@xn--bcher-kva.example",
    "info@почта.рф,info@xn--80a1acny.xn--p1ai"
  })
  void aDomainMayBeInAnyScript(String written, String sent) throws AddressException {
    assertThat(MailAddress.of(written).getAddress()).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "@example.org",
        "ada@",
        "ada@bü cher.example",
        "ada@bücher.example, eve@example.org",
        "ada@bücher.example\r\nBcc: eve@example.org",
        "Ada <ada@bücher.example>",
        "ada@example.org@",
        "ada@-ü.example",
        "jörg@bücher.example"
      })
  void whatIsNoAddressAloneIsNone(String written) {
    assertThatThrownBy(() -> MailAddress.of(written)).isInstanceOf(AddressException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "jörg@bücher.example,true",
    "jörg@example.org,true",
    "joerg@bücher.example,false",
    "jö rg@example.org,false",
    "jörg,false"
  })
  void whatHasOtherLettersBeforeItsDomainIsToldSo(String written, boolean told) {
    assertThat(MailAddress.isOfAnotherScript(written)).isEqualTo(told);
  }
}
