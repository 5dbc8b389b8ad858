package app.chancery.stakeholders;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a stakeholder insists on or excludes: a line {@code subject: what it says of it}. Subjects
 * are the same if they differ only in case and blanks.
 */
public record RedLine(String subject, Demand demand, String position) {

  /** The two directions of a red line; the form asks for each in a field of its own. */
  public enum Demand implements Coded {
    REQUIRE,
    FORBID
  }

  /** All readable lines of both directions. */
  public static List<RedLine> all(List<String> demands, List<String> exclusions) {
    return Stream.concat(
            demands.stream().map(line -> read(Demand.REQUIRE, line)),
            exclusions.stream().map(line -> read(Demand.FORBID, line)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Reads a line; empty if it does not have the form. */
  static Optional<RedLine> read(Demand demand, String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    String subject = line.substring(0, colon).strip();
    String position = line.substring(colon + 1).strip();
    return subject.isEmpty() || position.isEmpty()
        ? Optional.empty()
        : Optional.of(new RedLine(subject, demand, position));
  }

  /** What {@link #stored()} wrote. */
  static RedLine ofStored(String stored) {
    String[] codeAndLine = stored.split(" ", 2);
    return read(Coded.of(Demand.class, codeAndLine[0]), codeAndLine[1]).orElseThrow();
  }

  /** The code of the direction, then the line. */
  String stored() {
    return demand.code() + " " + line();
  }

  public static boolean areReadable(List<String> lines) {
    return lines.stream().allMatch(RedLine::isReadable);
  }

  /**
   * What is wrong with lines that are not all readable. It names their numbers and not their
   * content, because messages are logged and red lines are confidential.
   */
  public static String fault(List<String> lines) {
    List<String> numbers =
        IntStream.rangeClosed(1, lines.size())
            .filter(number -> !isReadable(lines.get(number - 1)))
            .mapToObj(String::valueOf)
            .toList();
    return Words.of("redLine.mustReadSubjectWhatItSays")
        .formatted(
            numbers.size() == 1 ? Words.of("redLine.line") : Words.of("redLine.lines"),
            String.join(", ", numbers));
  }

  private static boolean isReadable(String line) {
    return read(Demand.REQUIRE, line).isPresent();
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
