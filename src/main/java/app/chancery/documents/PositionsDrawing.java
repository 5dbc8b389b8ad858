package app.chancery.documents;

import app.chancery.documents.Picture.AllyPositions;
import app.chancery.documents.Picture.Positions;
import app.chancery.documents.Picture.Standing;
import app.chancery.platform.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One tile for each Ally with the letters of its positions, round after round. */
final class PositionsDrawing {

  private static final int COLUMNS = 8;
  private static final double TILE = Drawing.WIDTH / COLUMNS;
  private static final double GAP = 5;
  private static final double HEIGHT = 60;
  private static final double BOX = 18;
  private static final double NAME = 8.5;

  /** Of more rounds than a tile has room for, the last ones count. */
  private static final int MOST_ROUNDS = 4;

  private PositionsDrawing() {}

  static String svg(Positions positions, Drawing drawing) {
    List<AllyPositions> allies = positions.allies();
    int first = Math.max(0, positions.rounds().size() - MOST_ROUNDS);
    for (int at = 0; at < allies.size(); at++) {
      tile(
          allies.get(at),
          first,
          drawing,
          at % COLUMNS * TILE + 1,
          at / COLUMNS * (HEIGHT + GAP) + 1);
    }
    int rows = (allies.size() + COLUMNS - 1) / COLUMNS;
    return legend(positions, first, drawing, rows * (HEIGHT + GAP) + 10);
  }

  private static void tile(AllyPositions ally, int first, Drawing drawing, double x, double y) {
    List<Standing> stated = ally.stated();
    Standing last = stated.isEmpty() ? Standing.NOT_ASKED : stated.get(stated.size() - 1);
    boolean speaks = last == Standing.OBJECTION || last == Standing.RESERVATION;
    drawing.rectangle(
        x,
        y,
        TILE - GAP,
        HEIGHT,
        Drawing.WHITE,
        speaks ? Drawing.INK : Drawing.RULE,
        speaks ? 2.5 : 1);
    drawing.text(x + 6, y + 16, 13, "start", "bold", Drawing.INK, ally.code());
    drawing.muted(x + 6, y + 29, NAME, "start", Lettering.fit(ally.name(), TILE - GAP - 8, NAME));
    for (int round = first; round < stated.size(); round++) {
      box(stated.get(round), drawing, x + 6 + (round - first) * (BOX - 0.5), y + 36);
    }
  }

  private static void box(Standing position, Drawing drawing, double x, double y) {
    boolean objection = position == Standing.OBJECTION;
    drawing.rectangle(x, y, BOX - 2, BOX, fill(position), Drawing.INK, 1);
    if (position == Standing.RESERVATION) {
      drawing.rectangle(x + 2, y + 2, BOX - 6, BOX - 4, Drawing.NONE, Drawing.INK, 1);
    }
    drawing.text(
        x + (BOX - 2) / 2,
        y + 13,
        Drawing.SMALL,
        "middle",
        "bold",
        objection ? Drawing.WHITE : Drawing.INK,
        letter(position));
  }

  private static String legend(Positions positions, int first, Drawing drawing, double y) {
    List<Standing> standings =
        positions.allies().stream()
            .flatMap(ally -> ally.stated().stream().skip(first))
            .distinct()
            .sorted(Comparator.comparing(Standing::word))
            .toList();
    double x = 1;
    for (Standing standing : standings) {
      String word = standing.word();
      box(standing, drawing, x, y);
      drawing.text(x + BOX + 4, y + 13, Drawing.SMALL, word);
      x += BOX + 4 + Lettering.width(word, Drawing.SMALL) + 18;
    }
    if (positions.rounds().size() > 1) {
      drawing.muted(
          x,
          y + 13,
          Drawing.SMALL,
          "start",
          Words.of("positionsDrawing.leftToRight")
              .formatted(
                  String.join(", ", positions.rounds().subList(first, positions.rounds().size()))));
    }
    return drawing.svg(y + BOX + 6);
  }

  private static String fill(Standing position) {
    return switch (position) {
      case OBJECTION -> Drawing.INK;
      case RESERVATION -> "#f0d9a0";
      default -> Drawing.WHITE;
    };
  }

  /** The first letter; who was not asked has no position, and "no objection" has that letter. */
  private static String letter(Standing position) {
    String word = position.word();
    return position == Standing.NOT_ASKED
        ? "–"
        : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
