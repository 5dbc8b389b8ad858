package app.chancery.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @Test
  void peopleReadDaysInWords() {
    assertThat(Dates.inWords("due 2027-06-30, not 2028-02-29 (2026-12-01 to 2027-01-04)."))
        .isEqualTo("due 30 Jun 2027, not 29 Feb 2028 (1 Dec 2026 to 4 Jan 2027).");
    assertThat(Dates.inWords("2027-01-04")).isEqualTo("4 Jan 2027");
    assertThat(Dates.read("4 Jan 2027")).isEqualTo("2027-01-04");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/2027-06-30/report?on=2027-06-30",
        "report-2027-06-30.pdf",
        "2027-06-30.pdf",
        "2027-06-30T09:00Z",
        "2027-02-30",
        "2027-Q2",
        "12027-06-301"
      })
  void whatIsNoDayByItselfIsLeftAsItIs(String text) {
    assertThat(Dates.inWords(text)).isEqualTo(text);
  }
}
