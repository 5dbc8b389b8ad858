package app.chancery.documents;

import app.chancery.documents.Picture.PowerInterestGrid;
import app.chancery.documents.Picture.Stakeholder;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Five by five cells, power upwards and interest to the right. A stakeholder is a plate with its
 * number, the sign of its stance and of the one wanted; where there is room its name too.
 */
final class PowerInterestGridDrawing {

  private static final int SCALE = 5;
  private static final double LEFT = 22;
  private static final double COLUMN = (Drawing.WIDTH - LEFT - 2) / SCALE;
  private static final double PLATE = 60;
  private static final double PLATE_HEIGHT = 17.5;
  private static final double PLATE_LINE = 18.5;
  private static final double PADDING = 5;

  /** Plates have names under them unless that makes the grid higher than this. */
  private static final double MOST_HEIGHT = 620;

  private static final int NAME_LINES = 2;
  private static final double NAME_LINE = 11.5;
  private static final double LEAST_ROW = 46;
  private static final double LEAST_ROW_OF_A_CROWD = 30;
  private static final double QUADRANT_LINE = 16;

  private final PowerInterestGrid grid;
  private final Drawing drawing;
  private final boolean named;

  PowerInterestGridDrawing(PowerInterestGrid grid, Drawing drawing) {
    this.grid = grid;
    this.drawing = drawing;
    this.named =
        IntStream.rangeClosed(1, SCALE).mapToDouble(power -> height(power, true)).sum()
            <= MOST_HEIGHT;
  }

  String svg() {
    drawing.text(
        0,
        11,
        Drawing.NORMAL,
        "start",
        "bold",
        Drawing.INK,
        Words.of("powerInterestGridDrawing.power"));
    drawing.arrowUp(42, 12, 2, Drawing.INK);
    double y = 20;
    double divide = 0;
    double top = y;
    for (int power = SCALE; power >= 1; power--) {
      double height = height(power, named);
      row(power, y, height);
      y += height;
      if (power == grid.highPowerFrom()) {
        divide = y;
      }
    }
    double bottom = y;
    drawing.rectangle(LEFT, top, COLUMN * SCALE, bottom - top, Drawing.NONE, Drawing.ACCENT, 1.5);
    if (divide > 0 && divide < bottom) {
      drawing.line(LEFT, divide, LEFT + COLUMN * SCALE, divide, Drawing.ACCENT, 2.5);
    }
    double across = LEFT + COLUMN * (grid.highInterestFrom() - 1);
    if (across > LEFT && across < LEFT + COLUMN * SCALE) {
      drawing.line(across, top, across, bottom, Drawing.ACCENT, 2.5);
    }
    quadrants(top, divide == 0 ? top : divide, bottom, across);
    return legend(axes(bottom));
  }

  private void row(int power, double y, double height) {
    for (int interest = 1; interest <= SCALE; interest++) {
      double x = LEFT + COLUMN * (interest - 1);
      boolean closely = power >= grid.highPowerFrom() && interest >= grid.highInterestFrom();
      drawing.rectangle(
          x, y, COLUMN, height, closely ? Drawing.TINT : Drawing.WHITE, Drawing.FAINT, 1);
      place(in(power, interest), x + PADDING - 1, y + PADDING + quadrantLine(power));
    }
    drawing.muted(LEFT - 8, y + height / 2 + 4, Drawing.NORMAL, "end", String.valueOf(power));
  }

  private void place(List<Stakeholder> here, double x, double y) {
    double at = y;
    for (int index = 0; index < here.size(); index++) {
      if (named) {
        List<String> name = name(here.get(index));
        plate(here.get(index), x, at);
        drawing.lines(x + 1, at + PLATE_HEIGHT + NAME_LINE, Drawing.SMALL, NAME_LINE, name);
        at += entryHeight(name);
      } else {
        plate(here.get(index), x + index % 2 * (PLATE + 2), at);
        at += index % 2 * PLATE_LINE;
      }
    }
  }

  private static List<String> name(Stakeholder stakeholder) {
    return Lettering.wrap(stakeholder.name(), COLUMN - 2 * PADDING, Drawing.SMALL, NAME_LINES);
  }

  private static double entryHeight(List<String> name) {
    return PLATE_HEIGHT + name.size() * NAME_LINE + 6;
  }

