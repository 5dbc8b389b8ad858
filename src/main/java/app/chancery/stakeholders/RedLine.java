package app.chancery.stakeholders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a stakeholder insists on or excludes: a line {@code subject: must ...} or {@code subject:
 * never ...}. Subjects are the same if they differ only in case and blanks.
 */
public record RedLine(String subject, Demand demand, String position) {

  /** The two directions of a red line. */
  public enum Demand {
    MUST,
    NEVER
  }

  /** Reads a line; empty if it does not have the form. */
  static Optional<RedLine> read(String line) {
    int colon = line.indexOf(':');
    if (colon < 1 || line.substring(0, colon).isBlank()) {
      return Optional.empty();
    }
    String position = line.substring(colon + 1).strip();
    String first = position.split("[\\s,;.]", 2)[0].toLowerCase(Locale.ROOT);
    for (Demand demand : Demand.values()) {
      if (first.equals(demand.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(new RedLine(line.substring(0, colon).strip(), demand, position));
      }
    }
    return Optional.empty();
  }

  public static boolean areReadable(List<String> lines) {
    return lines.stream().allMatch(line -> read(line).isPresent());
  }

  /**
   * What is wrong with lines that are not all readable. It names their numbers and not their
   * content, because messages are logged and red lines are confidential.
   */
  public static String fault(List<String> lines) {
    List<String> numbers =
        IntStream.rangeClosed(1, lines.size())
            .filter(number -> read(lines.get(number - 1)).isEmpty())
            .mapToObj(String::valueOf)
            .toList();
    return "%s %s must read 'subject: must ...' or 'subject: never ...'"
        .formatted(numbers.size() == 1 ? "line" : "lines", String.join(", ", numbers));
  }

  /** Two red lines collide if one demands what the other excludes. */
  boolean collidesWith(RedLine other) {
    return demand != other.demand && key().equals(other.key());
  }

  private String key() {
    return subject.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  String line() {
    return subject + ": " + position;
  }

  /** Says nothing of the content, so that no log can. */
  @Override
  public String toString() {
    return "a red line";
  }
}
