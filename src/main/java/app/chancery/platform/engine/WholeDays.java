package app.chancery.platform.engine;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The engine's calendar of durations; those of whole days, as in the table of deadlines, it counts
 * itself. For each timer the engine would search all libraries for a parser.
 */
class WholeDays extends DurationBusinessCalendar {

  private static final Pattern DAYS = Pattern.compile("P(\\d{1,6})D");

  @Override
  public Date resolveDuedate(String duration, Date start) {
    Matcher days = DAYS.matcher(duration);
    if (!days.matches()) {
      return super.resolveDuedate(duration, start);
    }
    return Date.from(
        Optional.ofNullable(start)
            .orElseGet(ClockUtil::getCurrentTime)
            .toInstant()
            .atZone(ZoneOffset.UTC)
            .plusDays(Integer.parseInt(days.group(1)))
            .toInstant());
  }
}
