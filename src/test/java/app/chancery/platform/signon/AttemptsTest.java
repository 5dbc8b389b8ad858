package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private static final String HERE = "198.51.100.1";

  private Instant now = Instant.parse("2026-11-02T09:00:00Z");

  private final Attempts attempts =
      new Attempts(
          new SignOnPolicy.Guessing(
              3, 10, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(15), 100),
          new Movable());

  @Test
  void waitsDoubleUpToTheLongest() {
    List<Long> waits = new ArrayList<>();
    for (int each = 0; each < 8; each++) {
      attempts.wrong("analyst", HERE);
      waits.add(attempts.wait("analyst", HERE).toSeconds());
      now = now.plus(attempts.wait("analyst", HERE));
    }

    assertThat(waits).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 5L, 5L);
    assertThat(attempts.wait("analyst", HERE)).isZero();
    assertThat(attempts.wait("analyst", "198.51.100.2")).isZero();
    assertThat(attempts.wait("envoy", HERE)).isZero();
  }

  @Test
  void whatLiesBackIsForgotten() {
    for (int each = 0; each < 5; each++) {
      attempts.wrong("analyst", HERE);
    }
    now = now.plus(Duration.ofMinutes(16));

    attempts.wrong("analyst", HERE);

    assertThat(attempts.wait("analyst", HERE)).isZero();
  }

  @Test
  void aRightPasswordMakesUpForTheWrongOnesOfItsAccountOnly() {
    for (int each = 0; each < 11; each++) {
      attempts.wrong("n" + each, HERE);
    }
    attempts.right("analyst", HERE);

    assertThat(attempts.wait("analyst", HERE)).isZero();
    assertThat(attempts.wait("envoy", HERE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aClockThatIsPutBackLocksNobody() {
    for (int each = 0; each < 12; each++) {
      attempts.wrong("analyst", HERE);
    }
    now = now.minus(Duration.ofDays(30));

    assertThat(attempts.wait("analyst", HERE)).isZero();
  }

  @Test
  void whoeverFillsTheMemoryMakesItForgetTheOldestOnly() {
    for (int each = 0; each < 4; each++) {
      attempts.wrong("analyst", HERE);
    }
    for (int each = 0; each < 99; each++) {
      attempts.wrong("analyst", "203.0.113." + each);
    }
    assertThat(attempts.wait("analyst", HERE)).isPositive();

    for (int each = 0; each < 100; each++) {
      attempts.wrong("analyst", "192.0.2." + each);
    }
    assertThat(attempts.wait("analyst", HERE)).isZero();
  }

  /** The same instant until the test moves it. */
  private final class Movable extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
