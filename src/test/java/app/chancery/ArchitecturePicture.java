package app.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The packages of Chancery and what each leans on, drawn from the code. Only the arrows that do not
 * follow from others are drawn: who leans on oversight leans on what oversight leans on as well.
 */
final class ArchitecturePicture {

  /** From top to bottom; in the row of the steps the programme goes from left to right. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("desk", "forecast", "rehearsal"),
          List.of(
              "prerequisites",
              "stakeholders",
              "engagement",
              "consensus",
              "diplomacy",
              "integration",
              "oversight"),
          List.of("documents"),
          List.of("programme"),
          List.of("readiness"),
          List.of("records"),
          List.of("platform"));

  private static final List<String> STEPS = ROWS.get(1);

  private static final int WIDTH = 1330;
  private static final int BOX = 170;
  private static final int WIDE_BOX = 560;
  private static final int MIDDLE_BOX = 370;
  private static final int HEIGHT = 74;
  private static final int GAP = 46;
  private static final int LETTERS = 27;

  private record Box(int x, int y, int width) {

    int middle() {
      return x + width / 2;
    }
  }

  private final Map<String, Set<String>> arrows = new TreeMap<>();
  private final Map<String, Box> boxes = new HashMap<>();

  ArchitecturePicture(ApplicationModules modules) {
    modules.stream()
        .filter(module -> !module.isRootModule())
        .forEach(
            module ->
                arrows.put(
                    module.getIdentifier().toString(),
                    module
                        .getDirectDependencies(modules)
                        .uniqueModules()
                        .map(other -> other.getIdentifier().toString())
                        .collect(Collectors.toCollection(TreeSet::new))));
    int y = 12;
    for (List<String> row : ROWS) {
      int box = row == STEPS ? BOX : row.size() > 2 ? MIDDLE_BOX : WIDE_BOX;
      int space = (WIDTH - row.size() * box) / (row.size() + 1);
      for (int at = 0; at < row.size(); at++) {
        boxes.put(row.get(at), new Box(space + at * (box + space), y, box));
      }
      y += HEIGHT + GAP;
    }
  }

  /** All packages of the code have their place in the picture, and all in the picture exist. */
  Set<String> drawn() {
    return new TreeSet<>(boxes.keySet());
  }

  Set<String> packages() {
    return arrows.keySet();
  }

  String svg() {
    int height = 12 + ROWS.size() * (HEIGHT + GAP);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" font-family="Liberation Sans, Arial, sans-serif">
        <title>The packages of Chancery and what each leans on</title>
        <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#5b6b7b"/></marker></defs>
        <rect width="%s" height="%s" fill="#ffffff"/>
        """
            .formatted(WIDTH, height, WIDTH, height));
    arrows.forEach(
        (from, all) ->
            needed(from, all).forEach(to -> svg.append(arrow(boxes.get(from), boxes.get(to)))));
    ROWS.forEach(row -> row.forEach(name -> svg.append(box(name, row == STEPS))));
    return svg.append("</svg>\n").toString();
  }

  private List<String> needed(String from, Set<String> all) {
    return all.stream()
        .filter(to -> all.stream().noneMatch(via -> !via.equals(to) && reachable(via).contains(to)))
        .toList();
  }

  private Set<String> reachable(String from) {
    Set<String> found = new TreeSet<>();
    for (String next : arrows.getOrDefault(from, Set.of())) {
      found.add(next);
      found.addAll(reachable(next));
    }
    return found;
  }

  private static String arrow(Box from, Box to) {
    if (from.y == to.y && from.x < to.x) {
      return path("M%s %s H%s".formatted(from.x + from.width, from.y + HEIGHT / 2, to.x));
    }
    if (from.y == to.y) {
      boolean near = from.x - (to.x + to.width) < BOX;
      return near
          ? path("M%s %s H%s".formatted(from.x, from.y + HEIGHT / 2, to.x + to.width))
          : path(
              "M%s %s C%s %s %s %s %s %s"
                  .formatted(
                      from.middle() - 20,
                      from.y,
                      from.middle() - 20,
                      from.y - GAP + 12,
                      to.middle() + 20,
                      to.y - GAP + 12,
                      to.middle() + 20,
                      to.y));
    }
    int out = Math.max(from.x + 15, Math.min(from.x + from.width - 15, to.middle()));
    int in = Math.max(to.x + 15, Math.min(to.x + to.width - 15, out));
    return path(
        "M%s %s C%s %s %s %s %s %s"
            .formatted(
                out,
                from.y + HEIGHT,
                out,
                from.y + HEIGHT + GAP / 2,
                in,
                to.y - GAP / 2,
                in,
                to.y));
  }

  private static String path(String line) {
    return "<path d=\"%s\" fill=\"none\" stroke=\"#5b6b7b\" stroke-width=\"1.4\" marker-end=\"url(#head)\"/>\n"
        .formatted(line);
  }

  private String box(String name, boolean step) {
    Box box = boxes.get(name);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\" fill=\"%s\" stroke=\"#1f3a5f\"/>\n"
            .formatted(box.x, box.y, box.width, HEIGHT, step ? "#e3edf7" : "#f4f5f7"));
    svg.append(
        text(box.middle(), box.y + 22, 15, true, step ? STEPS.indexOf(name) + " " + name : name));
    List<String> lines = lines(meaning(name, step), box.width * LETTERS / BOX);
    for (int at = 0; at < Math.min(3, lines.size()); at++) {
      svg.append(text(box.middle(), box.y + 39 + at * 14, 11, false, lines.get(at)));
    }
    return svg.toString();
  }

  private static String text(int x, int y, int size, boolean bold, String words) {
    return "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"middle\" fill=\"#16202c\">%s</text>\n"
        .formatted(
            x,
            y,
            size,
            bold ? " font-weight=\"bold\"" : "",
            words.replace("&", "&amp;").replace("<", "&lt;"));
  }

  /** The first clause of what the package says of itself. */
  private static String meaning(String name, boolean step) {
    try {
      String file =
          Files.readString(Path.of("src/main/java/app/chancery", name, "package-info.java"));
      return file.substring(file.indexOf("/**") + 3, file.indexOf("*/"))
          .replaceAll("\\n \\*", " ")
          .strip()
          .replaceAll("\\s+", " ")
          .replaceAll("^Step \\d[,:] ", "")
          .replaceAll(step ? "([.:] .*|\\.)$" : "(\\. .*|\\.)$", "")
          .replaceAll("\\{@\\w+ ([^}]+)}", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String text, int letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() >= letters && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
