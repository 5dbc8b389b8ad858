package app.chancery.documents;

import app.chancery.documents.Picture.Lane;
import app.chancery.documents.Picture.Moment;
import app.chancery.documents.Picture.Span;
import app.chancery.documents.Picture.Timeline;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Lanes under an axis of years and quarters: spans are bars, moments are diamonds. */
final class TimelineDrawing {

  private static final double LABEL = 196;
  private static final double LEFT = LABEL + 14;
  private static final double RIGHT = Drawing.WIDTH - 10;
  private static final double AXIS = 34;
  private static final String BAR = "#c5cfdb";
  private static final double ROW = 30;
  private static final double LOW_ROW = 21;
  private static final double LEAST_ROW = 12;
  private static final double PAGE = 720;

  /** More lanes than that are drawn lower, with labels of one line, to stay on a page. */
  private static final int HIGH_ROWS_AT_MOST = 24;

  /** Quarters are told apart in a picture of no more than so many days. */
  private static final long MOST_DAYS_WITH_QUARTERS = 6 * 366;

  private final Timeline timeline;
  private final Drawing drawing;
  private final LocalDate from;
  private final LocalDate to;
  private final boolean low;
  private final double row;

  TimelineDrawing(Timeline timeline, Drawing drawing) {
    this.timeline = timeline;
    this.drawing = drawing;
    this.low = timeline.lanes().size() > HIGH_ROWS_AT_MOST;
    this.row = low ? Math.max(LEAST_ROW, Math.min(LOW_ROW, PAGE / timeline.lanes().size())) : ROW;
    LocalDate first = days(timeline).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    LocalDate last = days(timeline).max(LocalDate::compareTo).orElse(first);
    this.from = quarterOf(first);
    this.to = quarterOf(last).plusMonths(3);
  }

  private static Stream<LocalDate> days(Timeline timeline) {
    Stream<LocalDate> ofLanes =
        timeline.lanes().stream()
            .flatMap(
                lane ->
                    Stream.concat(
                        lane.spans().stream().flatMap(span -> Stream.of(span.from(), span.to())),
                        lane.moments().stream().map(Moment::on)));
    return timeline.asOf() == null ? ofLanes : Stream.concat(ofLanes, Stream.of(timeline.asOf()));
  }

  private static LocalDate quarterOf(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
  }

  String svg() {
    double bottom = AXIS + timeline.lanes().size() * row;
    axis(bottom);
    double y = AXIS;
    for (Lane lane : timeline.lanes()) {
      lane(lane, y);
      y += row;
    }
    if (timeline.asOf() != null) {
      drawing.dashed(
          Drawing.move(x(timeline.asOf()), AXIS - 2) + Drawing.draw(x(timeline.asOf()), bottom + 4),
          Drawing.INK,
          1.5,
          "4 3");
    }
    return legend(bottom);
  }

