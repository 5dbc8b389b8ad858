package app.chancery.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Service;

/** The alliance's working days: Monday to Friday, but for its holidays. */
@Service
public class WorkingDays {

  private final Set<LocalDate> holidays;
  private final Set<MonthDay> yearlyHolidays;

  WorkingDays(Calendar calendar) {
    this.holidays = calendar.of(LocalDate.class);
    this.yearlyHolidays = calendar.of(MonthDay.class);
  }

  public boolean isWorkingDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !holidays.contains(day) && !yearlyHolidays.contains(MonthDay.from(day));
  }

  /** That day, if it is a working day, or the next one that is. */
  public LocalDate onOrAfter(LocalDate day) {
    return Stream.iterate(day, each -> each.plusDays(1))
        .filter(this::isWorkingDay)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The working day that many working days after the given day, which itself does not count.
   *
   * @param days 0 or more; 0 is the given day, or the next working day if it is none
   */
  public LocalDate after(LocalDate day, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("Working days are counted forwards, not by " + days);
    }
    LocalDate reached = onOrAfter(day);
    if (days == 0) {
      return reached;
    }
    return Stream.iterate(day.plusDays(1), each -> each.plusDays(1))
        .filter(this::isWorkingDay)
        .skip(days - 1L)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The alliance's calendar.
   *
   * @param zone for example {@code Europe/Brussels}
   * @param holidays dates ({@code 2027-03-29}), or month and day ({@code 12-25}) for every year
   */
  @ConfigurationProperties("chancery.calendar")
  record Calendar(ZoneId zone, List<String> holidays) {

    Calendar {
      holidays = holidays == null ? List.of() : List.copyOf(holidays);
      holidays.forEach(Calendar::read);
    }

    private static TemporalAccessor read(String day) {
      try {
        return day.length() == "12-25".length() ? MonthDay.parse("--" + day) : LocalDate.parse(day);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            ("holidays has '%s', which is neither a day, such as 2027-03-29, nor one of every year,"
                    + " such as 12-25")
                .formatted(day),
            e);
      }
    }

    private <T> Set<T> of(Class<T> kind) {
      return holidays.stream()
          .map(Calendar::read)
          .filter(kind::isInstance)
          .map(kind::cast)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
