package app.chancery.documents;

import app.chancery.documents.Picture.Risk;
import app.chancery.documents.Picture.RiskMap;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Locale;

/**
 * Five by five cells, probability upwards and impact to the right, each with its score and the
 * letter of its band; the higher the band, the denser its hatching. Risks are numbers, named beside
 * the map.
 */
final class RiskMapDrawing {

  private static final int SCALE = 5;
  private static final double TOP = 20;
  private static final double LEFT = 22;
  private static final double COLUMN = 78;
  private static final double ROW = 58;
  private static final double KEY = LEFT + SCALE * COLUMN + 18;
  private static final double KEY_LINE = 12.5;
  private static final int MOST_IN_A_CELL = 6;
  private static final List<String> FILLS = List.of("#ffffff", "#fbeec2", "#f3c391", "#b7473f");

  private RiskMapDrawing() {}

  static String svg(RiskMap map, Drawing drawing) {
    drawing.text(
        0,
        11,
        Drawing.NORMAL,
        "start",
        "bold",
        Drawing.INK,
        Words.of("riskMapDrawing.probability"));
    for (int probability = 1; probability <= SCALE; probability++) {
      double y = TOP + (SCALE - probability) * ROW;
      for (int impact = 1; impact <= SCALE; impact++) {
        cell(map, probability, impact, drawing, LEFT + (impact - 1) * COLUMN, y);
      }
      drawing.muted(LEFT - 8, y + ROW / 2 + 4, Drawing.NORMAL, "end", String.valueOf(probability));
    }
    double bottom = TOP + SCALE * ROW;
    for (int impact = 1; impact <= SCALE; impact++) {
      drawing.muted(
          LEFT + (impact - 0.5) * COLUMN,
          bottom + 15,
          Drawing.NORMAL,
          "middle",
          String.valueOf(impact));
    }
    drawing.text(
        LEFT + SCALE * COLUMN / 2,
        bottom + 32,
        Drawing.NORMAL,
        "middle",
        "bold",
        Drawing.INK,
        Words.of("riskMapDrawing.impact"));
    return drawing.svg(Math.max(key(map, drawing), bottom + 40));
  }

  private static void cell(
      RiskMap map, int probability, int impact, Drawing drawing, double x, double y) {
    int score = probability * impact;
    int band = map.band(score);
    boolean dark = band >= FILLS.size() - 1;
    ground(band, drawing, x, y, COLUMN, ROW);
    String mark = "%s %s".formatted(letter(map.bands().get(band).word()), score);
    double room = Lettering.width(mark, Drawing.SMALL) + 4;
    drawing.rectangle(x + 3, y + 3, room, 13, dark ? Drawing.INK : Drawing.WHITE, Drawing.NONE, 0);
    drawing.text(
        x + 5,
        y + 13,
        Drawing.SMALL,
        "start",
        "normal",
        dark ? Drawing.WHITE : Drawing.MUTED,
        mark);
    List<Risk> here =
        map.risks().stream()
            .filter(risk -> risk.probability() == probability && risk.impact() == impact)
            .toList();
    for (int at = 0; at < Math.min(here.size(), MOST_IN_A_CELL); at++) {
      boolean more = at == MOST_IN_A_CELL - 1 && here.size() > MOST_IN_A_CELL;
      risk(
          more ? "…" : String.valueOf(here.get(at).number()),
          drawing,
          x + (here.size() < 3 ? 24 : 15) + at % 3 * 24,
          y + (here.size() <= 3 ? 36 : 27.5) + at / 3 * 19.5);
    }
  }

  private static void ground(
      int band, Drawing drawing, double x, double y, double width, double height) {
    drawing.rectangle(
        x, y, width, height, FILLS.get(Math.min(band, FILLS.size() - 1)), Drawing.NONE, 0);
    if (band > 0) {
      drawing.hatch(x, y, width, height, band == 1 ? 16 : band == 2 ? 8 : 5, Drawing.INK, 0.5);
    }
    drawing.rectangle(x, y, width, height, Drawing.NONE, Drawing.INK, 0.8);
  }

  private static void risk(String number, Drawing drawing, double x, double y) {
    drawing.circle(x, y, 10, Drawing.WHITE, Drawing.INK);
    drawing.text(x, y + 4, Drawing.NORMAL, "middle", "bold", Drawing.INK, number);
  }

  /** The bands and the names of the risks. Returns where it ends. */
  private static double key(RiskMap map, Drawing drawing) {
    double y = TOP;
    for (int band = map.bands().size() - 1; band >= 0; band--) {
      ground(band, drawing, KEY, y, 22, 14);
      drawing.text(
          KEY + 28,
          y + 11,
          Drawing.SMALL,
          Words.of("riskMapDrawing.from")
              .formatted(
                  letter(map.bands().get(band).word()),
                  map.bands().get(band).word(),
                  map.bands().get(band).from()));
      y += 19;
    }
    y += 16;
    double room = Drawing.WIDTH - KEY - 22;
    for (Risk risk : map.risks()) {
      List<String> name = Lettering.wrap(risk.name(), room, Drawing.SMALL, 2);
      drawing.text(
          KEY, y, Drawing.SMALL, "start", "bold", Drawing.INK, String.valueOf(risk.number()));
      drawing.lines(KEY + 22, y, Drawing.SMALL, KEY_LINE, name);
      y += KEY_LINE * name.size() + 4;
    }
    return y;
  }

  private static String letter(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
