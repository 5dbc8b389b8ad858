package app.chancery.desk.portfolio;

import app.chancery.documents.icalendar.CalendarEntry;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.FeedSecrets;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.Moments;
import app.chancery.platform.words.Words;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What {@link CalendarFeed} tells calendar programs, as a page: a month at a time, day by day. */
@Controller
class CalendarPage {

  private static final URI HERE = URI.create("/");

  /** From Monday to Sunday (ISO 8601). */
  private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());

  private final CalendarFeed feed;
  private final Days days;
  private final FeedSecrets secrets;

  CalendarPage(CalendarFeed feed, Days days, FeedSecrets secrets) {
    this.feed = feed;
    this.days = days;
    this.secrets = secrets;
  }

  /**
   * @param month for example {@code 2027-01}; the present one if it is left out
   */
  @GetMapping("/calendar")
  String calendar(
      @RequestParam(required = false) String month, Authentication reader, Model model) {
    LocalDate today = days.today();
    LocalDate first = month == null ? today.withDayOfMonth(1) : firstOf(month);
    Map<LocalDate, List<DateOnPage>> all = entries(reader);
    // What is late still waits: it stands before what comes in the month of today.
    LocalDate presentMonth = today.withDayOfMonth(1);
    boolean present = first.equals(presentMonth);
    model.addAttribute(
        "days",
        all.entrySet().stream()
            .filter(each -> present || !each.getKey().isBefore(first))
            .filter(each -> each.getKey().isBefore(first.plusMonths(1)))
            .map(each -> new DayOnPage(each.getKey(), today, each.getValue()))
            .toList());
    model.addAttribute("month", new Month(first));
    model.addAttribute("weekdays", WEEK.stream().map(Weekday::new).toList());
    model.addAttribute("weeks", weeks(first, today, all));
    // From one month to the next as far as there are dates, and not for ever.
    model.addAttribute(
        "before",
        first.isAfter(presentMonth) || all.keySet().stream().anyMatch(day -> day.isBefore(first))
            ? new Month(first.minusMonths(1))
            : null);
    model.addAttribute(
        "after",
        first.isBefore(presentMonth)
                || all.keySet().stream().anyMatch(day -> !day.isBefore(first.plusMonths(1)))
            ? new Month(first.plusMonths(1))
            : null);
    model.addAttribute("present", present);
    model.addAttribute("next", next(all, first.plusMonths(1)).orElse(null));
    model.addAttribute(
        "feed",
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/api/v1/calendar.ics")
            .build()
            .toUriString());
    model.addAttribute("feedSince", secrets.since(reader.getName()).orElse(null));
    return "calendar";
  }

  /** Whole weeks, so that the first and the last may begin and end in other months. */
  private static List<List<DayInMonth>> weeks(
      LocalDate first, LocalDate today, Map<LocalDate, List<DateOnPage>> all) {
    LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Stream.iterate(
            monday, week -> week.isBefore(first.plusMonths(1)), week -> week.plusWeeks(1))
        .map(
            week ->
                WEEK.stream()
                    .map(day -> week.with(TemporalAdjusters.nextOrSame(day)))
                    .map(
                        day ->
                            new DayInMonth(
                                day,
                                day.getMonth() == first.getMonth(),
                                day.equals(today),
                                all.getOrDefault(day, List.of())))
                    .toList())
        .toList();
  }

  /** What is said of the calendar's days and moments is said in the alliance's zone. */
  private Map<LocalDate, List<DateOnPage>> entries(Authentication reader) {
    return feed.entries(Groups.of(reader), HERE).stream()
        .map(this::date)
        .sorted(Comparator.comparing(DateOnPage::day).thenComparing(DateOnPage::time))
        .collect(Collectors.groupingBy(DateOnPage::day, TreeMap::new, Collectors.toList()));
  }

  private DateOnPage date(CalendarEntry entry) {
    if (entry.begins() instanceof LocalDate day) {
      return new DateOnPage(day, "", entry);
    }
    ZonedDateTime moment = (ZonedDateTime) entry.begins();
    return new DateOnPage(
        days.of(moment.toInstant()), Moments.timeOf(moment.toInstant(), days.zone()), entry);
  }

  private static Optional<Month> next(Map<LocalDate, List<DateOnPage>> all, LocalDate from) {
    return all.keySet().stream()
        .filter(day -> !day.isBefore(from))
        .findFirst()
        .map(day -> new Month(day.withDayOfMonth(1)));
  }

  private static LocalDate firstOf(String month) {
    return Dates.read(month + "-01")
        .found()
        .filter(day -> month.equals(new Month(day).code()))
        .orElseThrow(() -> new Refused("month", Words.of("page.calendar.month.unread")));
  }

  /**
   * @param first its first day
   */
  record Month(LocalDate first) {

    /** As an address has it: {@code 2027-01}. */
    public String code() {
      String day = first.toString();
      return day.substring(0, day.lastIndexOf('-'));
    }

    /** For example "January 2027". */
    public String words() {
      return Dates.month(first);
    }
  }

  /**
   * @param time in the alliance's zone; empty for a whole day
   */
  record DateOnPage(LocalDate day, String time, CalendarEntry entry) {}

  /** The head of a column of the month. */
  record Weekday(DayOfWeek day) {

    public String words() {
      return day.getDisplayName(TextStyle.FULL, Words.language());
    }

    public String abbreviated() {
      return day.getDisplayName(TextStyle.SHORT, Words.language());
    }
  }

  /**
   * A field of the month.
   *
   * @param inMonth whether it belongs to the month that is shown; what falls on other days is on
   *     the pages of their months
   */
  record DayInMonth(LocalDate day, boolean inMonth, boolean isToday, List<DateOnPage> dates) {

    /** So many are told in the field; of more the number. */
    private static final int FEW = 2;

    public int number() {
      return day.getDayOfMonth();
    }

    public List<DateOnPage> first() {
      return dates.stream().limit(FEW).toList();
    }

    public int further() {
      return Math.max(0, dates.size() - FEW);
    }
  }

  /** A day with its dates, those of the whole day first. */
  record DayOnPage(LocalDate day, LocalDate today, List<DateOnPage> dates) {

    public String words() {
      return Dates.inFull(day);
    }

    public boolean isToday() {
      return day.equals(today);
    }

    public boolean isOverdue() {
      return day.isBefore(today);
    }
  }
}