  private void plate(Stakeholder stakeholder, double x, double y) {
    boolean dark = stakeholder.toBeWonOver();
    String ink = dark ? Drawing.WHITE : Drawing.INK;
    double line = y + 13;
    drawing.rectangle(
        x, y, PLATE, PLATE_HEIGHT, dark ? Drawing.ACCENT : Drawing.WHITE, Drawing.ACCENT, 1.2);
    drawing.text(
        x + 5, line, Drawing.NORMAL, "start", "bold", ink, String.valueOf(stakeholder.number()));
    drawing.text(
        x + 27, line, Drawing.NORMAL, "middle", "normal", ink, grid.sign(stakeholder.stance()));
    if (stakeholder.moves()) {
      drawing.arrow(x + 36, x + 43, y + PLATE_HEIGHT / 2, ink);
      drawing.text(
          x + 52,
          line,
          Drawing.NORMAL,
          "middle",
          "normal",
          ink,
          grid.sign(stakeholder.stanceWanted()));
    }
  }

  private void quadrants(double top, double divide, double bottom, double across) {
    double right = LEFT + COLUMN * SCALE;
    quadrant(
        Words.of("powerInterestGridDrawing.keepSatisfied"),
        LEFT,
        top,
        across > LEFT && divide > top);
    quadrant(
        Words.of("powerInterestGridDrawing.manageClosely"),
        across,
        top,
        across < right && divide > top);
    quadrant(
        Words.of("powerInterestGridDrawing.monitor"),
        LEFT,
        divide,
        across > LEFT && divide < bottom);
    quadrant(
        Words.of("powerInterestGridDrawing.keepInformed"),
        across,
        divide,
        across < right && divide < bottom);
  }

  private void quadrant(String name, double x, double y, boolean exists) {
    if (exists) {
      drawing.text(
          x + PADDING,
          y + 14,
          Drawing.SMALL,
          "start",
          "bold",
          Drawing.MUTED,
          name.toUpperCase(Locale.ROOT));
    }
  }

  private double axes(double bottom) {
    for (int interest = 1; interest <= SCALE; interest++) {
      drawing.muted(
          LEFT + COLUMN * (interest - 0.5),
          bottom + 15,
          Drawing.NORMAL,
          "middle",
          String.valueOf(interest));
    }
    double middle = LEFT + COLUMN * SCALE / 2;
    drawing.text(
        middle,
        bottom + 32,
        Drawing.NORMAL,
        "middle",
        "bold",
        Drawing.INK,
        Words.of("powerInterestGridDrawing.interest"));
    drawing.arrow(middle + 30, middle + 50, bottom + 28.5, Drawing.INK);
    return bottom + 44;
  }

  private double legend(double y, double x, Stakeholder sample, String meaning) {
    plate(sample, x, y);
    drawing.text(x + PLATE + 6, y + 13, Drawing.SMALL, meaning);
    return x + PLATE + 6 + Lettering.width(meaning, Drawing.SMALL) + 14;
  }

  private String legend(double y) {
    int last = grid.stances().size() - 1;
    if (last >= 1) {
      String best = grid.stances().get(0);
      String worst = grid.stances().get(last);
      double second =
          legend(
              y,
              LEFT,
              new Stakeholder(1, "", 1, 1, best, best, false),
              Words.of("powerInterestGridDrawing.isAToBeKept").formatted(best));
      legend(
          y,
          second,
          new Stakeholder(2, "", 1, 1, worst, best, true),
          Words.of("powerInterestGridDrawing.isAWantedAsADark").formatted(worst, best));
    }
    double x = LEFT;
    for (String stance : grid.stances()) {
      String meaning = grid.sign(stance) + " " + stance;
      drawing.text(x, y + 34, Drawing.SMALL, meaning);
      x += Lettering.width(meaning, Drawing.SMALL) + 16;
    }
    return drawing.svg(y + 42);
  }

  private double height(int power, boolean withNames) {
    double highest =
        IntStream.rangeClosed(1, SCALE)
            .mapToObj(interest -> in(power, interest))
            .mapToDouble(
                here ->
                    withNames
                        ? here.stream().mapToDouble(each -> entryHeight(name(each))).sum()
                        : (here.size() + 1) / 2 * PLATE_LINE)
            .max()
            .orElse(0);
    return Math.max(
        withNames ? LEAST_ROW : LEAST_ROW_OF_A_CROWD, highest + 2 * PADDING + quadrantLine(power));
  }

  /** Room for the names of the quadrants that begin with this row. */
  private double quadrantLine(int power) {
    return power == SCALE || power == grid.highPowerFrom() - 1 ? QUADRANT_LINE : 0;
  }

  private List<Stakeholder> in(int power, int interest) {
    return grid.stakeholders().stream()
        .filter(each -> each.power() == power && each.interest() == interest)
        .toList();
  }
}
