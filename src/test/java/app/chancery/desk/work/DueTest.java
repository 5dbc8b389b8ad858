package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.time.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {

  private static final Days BRUSSELS = new Days(Clock.systemUTC(), ZoneId.of("Europe/Brussels"));

  /** The days are those of the alliance's zone: at 23:30 in UTC it is the next one in Brussels. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-28T17:00:00Z, 2026-11-28T09:00:00Z, today, 0, false",
    "2026-11-28T17:00:00Z, 2026-11-28T17:00:00Z, today, 0, false",
    "2026-11-28T17:00:00Z, 2026-11-28T17:00:01Z, passedToday, 0, true",
    "2026-11-28T17:00:00Z, 2026-11-28T23:30:00Z, passed, 1, true",
    "2026-11-28T17:00:00Z, 2026-12-02T08:00:00Z, passed, 4, true",
    "2026-11-28T17:00:00Z, 2026-11-27T08:00:00Z, tomorrow, 1, false",
    "2026-11-28T17:00:00Z, 2026-11-27T23:30:00Z, today, 0, false",
    "2026-11-28T17:00:00Z, 2026-11-25T08:00:00Z, ahead, 3, false",
    "2027-11-28T17:00:00Z, 2026-11-28T17:00:00Z, ahead, 365, false"
  })
  void howFarOffADueDateIs(Instant at, Instant now, String key, long days, boolean overdue) {
    Due due = Due.of(at, now, BRUSSELS);

    assertThat(due.key()).isEqualTo("work.due." + key);
    assertThat(due.days()).isEqualTo(days);
    assertThat(due.overdue()).isEqualTo(overdue);
  }

  @Test
  void itsDayIsWritten() {
    Instant at = Instant.parse("2026-11-28T23:30:00Z");

    assertThat(Due.of(at, at, BRUSSELS).day()).isEqualTo("29 Nov 2026");
  }

  @Test
  void aTaskMayHaveNone() {
    assertThat(Due.of(null, Instant.EPOCH, BRUSSELS)).isNull();
  }
}
