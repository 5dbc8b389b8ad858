package app.chancery.documents;

import app.chancery.documents.Picture.Kind;
import app.chancery.documents.Picture.Portion;
import app.chancery.documents.Picture.Portions;
import app.chancery.documents.Picture.Shade;
import app.chancery.platform.words.Words;

/** A bar for each, divided by what it is made up of, with the numbers in it. */
final class PortionsDrawing {

  private static final double LEFT = 146;
  private static final double LENGTH = Drawing.WIDTH - LEFT - 2;
  private static final double ROW = 28;
  private static final double BAR = 18;
  private static final double TOP = 4;
  private static final double SAMPLE = 16;

  private PortionsDrawing() {}

  static String svg(Portions portions, Drawing drawing) {
    double y = TOP;
    for (Portion portion : portions.portions()) {
      drawing.text(
          0, y + 13, Drawing.NORMAL, Lettering.fit(portion.label(), LEFT - 10, Drawing.NORMAL));
      if (portion.sum() == 0) {
        drawing.muted(LEFT, y + 13, Drawing.SMALL, "start", Words.of("picture.none"));
      } else {
        bar(portion, portions, drawing, y);
      }
      y += ROW;
    }
    return legend(portions, drawing, y + 8);
  }

  private static void bar(Portion portion, Portions portions, Drawing drawing, double y) {
    double x = LEFT;
    for (int at = 0; at < portions.kinds().size(); at++) {
      int part = portion.parts().get(at);
      if (part == 0) {
        continue;
      }
      double width = LENGTH * part / portion.sum();
      Shade shade = portions.kinds().get(at).shade();
      shaded(shade, drawing, x, y, width, BAR);
      String number = String.valueOf(part);
      if (Lettering.width(number, Drawing.SMALL) + 6 <= width) {
        if (shade == Shade.HATCHED || shade == Shade.AMBER) {
          double room = Lettering.width(number, Drawing.SMALL) + 4;
          drawing.rectangle(
              x + (width - room) / 2, y + 3, room, BAR - 6, Drawing.WHITE, Drawing.NONE, 0);
        }
        drawing.text(
            x + width / 2,
            y + 13,
            Drawing.SMALL,
            "middle",
            "bold",
            shade == Shade.RED || shade == Shade.FULL ? Drawing.WHITE : Drawing.INK,
            number);
      }
      x += width;
    }
  }

  private static void shaded(
      Shade shade, Drawing drawing, double x, double y, double width, double height) {
    String fill =
        switch (shade) {
          case GREEN -> Drawing.GREEN;
          case AMBER -> Drawing.AMBER;
          case RED -> Drawing.RED;
          case FULL -> Drawing.ACCENT;
          case HATCHED, EMPTY -> Drawing.WHITE;
        };
    drawing.rectangle(x, y, width, height, fill, Drawing.INK, 0.8);
    if (shade == Shade.HATCHED || shade == Shade.AMBER) {
      drawing.hatch(x, y, width, height, 6, Drawing.MUTED, 0.8);
    }
  }

  private static String legend(Portions portions, Drawing drawing, double y) {
    double x = LEFT;
    double line = y;
    for (Kind kind : portions.kinds()) {
      String word = Lettering.fit(kind.word(), LENGTH - SAMPLE - 8, Drawing.SMALL);
      double width = SAMPLE + 5 + Lettering.width(word, Drawing.SMALL) + 16;
      if (x > LEFT && x + width > Drawing.WIDTH) {
        x = LEFT;
        line += 16;
      }
      shaded(kind.shade(), drawing, x, line, SAMPLE, 10);
      drawing.text(x + SAMPLE + 5, line + 9, Drawing.SMALL, word);
      x += width;
    }
    return drawing.svg(line + 16);
  }
}
