package app.chancery.readiness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The policy tables as they are delivered, edited as somebody edits them. */
public final class EditedTables {

  private EditedTables() {}

  /** The file of a table as it is delivered. */
  public static String delivered(String table) {
    try (Stream<Path> steps = Files.list(Path.of("processes"))) {
      return Files.readString(
          steps
              .map(step -> step.resolve(table + ".dmn"))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the text of the cell of that id replaced. */
  public static String with(String table, String cell, String text) {
    return edit(delivered(table), cell, text);
  }

  public static String edit(String file, String cell, String text) {
    int at = file.indexOf("id=\"" + cell + "\"");
    if (at < 0) {
      throw new IllegalArgumentException("There is no cell " + cell);
    }
    int from = file.indexOf("<text>", at) + "<text>".length();
    int to = file.indexOf("</text>", from);
    return file.substring(0, from) + text.replace("<", "&lt;") + file.substring(to);
  }

  public static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }
}
