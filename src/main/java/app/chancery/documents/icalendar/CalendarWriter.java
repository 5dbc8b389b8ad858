package app.chancery.documents.icalendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Writes calendars, each with the definition of every time zone it uses. */
@Component
public class CalendarWriter {

  /** How often a program that subscribes should ask again. */
  private static final Duration REFRESH = Duration.ofHours(1);

  /**
   * @param name what a calendar program calls it
   * @param stamp when it is written
   */
  public String write(String name, Instant stamp, List<CalendarEntry> entries) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Chancery//Enlargement office//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();
    zonesOf(entries).forEach(zone -> calendar.add(zones.getTimeZone(zone.getId()).getVTimeZone()));
    entries.forEach(entry -> calendar.add(event(entry, stamp)));
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter().output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Stream<ZoneId> zonesOf(List<CalendarEntry> entries) {
    return entries.stream()
        .map(CalendarEntry::begins)
        .filter(ZonedDateTime.class::isInstance)
        .map(begins -> ((ZonedDateTime) begins).getZone())
        .distinct();
  }

  private static VEvent event(CalendarEntry entry, Instant stamp) {
    // A whole day ends where the next begins; a moment has no length.
    VEvent event =
        entry.begins() instanceof LocalDate day
            ? new VEvent(day, day.plusDays(1), entry.summary())
            : new VEvent(entry.begins(), entry.summary());
    event.add(new Uid(entry.uid()));
    event.replace(new DtStamp(stamp));
    event.add(new Description(entry.description()));
    event.add(new Categories(entry.category()));
    event.add(ImmutableTransp.TRANSPARENT);
    event.add(
        entry.tentative() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
    if (entry.link() != null) {
      event.add(new Url(entry.link()));
    }
    return event;
  }
}
