package app.chancery.consensus;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Moments;
import app.chancery.platform.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The exact moment at which a silence ends, with the time zone it is given in. Field names in
 * refusals are those of the secretariat's forms.
 */
public record SilenceEnd(OffsetDateTime at, ZoneId zone) {

  /**
   * Reads what the secretariat wrote.
   *
   * @param time such as {@code 18:00}, or {@code 02:30+01:00} where the clocks show it twice
   * @param zone such as {@code Europe/Brussels}
   * @throws Refused naming each part that cannot be read
   */
  public static SilenceEnd of(LocalDate day, String time, String zone) {
    Faults faults = new Faults();
    boolean known =
        faults.check(
            isZone(zone), "silenceZone", Words.of("silenceEnd.isNotATimeZoneLike").formatted(zone));
    ZoneId meant = known ? ZoneId.of(zone) : ZoneOffset.UTC;
    Optional<OffsetDateTime> at = Moments.read(day, time, meant).orFault("silenceTime", faults);
    faults.refuseIfAny();
    return new SilenceEnd(at.orElseThrow(), meant);
  }

  /**
   * @throws Refused if it is not in the future
   */
  void refuseUnlessAfter(Instant now) {
    if (!at.toInstant().isAfter(now)) {
      throw new Refused(
          "silenceDate", Words.of("council.endHasPassed").formatted(Moments.words(at, zone)));
    }
  }

  private static boolean isZone(String zone) {
    return ZoneId.getAvailableZoneIds().contains(zone);
  }
}
