package app.chancery.documents;

import app.chancery.documents.Picture.Bar;
import app.chancery.documents.Picture.ReadinessBars;
import app.chancery.documents.Picture.Threshold;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One bar a score, thresholds as lines with the initials of what needs them; what is missing is
 * hatched.
 */
final class ReadinessBarsDrawing {

  private static final double LEFT = 146;
  private static final double POINT = 4;
  private static final double RIGHT = LEFT + 100 * POINT + 16;
  private static final double ROW = 39;
  private static final double TOP = 16;
  private static final double BAR = 16;

  private ReadinessBarsDrawing() {}

  static String svg(ReadinessBars bars, Drawing drawing) {
    double bottom = TOP + bars.bars().size() * ROW;
    for (int mark = 0; mark <= 100; mark += 20) {
      drawing.line(LEFT + mark * POINT, 6, LEFT + mark * POINT, bottom, Drawing.FAINT, 1);
      drawing.muted(
          LEFT + mark * POINT, bottom + 14, Drawing.SMALL, "middle", String.valueOf(mark));
    }
    List<String> needs =
        bars.bars().stream()
            .flatMap(bar -> bar.thresholds().stream())
            .map(Threshold::neededFor)
            .distinct()
            .toList();
    double y = TOP;
    for (Bar bar : bars.bars()) {
      bar(bar, needs, drawing, y);
      y += ROW;
    }
    drawing.line(LEFT, 6, LEFT, bottom, Drawing.INK, 1.2);
    return legend(needs, drawing, bottom + 34);
  }

  private static void bar(Bar bar, List<String> needs, Drawing drawing, double y) {
    double top = y + 6;
    List<String> label = Lettering.wrap(bar.label(), LEFT - 14, Drawing.NORMAL, 2);
    drawing.lines(0, top + (label.size() == 1 ? 12 : 5), Drawing.NORMAL, 13, label);
    drawing.rectangle(LEFT, top, 100 * POINT, BAR, Drawing.TINT, Drawing.NONE, 0);
    bar.missed().stream()
        .mapToInt(Threshold::from)
        .max()
        .ifPresent(
            needed ->
                drawing.hatch(
                    LEFT + bar.score() * POINT,
                    top,
                    (needed - bar.score()) * POINT,
                    BAR,
                    6,
                    Drawing.MUTED,
                    1));
    drawing.rectangle(LEFT, top, bar.score() * POINT, BAR, Drawing.ACCENT, Drawing.NONE, 0);
    for (Threshold threshold : bar.thresholds()) {
      double x = LEFT + threshold.from() * POINT;
      boolean above = needs.indexOf(threshold.neededFor()) % 2 == 0;
      drawing.line(x, top - 4, x, top + BAR + 4, Drawing.WHITE, 4);
      drawing.line(x, top - 4, x, top + BAR + 4, Drawing.INK, 1.8);
      drawing.text(
          x,
          above ? top - 6 : top + BAR + 14,
          Drawing.SMALL,
          "middle",
          "bold",
          Drawing.INK,
          initials(threshold.neededFor()));
    }
    drawing.text(RIGHT, top + 13, 14, "start", "bold", Drawing.INK, String.valueOf(bar.score()));
    drawing.lines(RIGHT + 30, top + 12, Drawing.SMALL, 12, List.of(verdict(bar)));
  }

  private static String verdict(Bar bar) {
    if (bar.thresholds().isEmpty()) {
      return "";
    }
    return bar.missed().isEmpty()
        ? Words.of("readinessBarsDrawing.enoughForAll")
        : Words.of("readinessBarsDrawing.below")
            .formatted(
                bar.missed().stream()
                    .map(threshold -> initials(threshold.neededFor()))
                    .collect(Collectors.joining(", ")));
  }

  private static String legend(List<String> needs, Drawing drawing, double y) {
    if (needs.isEmpty()) {
      return drawing.svg(y - 14);
    }
    double x = LEFT;
    for (String need : needs) {
      String meaning = Words.of("readinessBarsDrawing.fromHereEnoughFor").formatted(need);
      drawing.line(x, y - 10, x, y + 2, Drawing.INK, 1.8);
      drawing.text(x + 5, y, Drawing.SMALL, "start", "bold", Drawing.INK, initials(need));
      drawing.text(x + 22, y, Drawing.SMALL, meaning);
      x += 22 + Lettering.width(meaning, Drawing.SMALL) + 16;
    }
    drawing.rectangle(x, y - 9, 20, 10, Drawing.TINT, Drawing.NONE, 0);
    drawing.hatch(x, y - 9, 20, 10, 5, Drawing.MUTED, 1);
    drawing.text(x + 26, y, Drawing.SMALL, Words.of("readinessBarsDrawing.missing"));
    return drawing.svg(y + 10);
  }

  /** For example {@code FC} for "full candidate". */
  private static String initials(String need) {
    return Arrays.stream(need.strip().split("\\s+"))
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
