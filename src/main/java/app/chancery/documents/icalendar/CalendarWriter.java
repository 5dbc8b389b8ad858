package app.chancery.documents.icalendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Writes calendars so that Outlook, Google Calendar and Apple's Calendar take them, subscribed to
 * or as a file ({@code docs/policy.md} says by which of their rules), each with the definition of
 * every time zone it uses.
 */
@Component
public class CalendarWriter {

  private static final String LINE_END = "\r\n";

  /** In octets, its end not counted (RFC 5545 3.1). */
  private static final int LONGEST_LINE = 75;

  private static final int UNFOLDED = Integer.MAX_VALUE;

  /** How often a program that subscribes should ask again. */
  private static final Duration REFRESH = Duration.ofHours(1);

  /** What is published has an organizer (RFC 5546); Outlook writes so of one who has no address. */
  private static final URI NO_ADDRESS = URI.create("invalid:nomail");

  /** How long a moment is shown: Outlook and Exchange want an end that is later than the begin. */
  private static final Duration SHOWN = Duration.ofMinutes(15);

  /**
   * @param name what a calendar program calls it
   * @param stamp when it is written
   */
  public String write(String name, Instant stamp, List<CalendarEntry> entries) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Chancery//Enlargement office//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    // The same twice: the first is the standard's (RFC 7986), the second is what Outlook reads.
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    Map<ZoneId, VTimeZone> zones = zones(entries);
    zones.values().forEach(calendar::add);
    entries.forEach(entry -> calendar.add(event(entry, stamp, zones.keySet())));
    StringWriter text = new StringWriter();
    try {
      // By the letter of RFC 5545 a calendar without entries is none; a new office has just that.
      new CalendarOutputter(!entries.isEmpty(), UNFOLDED).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().lines().map(CalendarWriter::folded).collect(Collectors.joining());
  }

  /** A line with its end, in pieces of at most 75 octets; the library counts letters. */
  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int letter : line.codePoints().toArray()) {
      String text = Character.toString(letter);
      int more = text.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LONGEST_LINE) {
        folded.append(LINE_END).append(' ');
        octets = 1;
      }
      folded.append(text);
      octets += more;
    }
    return folded.append(LINE_END).toString();
  }

  private static Map<ZoneId, VTimeZone> zones(List<CalendarEntry> entries) {
    Map<ZoneId, Instant> firsts = new TreeMap<>(Comparator.comparing(ZoneId::getId));
    moments(entries).forEach(at -> firsts.merge(at.getZone(), at.toInstant(), CalendarWriter::min));
    Map<ZoneId, VTimeZone> zones = new LinkedHashMap<>();
    firsts.forEach(
        (zone, first) ->
            ZoneDefinition.of(zone, first).ifPresent(definition -> zones.put(zone, definition)));
    return zones;
  }

  private static Stream<ZonedDateTime> moments(List<CalendarEntry> entries) {
    return entries.stream()
        .map(CalendarEntry::begins)
        .filter(ZonedDateTime.class::isInstance)
        .map(ZonedDateTime.class::cast);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static VEvent event(CalendarEntry entry, Instant stamp, Set<ZoneId> zones) {
    VEvent event =
        entry.begins() instanceof LocalDate day
            // A whole day ends where the next begins.
            ? new VEvent(day, day.plusDays(1), entry.summary())
            : moment((ZonedDateTime) entry.begins(), entry.summary(), zones);
    event.add(new Uid(entry.uid()));
    event.replace(new DtStamp(stamp));
    event.add(new Organizer(new ParameterList(List.of(new Cn("Chancery"))), NO_ADDRESS));
    event.add(new Sequence(entry.revision()));
    event.add(new Description(entry.description()));
    event.add(new Categories(entry.category()));
    event.add(ImmutableTransp.TRANSPARENT);
    event.add(
        entry.tentative() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
    if (entry.link() != null) {
      event.add(new Url(entry.link()));
    }
    if (entry.remindBefore() != null) {
      VAlarm reminder = new VAlarm();
      reminder.add(
          new Trigger(new ParameterList(List.of(Related.START)), entry.remindBefore().negated()));
      reminder.add(ImmutableAction.DISPLAY);
      reminder.add(new Description(entry.summary()));
      event.add(reminder);
    }
    return event;
  }

  private static VEvent moment(ZonedDateTime begins, String summary, Set<ZoneId> zones) {
    if (!zones.contains(begins.getZone())) {
      return new VEvent(begins.toInstant(), begins.toInstant().plus(SHOWN), summary);
    }
    // The library would write a zoned time by its own rules, which are wrong where summer time was
    // given up: Juba an hour late.
    ParameterList zone = new ParameterList(List.of(new TzId(begins.getZone().getId())));
    VEvent event = new VEvent();
    event.add(new DtStart<>(zone, LocalDateTime.from(begins)));
    event.add(new DtEnd<>(zone, LocalDateTime.from(begins.plus(SHOWN))));
    event.add(new Summary(summary));
    return event;
  }
}
