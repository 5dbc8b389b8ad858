package app.chancery.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A static SVG 1.1 picture as it comes into being. Plain attributes only and nothing that refers to
 * anything else, so that browsers and PDF renderers draw the same, and that many pictures can stand
 * on one page.
 */
final class Drawing {

  /** As wide as an A4 page between its margins, in CSS pixels or a little more. */
  static final double WIDTH = 680;

  static final double SMALL = 10;
  static final double NORMAL = 11;

  static final String INK = "#1b2430";
  static final String MUTED = "#56616f";
  static final String RULE = "#aab3bf";
  static final String FAINT = "#dfe4ea";
  static final String TINT = "#f0f3f7";
  static final String ACCENT = "#1d3557";
  static final String WHITE = "#ffffff";
  static final String GREEN = "#cfe8d6";
  static final String AMBER = "#f5d58a";
  static final String RED = "#a3262a";
  static final String NONE = "none";

  /** The family that documents are set in; the fonts it falls back to are those of the page. */
  private static final String FONT = "Liberation Sans, Arial, Noto Sans, DejaVu Sans, sans-serif";

  /** Signs that no XML may have. */
  static final Pattern NO_XML =
      Pattern.compile(
          "[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final String id;
  private final String title;
  private final String description;
  private final double width;
  private final StringBuilder content = new StringBuilder();

  /**
   * @param id of the element, alone on its page
   */
  Drawing(String id, Picture picture) {
    this(id, picture.title(), picture.description(), WIDTH);
  }

  /**
   * @param id of the element, alone on its page
   * @param description all that it shows, in words
   */
  Drawing(String id, String title, String description, double width) {
    this.id = id;
    this.title = title;
    this.description = description;
    this.width = width;
  }

  Drawing rectangle(
      double x, double y, double width, double height, String fill, String stroke, double line) {
    return element(
        "<rect x='%s' y='%s' width='%s' height='%s' fill='%s' stroke='%s' stroke-width='%s'/>",
        number(x), number(y), number(width), number(height), fill, stroke, number(line));
  }

  /** A border of dashes, nothing in it. */
  Drawing dashes(double x, double y, double width, double height, String stroke) {
    return element(
        "<rect x='%s' y='%s' width='%s' height='%s' fill='none' stroke='%s' stroke-width='1.2' stroke-dasharray='3 2'/>",
        number(x), number(y), number(width), number(height), stroke);
  }

  Drawing circle(double x, double y, double radius, String fill, String stroke) {
    return element(
        "<circle cx='%s' cy='%s' r='%s' fill='%s' stroke='%s' stroke-width='1.5'/>",
        number(x), number(y), number(radius), fill, stroke);
  }

  /** A square on its corner. */
  Drawing diamond(double x, double y, double radius, String fill, String stroke) {
    return path(
        "M%s %sL%s %sL%s %sL%s %sZ"
            .formatted(
                number(x),
                number(y - radius),
                number(x + radius),
                number(y),
                number(x),
                number(y + radius),
                number(x - radius),
                number(y)),
        fill,
        stroke,
        1.5);
  }

  Drawing line(double x1, double y1, double x2, double y2, String stroke, double width) {
    return path(move(x1, y1) + draw(x2, y2), NONE, stroke, width);
  }

  Drawing dashed(String path, String stroke, double width, String dashes) {
    return element(
        "<path d='%s' fill='none' stroke='%s' stroke-width='%s' stroke-dasharray='%s'/>",
        path, stroke, number(width), dashes);
  }

  Drawing path(String path, String fill, String stroke, double width) {
    return element(
        "<path d='%s' fill='%s' stroke='%s' stroke-width='%s'/>",
        path, fill, stroke, number(width));
  }

  /** Slanting lines all over a rectangle, so far apart. */
  Drawing hatch(
      double x, double y, double width, double height, double apart, String stroke, double line) {
    StringBuilder path = new StringBuilder();
    for (double at = apart; at < width + height; at += apart) {
      path.append(move(x + Math.min(at, width), y + Math.max(0, at - width)))
          .append(draw(x + Math.max(0, at - height), y + Math.min(at, height)));
    }
    return path.isEmpty() ? this : path(path.toString(), NONE, stroke, line);
  }

  /** An arrow to the right, its tip at that place. */
  Drawing arrow(double fromX, double toX, double y, String stroke) {
    return path(
        move(fromX, y)
            + draw(toX, y)
            + move(toX - 3, y - 2.5)
            + draw(toX, y)
            + draw(toX - 3, y + 2.5),
        NONE,
        stroke,
        1.2);
  }

  /** An arrow upwards, its tip at that place. */
  Drawing arrowUp(double x, double fromY, double toY, String stroke) {
    return path(
        move(x, fromY)
            + draw(x, toY)
            + move(x - 2.5, toY + 3)
            + draw(x, toY)
            + draw(x + 2.5, toY + 3),
        NONE,
        stroke,
        1.2);
  }

  Drawing text(double x, double y, double size, String text) {
    return text(x, y, size, "start", "normal", INK, text);
  }

  Drawing muted(double x, double y, double size, String anchor, String text) {
    return text(x, y, size, anchor, "normal", MUTED, text);
  }

  /**
   * @param y of the line that the text stands on
   * @param anchor which part of the text is at x: {@code start}, {@code middle} or {@code end}
   */
  Drawing text(
      double x, double y, double size, String anchor, String weight, String fill, String text) {
    return element(
        "<text x='%s' y='%s' font-size='%s' text-anchor='%s' font-weight='%s' fill='%s'>%s</text>",
        number(x), number(y), number(size), anchor, weight, fill, escaped(text));
  }

  /** Lines of text, the first on y. */
  Drawing lines(double x, double y, double size, double leading, List<String> lines) {
    for (int at = 0; at < lines.size(); at++) {
      text(x, y + at * leading, size, lines.get(at));
    }
    return this;
  }

  /**
   * The finished picture.
   *
   * @param least how high it must be; a part of a pixel becomes a whole one, because that is all
   *     that the renderer of PDFs reads
   */
  String svg(double least) {
    double height = Math.ceil(least);
    String size = number(width) + "' height='" + number(height);
    return """
        <svg xmlns='http://www.w3.org/2000/svg' version='1.1' role='img' id='%s' aria-labelledby='%s-title' aria-describedby='%s-desc' width='%s' viewBox='0 0 %s %s' font-family='%s'>
        <title id='%s-title'>%s</title>
        <desc id='%s-desc'>%s</desc>
        %s</svg>
        """
        .formatted(
            id,
            id,
            id,
            size,
            number(width),
            number(height),
            FONT,
            id,
            escaped(title),
            id,
            escaped(description),
            content);
  }

  static String move(double x, double y) {
    return "M" + number(x) + " " + number(y);
  }

  static String draw(double x, double y) {
    return "L" + number(x) + " " + number(y);
  }

  private Drawing element(String element, Object... parts) {
    content.append(element.formatted(parts)).append('\n');
    return this;
  }

  /** With one decimal at most. A picture has thousands: a format would take most of its time. */
  private static String number(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  /** As text of an XML element; signs that no XML may have are left out. */
  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(NO_XML.matcher(text).replaceAll(""), "UTF-8");
  }
}
