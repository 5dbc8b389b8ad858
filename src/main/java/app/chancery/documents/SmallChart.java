package app.chancery.documents;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small chart of one measure over several periods, to stand among others on the same scale: a bar
 * for each number, an outline for the whole that it is a part of, a line across for the plan.
 * Nought is a bar without height that has its number; what is not known is hatched and has none.
 *
 * @param title what it is of
 * @param most the upper end of the scale, above 0 and not below any of the numbers
 */
public record SmallChart(String title, List<String> periods, List<Bar> bars, double most) {

  private static final double WIDTH = 240;
  private static final double LEFT = 30;
  private static final double RIGHT = WIDTH - 4;
  private static final double TOP = 16;
  private static final double ZERO = 92;
  private static final double HEIGHT = 110;
  private static final double WIDEST_BAR = 26;
  private static final double LETTERS = 9;

  public SmallChart {
    periods = List.copyOf(periods);
    bars = List.copyOf(bars);
    if (most <= 0 || periods.size() != bars.size() || periods.isEmpty()) {
      throw new IllegalArgumentException(
          "%s bars for %s periods up to %s".formatted(bars.size(), periods.size(), most));
    }
  }

  /**
   * What a period has; each is 0 or more, and null where it is not known or does not exist.
   *
   * @param running whether the period is not over
   * @param planned in the same unit as the value
   * @param outOf the whole that the value is a part of
   */
  public record Bar(boolean running, Number value, Number planned, Number outOf) {

    /** For example "3 of 4 (planned: 5)". */
    public String inWords() {
      String known = value == null ? Words.of("smallChart.notKnown") : number(value);
      if (value != null && outOf != null) {
        known = Words.of("smallChart.of").formatted(known, number(outOf));
      }
      return planned == null
          ? known
          : Words.of("smallChart.planned").formatted(known, number(planned));
    }
  }

  /** What the parts of a chart mean, each as it is drawn. */
  public enum Sign implements Coded {
    VALUE(new Bar(false, 3, null, null)),
    PLAN(new Bar(false, 2, 3, null)),
    WHOLE(new Bar(false, 2, null, 4)),
    RUNNING(new Bar(true, 3, null, null)),
    NOUGHT(new Bar(false, 0, null, null)),
    UNKNOWN(new Bar(false, null, null, null));

    private static final double SIDE = 18;

    private final Bar bar;

    Sign(Bar bar) {
      this.bar = bar;
    }

    /** A picture as high as a line of text. */
    public String svg(String id) {
      Drawing drawing = new Drawing(id, word(), "", SIDE + 2);
      draw(bar, drawing, 1, SIDE, SIDE, SIDE - 4, 4);
      return drawing.svg(SIDE + 2);
    }
  }

  /** How people read a number: whole, or with one decimal where it is an average. */
  public static String number(Number number) {
    return number instanceof Double || number instanceof Float
        ? String.format(Words.language(), "%.1f", number.doubleValue())
        : number.toString();
  }

  /** All that it shows, in words. */
  public String description() {
    return IntStream.range(0, bars.size())
        .mapToObj(
            at ->
                Words.of(bars.get(at).running() ? "smallChart.soFar" : "smallChart.one")
                    .formatted(periods.get(at), bars.get(at).inWords()))
        .collect(Collectors.joining(" "));
  }

  /**
   * The chart as an SVG element, to stand in a page.
   *
   * @param id of the element, alone on its page
   */
  public String svg(String id) {
    Drawing drawing = new Drawing(id, title, description(), WIDTH);
    drawing.line(LEFT, TOP, RIGHT, TOP, Drawing.FAINT, 1);
    drawing.muted(LEFT - 4, TOP + 3, LETTERS, "end", number((long) Math.ceil(most)));
    drawing.muted(LEFT - 4, ZERO + 3, LETTERS, "end", "0");
    double slot = (RIGHT - LEFT) / bars.size();
    boolean numbered =
        bars.stream()
            .map(Bar::value)
            .filter(Objects::nonNull)
            .allMatch(value -> Lettering.width(number(value), LETTERS) <= slot - 1);
    for (int at = 0; at < bars.size(); at++) {
      Bar bar = bars.get(at);
      double top = draw(bar, drawing, LEFT + at * slot, slot, ZERO, ZERO - TOP, most);
      if (numbered && bar.value() != null) {
        drawing.text(
            LEFT + (at + 0.5) * slot,
            top - 3,
            LETTERS,
            "middle",
            "normal",
            Drawing.INK,
            number(bar.value()));
      }
    }
    drawing.line(LEFT, ZERO, RIGHT, ZERO, Drawing.MUTED, 1);
    drawing.muted(LEFT, ZERO + 14, LETTERS, "start", periods.get(0));
    if (periods.size() > 1) {
      drawing.muted(RIGHT, ZERO + 14, LETTERS, "end", periods.get(periods.size() - 1));
    }
    return drawing.svg(HEIGHT);
  }

  /** Draws one period. Returns how far up it reaches. */
  private static double draw(
      Bar bar, Drawing drawing, double x, double slot, double zero, double rise, double most) {
    double width = Math.min(slot * 0.72, WIDEST_BAR);
    double left = x + (slot - width) / 2;
    double top = zero;
    if (bar.outOf() != null) {
      double height = height(bar.outOf(), rise, most);
      drawing.rectangle(left, zero - height, width, height, Drawing.TINT, Drawing.MUTED, 1);
      top = zero - height;
    }
    if (bar.value() == null) {
      drawing.hatch(left, zero - rise, width, rise, 5, Drawing.RULE, 0.8);
    } else {
      double height = height(bar.value(), rise, most);
      if (height == 0) {
        drawing.line(left, zero - 1, left + width, zero - 1, Drawing.INK, 2.5);
      } else if (bar.running()) {
        drawing.rectangle(left, zero - height, width, height, Drawing.FAINT, Drawing.NONE, 0);
        drawing.dashes(left, zero - height, width, height, Drawing.ACCENT);
      } else {
        drawing.rectangle(left, zero - height, width, height, Drawing.ACCENT, Drawing.NONE, 0);
      }
      top = Math.min(top, zero - height);
    }
    if (bar.planned() != null) {
      double y = zero - height(bar.planned(), rise, most);
      drawing.line(left - 1.5, y, left + width + 1.5, y, Drawing.WHITE, 4.5);
      drawing.line(left - 1.5, y, left + width + 1.5, y, Drawing.INK, 2);
      // A number may not stand on the line.
      top = top - y < 12 ? Math.min(top, y) : top;
    }
    return top;
  }

  private static double height(Number number, double rise, double most) {
    return rise * Math.min(1, number.doubleValue() / most);
  }
}
