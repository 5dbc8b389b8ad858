package app.chancery.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.refusal.Reading;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  private static final int ROUNDS = 20_000;
  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  @Test
  void peopleReadDaysInWords() {
    assertThat(Dates.inWords("due 2027-06-30, not 2028-02-29 (2026-12-01 to 2027-01-04)."))
        .isEqualTo("due 30 Jun 2027, not 29 Feb 2028 (1 Dec 2026 to 4 Jan 2027).");
    assertThat(Dates.inWords("2027-01-04")).isEqualTo("4 Jan 2027");
    assertThat(Dates.inFull(LocalDate.of(2026, 10, 31))).isEqualTo("Saturday, 31 October 2026");
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

  @ParameterizedTest
  @CsvSource({
    "2026-10-31, 2026-10-31",
    "31.10.2026, 2026-10-31",
    "31 Oct 2026, 2026-10-31",
    "31 October 2026, 2026-10-31",
    "31 oct 2026, 2026-10-31",
    "1 Nov 2026, 2026-11-01",
    "01 Nov 2026, 2026-11-01",
    "1.11.2026, 2026-11-01",
    "01.02.2026, 2026-02-01",
    "2026-02-01, 2026-02-01",
    "29 Feb 2028, 2028-02-29",
    "' 2026-10-31 ', 2026-10-31",
    "\u00A031\u00A0Oct\u00A02026\u202F, 2026-10-31"
  })
  void aDayIsReadAsItIsWritten(String text, LocalDate day) {
    assertThat(Dates.read(text).value()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "01/02/2026, 1 Feb 2026, 2026-02-01, 2 Jan 2026, 2026-01-02",
    "1/2/2026, 1 Feb 2026, 2026-02-01, 2 Jan 2026, 2026-01-02",
    "12-11-2026, 12 Nov 2026, 2026-11-12, 11 Dec 2026, 2026-12-11"
  })
  void whatCanBeTwoDaysIsRefusedWithBoth(
      String text, String one, String oneIso, String other, String otherIso) {
    assertThat(Dates.read(text).fault())
        .isEqualTo(
            "'%s' is not a date that can be told: for %s write %s, for %s write %s"
                .formatted(text, one, oneIso, other, otherIso));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-29", "31.11.2026", "31 Nov 2026", "2026-13-01", "0.1.2026", "2026-00-10"})
  void whatIsInNoCalendarIsRefused(String text) {
    assertThat(Dates.read(text).fault())
        .isEqualTo("'%s' is no day of the calendar".formatted(text));
  }

  /** It has the form that a refusal would name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01",
        "0026-10-31",
        "26-10-31",
        "12026-10-31",
        "275760-09-13",
        "31.10.26",
        "1.1.0001"
      })
  void ofADateWithAnImpossibleYearTheYearIsNamed(String text) {
    assertThat(Dates.read(text).fault())
        .isEqualTo(
            "'%s' is not taken as a date: its year is out of the range from 1000 to 9999"
                .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "31/10/2026",
        "10/31/2026",
        "01/01/2026",
        "2026/10/31",
        "31-10-2026",
        "20261031",
        "31.10.",
        "+2026-10-31",
        "2026-10-31T00:00",
        "2026-10-31T00:00:00Z",
        "2026-10-31 00:00",
        "2026-1-1",
        "2026-W44-6",
        "31 Okt 2026",
        "31 Octo 2026",
        "31. Oct 2026",
        "31-Oct-2026",
        "31  Oct 2026",
        "31 Oct",
        "Oct 31, 2026",
        "31. Oktober 2026",
        "Sat Oct 31 00:00:00 CET 2026",
        "tomorrow",
        "45596",
        "٢٠٢٦-١٠-٣١"
      })
  void everythingElseIsRefused(String text) {
    assertThat(Dates.read(text).fault())
        .isEqualTo("'%s' is not a date like 2026-11-01, 01.11.2026 or 1 Nov 2026".formatted(text));
  }

  @Test
  void whatIsWrittenOutAgainReadsTheSame() {
    Random random = new Random(1908);
    for (int round = 0; round < ROUNDS; round++) {
      LocalDate day = LocalDate.ofYearDay(1000, 1).plusDays(random.nextInt(9000 * 365));
      assertThat(Dates.read(day.toString()).value()).isEqualTo(day);
      assertThat(Dates.read(DOTTED.format(day)).value()).isEqualTo(day);
      assertThat(Dates.read(Dates.words(day)).value()).isEqualTo(day);
      assertThat(Dates.read(ENGLISH.format(day)).value()).isEqualTo(day);
    }
  }

  /** Of all that looks much like a day, what is read names that very day, and the rest itself. */
  @Test
  void nothingElseIsReadThanWhatStandsThere() {
    Random random = new Random(1949);
    List<String> parts =
        List.of("1", "02", "12", "31", "2026", "1949", "26", "Oct", "Feb", "-", ".", "/", " ", "T");
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String separator = parts.get(9 + random.nextInt(5));
      String text =
          IntStream.range(0, 3)
              .mapToObj(at -> parts.get(random.nextInt(9)))
              .collect(Collectors.joining(separator));
      Reading<LocalDate> reading = Dates.read(text);
      if (reading.value() == null) {
        assertThat(reading.fault()).startsWith("'" + text + "' is no");
      } else {
        read++;
        LocalDate day = reading.value();
        assertThat(text)
            .isIn(
                day.toString(),
                DOTTED.format(day),
                String.format(
                    Locale.ROOT,
                    "%s.%02d.%s",
                    day.getDayOfMonth(),
                    day.getMonthValue(),
                    day.getYear()),
                String.format(
                    Locale.ROOT,
                    "%02d.%s.%s",
                    day.getDayOfMonth(),
                    day.getMonthValue(),
                    day.getYear()),
                "%s.%s.%s".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
                Dates.words(day),
                "0" + Dates.words(day));
      }
    }
    assertThat(read).isGreaterThan(100);
  }
}
