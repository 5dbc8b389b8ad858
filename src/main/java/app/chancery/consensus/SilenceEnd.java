package app.chancery.consensus;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * The exact moment at which a silence ends, with the time zone it is given in. Field names in
 * refusals are those of the secretariat's forms.
 */
public record SilenceEnd(OffsetDateTime at, ZoneId zone) {

  /**
   * Reads what the secretariat wrote.
   *
   * @param time such as {@code 18:00}
   * @param zone such as {@code Europe/Brussels}
   * @throws Refused naming each part that cannot be read
   */
  public static SilenceEnd of(LocalDate day, String time, String zone) {
    Faults faults = new Faults();
    faults.check(isTime(time), "silenceTime", "'" + time + "' is not a time like 18:00");
    faults.check(
        isZone(zone), "silenceZone", "'" + zone + "' is not a time zone like Europe/Brussels");
    faults.refuseIfAny();
    ZoneId known = ZoneId.of(zone);
    return new SilenceEnd(
        day.atTime(LocalTime.parse(time)).atZone(known).toOffsetDateTime(), known);
  }

  /**
   * @throws Refused if it is not in the future
   */
  void refuseUnlessAfter(Instant now) {
    if (!at.toInstant().isAfter(now)) {
      throw new Refused(
          "silenceDate",
          "silence must end in the future; %s has passed".formatted(Moments.read(at, zone)));
    }
  }

  private static boolean isTime(String time) {
    try {
      LocalTime.parse(time);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isZone(String zone) {
    return ZoneId.getAvailableZoneIds().contains(zone);
  }
}
