package app.chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table of figures, in {@code target/bench/NAME.md} and on the screen. */
final class Report {

  private final String name;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param heading of the table, in Markdown
   */
  Report(String name, String heading) {
    this.name = name;
    lines.add(heading);
    lines.add(heading.replaceAll("[^|]+", "---"));
  }

  void add(String first, String second, List<String> figures) {
    String line = "| %s | %s | %s |".formatted(first, second, String.join(" | ", figures));
    lines.add(line);
    System.out.println(line);
  }

  void write() {
    try {
      Path file = Path.of("target", "bench", name + ".md");
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
      System.out.println("\n" + String.join("\n", lines) + "\n\nin " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
