package app.chancery.platform.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Files that were good once, as accidents and spreadsheets leave them; the same in every run. */
public final class Mutations {

  private static final long SEED = 14;

  /** What stands in a file where nobody expects it. */
  private static final List<String> PIECES =
      List.of(
          "\uFEFF",
          ",",
          ";",
          "\t",
          "\"",
          "\"\"",
          "\n",
          "\r",
          "\r\n",
          " ",
          ",,,,",
          "\u0000",
          "\u202E",
          "\uFFFD",
          "\u00A0",
          "\u2212",
          "日本",
          "\ud83d\udd4a",
          "{",
          "}",
          "[",
          "]",
          ":",
          "null",
          "true",
          "1e400",
          "NaN",
          "0x1p3",
          "1,008",
          "01/02/2026",
          "2026-02-30",
          "-0",
          "\\u0000",
          "\\ud800",
          "//",
          "sep=;",
          "=1+1",
          "<b>",
          "' or 1=1",
          "%s%n",
          "${7*7}");

  private final Random random = new Random(SEED);

  /** So many mutations of a good file, each handed on. */
  public static void of(byte[] good, int count, Consumer<byte[]> taker) {
    Mutations mutations = new Mutations();
    for (int number = 0; number < count; number++) {
      byte[] mutated = good;
      for (int change = 0; change <= number % 4; change++) {
        mutated = mutations.changed(mutated);
      }
      taker.accept(mutated);
    }
  }

  private byte[] changed(byte[] file) {
    int from = random.nextInt(file.length + 1);
    int to = Math.min(file.length, from + random.nextInt(40));
    return switch (random.nextInt(8)) {
      case 0 -> pieces(file, 0, from, to, file.length);
      case 1 -> pieces(file, 0, to, from, file.length);
      case 2 -> pieces(file, 0, from);
      case 3 -> replaced(file, from, (byte) random.nextInt(256));
      case 4 -> new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      case 5 ->
          new String(file, StandardCharsets.UTF_8)
              .replace(",", random.nextBoolean() ? ";" : "\t")
              .getBytes(StandardCharsets.UTF_8);
      default -> inserted(file, from);
    };
  }

  /** Those parts one after the other: two of them that overlap stand there twice. */
  private static byte[] pieces(byte[] file, int... bounds) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at + 1 < bounds.length; at += 2) {
      out.write(file, bounds[at], bounds[at + 1] - bounds[at]);
    }
    return out.toByteArray();
  }

  private static byte[] replaced(byte[] file, int at, byte by) {
    byte[] changed = file.clone();
    if (at < changed.length) {
      changed[at] = by;
    }
    return changed;
  }

  private byte[] inserted(byte[] file, int at) {
    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    out.writeBytes(piece);
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }
}
