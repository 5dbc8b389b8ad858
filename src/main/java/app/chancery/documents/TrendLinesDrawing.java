package app.chancery.documents;

import app.chancery.documents.Picture.Line;
import app.chancery.documents.Picture.TrendLines;
import java.util.Objects;

/** A field for each line, all over the same periods; every point has its number. */
final class TrendLinesDrawing {

  private static final double LABEL = 150;
  private static final double LEFT = LABEL + 30;
  private static final double RIGHT = Drawing.WIDTH - 24;
  private static final double FIELD = 74;

  /** From the line of the zero to that of the highest number. */
  private static final double RISE = 40;

  private TrendLinesDrawing() {}

  static String svg(TrendLines trends, Drawing drawing) {
    double y = 0;
    for (Line line : trends.lines()) {
      field(line, trends.periods().size(), drawing, y);
      y += FIELD;
    }
    for (int at = 0; at < trends.periods().size(); at++) {
      drawing.muted(
          x(at, trends.periods().size()),
          y + 14,
          Drawing.SMALL,
          "middle",
          trends.periods().get(at));
    }
    return drawing.svg(y + 22);
  }

  private static void field(Line line, int periods, Drawing drawing, double y) {
    double zero = y + FIELD - 8;
    drawing.lines(
        0, y + 38, Drawing.NORMAL, 13, Lettering.wrap(line.label(), LABEL, Drawing.NORMAL, 3));
    drawing.line(LEFT - 16, zero, RIGHT + 16, zero, Drawing.RULE, 1);
    int most =
        Math.max(
            1,
            line.values().stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1));
    StringBuilder path = new StringBuilder();
    boolean down = false;
    for (int at = 0; at < periods; at++) {
      Integer number = line.values().get(at);
      if (number != null) {
        double height = zero - RISE * number / most;
        path.append(
            down ? Drawing.draw(x(at, periods), height) : Drawing.move(x(at, periods), height));
      }
      down = number != null;
    }
    if (!path.isEmpty()) {
      drawing.path(path.toString(), Drawing.NONE, Drawing.ACCENT, 2);
    }
    for (int at = 0; at < periods; at++) {
      point(line.values().get(at), most, drawing, x(at, periods), zero);
    }
  }

  private static void point(Integer number, int most, Drawing drawing, double x, double zero) {
    if (number == null) {
      drawing.muted(x, zero - 6, Drawing.SMALL, "middle", "?");
      return;
    }
    double y = zero - RISE * number / most;
    drawing.circle(x, y, 3.5, Drawing.WHITE, Drawing.ACCENT);
    drawing.text(x, y - 8, Drawing.SMALL, "middle", "bold", Drawing.INK, String.valueOf(number));
  }

  private static double x(int at, int periods) {
    return periods == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * at / (periods - 1);
  }
}
