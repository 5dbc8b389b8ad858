package app.chancery.documents.icalendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * What a calendar says of a time zone: the rules of today and nothing of its history. Outlook reads
 * one STANDARD and one DAYLIGHT only, and of their yearly rules only those that name one day of the
 * week in one month, such as {@code BYDAY=-1SU} (MS-OXCICAL 2.1.3.1.1.19). Of a zone that cannot be
 * said so nothing is said; its moments are written in UTC, which every program understands.
 */
class ZoneDefinition {

  /** So many days at the end of a month hold its last weekday of each name. */
  private static final int WEEK = DayOfWeek.values().length;

  private ZoneDefinition() {}

  /**
   * @param from the first moment that is written in this zone
   * @return empty if today's rules are not in force since a year before that, or cannot be said
   */
  static Optional<VTimeZone> of(ZoneId zone, Instant from) {
    ZoneRules rules = zone.getRules();
    Year before = Year.of(from.atZone(ZoneOffset.UTC).getYear() - 1);
    if (zone instanceof ZoneOffset
        || rules.getTransitions().stream()
            .anyMatch(change -> !change.getInstant().isBefore(beginning(before)))) {
      return Optional.empty();
    }
    List<ZoneOffsetTransitionRule> yearly = rules.getTransitionRules();
    if (yearly.isEmpty()) {
      return Optional.of(zone(zone, List.of(always(rules.getOffset(from)))));
    }
    return yearly.size() == 2 && yearly.stream().allMatch(ZoneDefinition::canBeSaid)
        ? Optional.of(
            zone(zone, yearly.stream().map(rule -> observance(rules, rule, before)).toList()))
        : Optional.empty();
  }

  private static Instant beginning(Year year) {
    return year.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static VTimeZone zone(ZoneId zone, List<Observance> observances) {
    VTimeZone definition = new VTimeZone();
    definition.add(new TzId(zone.getId()));
    observances.forEach(definition::add);
    return definition;
  }

  /** Without change: since the beginning of the epoch, as programs expect some beginning. */
  private static Observance always(ZoneOffset offset) {
    return filled(new Standard(), LocalDate.EPOCH.atStartOfDay(), offset, offset);
  }

  private static Observance observance(
      ZoneRules rules, ZoneOffsetTransitionRule rule, Year firstYear) {
    ZoneOffsetTransition first = rule.createTransition(firstYear.getValue());
    Observance observance =
        filled(
            rules.isDaylightSavings(first.getInstant()) ? new Daylight() : new Standard(),
            first.getDateTimeBefore(),
            first.getOffsetBefore(),
            first.getOffsetAfter());
    observance.add(
        new RRule<LocalDateTime>(
            "FREQ=YEARLY;BYMONTH=%s;BYDAY=%s%s"
                .formatted(
                    rule.getMonth().getValue(),
                    week(rule).orElseThrow(),
                    rule.getDayOfWeek().name().substring(0, 2))));
    return observance;
  }

  private static Observance filled(
      Observance observance, LocalDateTime begins, ZoneOffset before, ZoneOffset after) {
    for (Property property :
        List.of(new DtStart<>(begins), new TzOffsetFrom(before), new TzOffsetTo(after))) {
      observance.add(property);
    }
    return observance;
  }

  private static boolean canBeSaid(ZoneOffsetTransitionRule rule) {
    // The local day of a change at a moment of UTC may be another one than the rule's.
    ZoneOffsetTransition sample = rule.createTransition(2001);
    return rule.getDayOfWeek() != null
        && !rule.isMidnightEndOfDay()
        && sample.getDateTimeBefore().getDayOfWeek() == rule.getDayOfWeek()
        && week(rule).isPresent();
  }

  /** Which of the month's days of that name it is: 1 for the first one, -1 for the last one. */
  private static Optional<Integer> week(ZoneOffsetTransitionRule rule) {
    int notBefore = rule.getDayOfMonthIndicator();
    if (notBefore == -1 || notBefore == rule.getMonth().minLength() - WEEK + 1) {
      return Optional.of(-1);
    }
    return notBefore > 0 && (notBefore - 1) % WEEK == 0
        ? Optional.of((notBefore - 1) / WEEK + 1)
        : Optional.empty();
  }
}