  private void axis(double bottom) {
    boolean quarters = ChronoUnit.DAYS.between(from, to) <= MOST_DAYS_WITH_QUARTERS;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusMonths(3)) {
      boolean newYear = day.getMonth() == Month.JANUARY;
      if (newYear || quarters) {
        drawing.line(
            x(day), newYear ? 4 : 20, x(day), bottom, newYear ? Drawing.RULE : Drawing.FAINT, 1);
      }
      double room = x(day.plusMonths(3)) - x(day);
      if (quarters && day.isBefore(to) && room >= 16) {
        drawing.muted(
            x(day) + room / 2,
            29,
            Drawing.SMALL - 1,
            "middle",
            "Q" + ((day.getMonthValue() + 2) / 3));
      }
      year(day);
    }
    drawing.line(LEFT, AXIS, RIGHT, AXIS, Drawing.RULE, 1);
  }

  private void year(LocalDate day) {
    boolean begins = day.equals(from) || day.getMonth() == Month.JANUARY;
    LocalDate end = LocalDate.of(day.getYear() + 1, 1, 1);
    double room = x(end.isAfter(to) ? to : end) - x(day);
    if (begins && day.isBefore(to) && room >= 30) {
      drawing.text(
          x(day) + 4,
          14,
          Drawing.NORMAL,
          "start",
          "bold",
          Drawing.INK,
          String.valueOf(day.getYear()));
    }
  }

  private void lane(Lane lane, double y) {
    List<String> label =
        Lettering.wrap(lane.label(), LABEL, low ? Drawing.SMALL : Drawing.NORMAL, low ? 1 : 2);
    double middle = y + row / 2;
    drawing.lines(
        0,
        label.size() == 1 ? middle + 4 : middle - 2.5,
        low ? Drawing.SMALL : Drawing.NORMAL,
        12.5,
        label);
    drawing.line(0, y + row, RIGHT, y + row, Drawing.FAINT, 1);
    lane.spans().forEach(span -> span(span, middle, low ? 5 : 7));
    lane.moments().forEach(moment -> moment(moment, middle));
    alone(lane, middle);
  }

  private void span(Span span, double middle, double half) {
    double start = x(span.from());
    double width = Math.max(3, x(span.to().plusDays(1)) - start);
    drawing.rectangle(start, middle - half, width, 2 * half, BAR, Drawing.ACCENT, 1.2);
  }

  private void moment(Moment moment, double middle) {
    drawing.diamond(
        x(moment.on()), middle, 6, moment.done() ? Drawing.ACCENT : Drawing.WHITE, Drawing.ACCENT);
  }

  /** What is alone in its lane has its dates beside it. */
  private void alone(Lane lane, double middle) {
    if (lane.spans().isEmpty() && lane.moments().size() == 1) {
      LocalDate on = lane.moments().get(0).on();
      beside(x(on) - 6, x(on) + 6, Dates.words(on), middle);
    } else if (lane.moments().isEmpty() && lane.spans().size() == 1) {
      Span span = lane.spans().get(0);
      beside(
          x(span.from()),
          x(span.to().plusDays(1)),
          Words.of("timelineDrawing.to")
              .formatted(Dates.words(span.from()), Dates.words(span.to())),
          middle);
    }
  }

  private void beside(double start, double end, String text, double middle) {
    double room = Lettering.width(text, Drawing.SMALL) + 6;
    if (end + room <= RIGHT) {
      plate(end + 5, room - 4, middle);
      drawing.muted(end + 6, middle + 4, Drawing.SMALL, "start", text);
    } else if (start - room >= LEFT) {
      plate(start - room, room - 4, middle);
      drawing.muted(start - 6, middle + 4, Drawing.SMALL, "end", text);
    } else if (end - start >= room + 6) {
      drawing.text(
          (start + end) / 2, middle + 4, Drawing.SMALL, "middle", "normal", Drawing.INK, text);
    }
  }

  /** Keeps the lines of the quarters off a date. */
  private void plate(double x, double width, double middle) {
    drawing.rectangle(x, middle - 6, width, 12, Drawing.WHITE, Drawing.NONE, 0);
  }

  private String legend(double bottom) {
    double y = bottom + 22;
    double x = LEFT;
    if (moments().anyMatch(Moment::done)) {
      drawing.diamond(x + 6, y - 4, 6, Drawing.ACCENT, Drawing.ACCENT);
      drawing.text(x + 18, y, Drawing.SMALL, Words.of("timelineDrawing.done"));
      x += 66;
    }
    if (moments().anyMatch(moment -> !moment.done())) {
      String meaning =
          timeline.asOf() == null
              ? Words.of("timelineDrawing.planned")
              : Words.of("timelineDrawing.plannedOrNotDone");
      drawing.diamond(x + 6, y - 4, 6, Drawing.WHITE, Drawing.ACCENT);
      drawing.text(x + 18, y, Drawing.SMALL, meaning);
      x += 18 + Lettering.width(meaning, Drawing.SMALL) + 20;
    }
    if (timeline.asOf() != null) {
      drawing.dashed(
          Drawing.move(x + 6, y - 11) + Drawing.draw(x + 6, y + 3), Drawing.INK, 1.5, "4 3");
      drawing.text(
          x + 14,
          y,
          Drawing.SMALL,
          Words.of("timelineDrawing.asOf").formatted(Dates.words(timeline.asOf())));
    }
    return drawing.svg(
        timeline.asOf() != null || moments().findAny().isPresent() ? y + 10 : bottom + 4);
  }

  private Stream<Moment> moments() {
    return timeline.lanes().stream().flatMap(lane -> lane.moments().stream());
  }

  private double x(LocalDate day) {
    ToLongFunction<LocalDate> days = each -> ChronoUnit.DAYS.between(from, each);
    return LEFT + (RIGHT - LEFT) * days.applyAsLong(day) / days.applyAsLong(to);
  }
}
