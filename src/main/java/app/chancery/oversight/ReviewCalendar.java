package app.chancery.oversight;

import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.Moments;
import app.chancery.platform.time.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * When quarterly reviews open: on the first working day of the calendar quarter, at the committee's
 * hour in the committee's time zone. A plain three-month timer would drift and would begin anew
 * with every redeployment.
 */
@Component
public class ReviewCalendar {

  private final OversightPolicy policy;
  private final Days days;
  private final WorkingDays workingDays;

  ReviewCalendar(OversightPolicy policy, Days days, WorkingDays workingDays) {
    this.policy = policy;
    this.days = days;
    this.workingDays = workingDays;
  }

  /** The moment at which the quarter's review opens, with the offset that holds on that day. */
  OffsetDateTime openingOf(Quarter quarter) {
    LocalDate day = workingDays.onOrAfter(quarter.firstDay());
    return day.atTime(policy.opensAt()).atZone(policy.zone()).toOffsetDateTime();
  }

  /** The first quarter whose review opens at that moment or later. */
  Quarter firstOpeningFrom(Instant moment) {
    Quarter quarter = quarterAt(moment);
    return openingOf(quarter).toInstant().isBefore(moment) ? quarter.next() : quarter;
  }

  /** The first moment of the quarter. */
  public OffsetDateTime beginningOf(Quarter quarter) {
    return days.begin(quarter.firstDay());
  }

  /** The quarter that the alliance's calendar shows at that moment. */
  public Quarter quarterAt(Instant moment) {
    return Quarter.of(days.of(moment));
  }

  /** The committee's time zone. */
  public ZoneId zone() {
    return policy.zone();
  }

  /** A moment as the committee reads it, for example "4 Jan 2027, 09:00 (Europe/Brussels)". */
  String words(Instant moment) {
    return Moments.inShort(moment, policy.zone());
  }

  String words(LocalDate day) {
    return Dates.words(day);
  }
}
