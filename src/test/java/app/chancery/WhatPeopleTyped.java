package app.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * What stands in the office and was not said by it: what its staff typed in a rehearsal, what the
 * tables and settings of the policy say, the names of countries and partnerships.
 */
final class WhatPeopleTyped {

  private static final Path STAFF = Path.of("src/main/java/app/chancery/rehearsal/staff");
  private static final Path ALLIANCE = Path.of("src/main/resources/alliance");
  private static final Path SETTINGS = Path.of("src/main/resources/application.yml");

  private static final Pattern LITERAL =
      Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  private static final Pattern FILLED_IN = Pattern.compile("%(?:\\d+\\$)?s|%d|\\{\\w+}");

  /** Words, and no code or key of a field. */
  private static final Pattern WORDS =
      Pattern.compile("\\p{Lu}.*[A-Za-z]{2}|[A-Za-z]{2},? |[,;:] [a-z]{2}");

  /** A text with places to fill in, and what of it is in every such text. */
  private record Phrase(String longest, Pattern pattern) {}

  private final List<Phrase> phrases;

  /**
   * @param further such phrases
   */
  WhatPeopleTyped(List<String> further) {
    Stream<String> typed =
        Stream.of(
                files(STAFF)
                    .map(WhatPeopleTyped::read)
                    .map(source -> source.replaceAll("\"\\s*\\+\\s*\"", ""))
                    .flatMap(WhatPeopleTyped::literals),
                ModelFiles.files(".dmn").stream().flatMap(WhatPeopleTyped::answers),
                files(ALLIANCE).flatMap(table -> Arrays.stream(read(table).split("[,;\"\\n]"))),
                Arrays.stream(read(SETTINGS).split("\\n"))
                    .filter(line -> line.contains(": "))
                    .flatMap(line -> Arrays.stream(line.split(": ", 2)[1].split("[,{}:]")))
                    .filter(WORDS.asPredicate()),
                Pattern.compile("word: (\\w+)")
                    .matcher(read(SETTINGS))
                    .results()
                    .map(word -> word.group(1)),
                further.stream())
            .flatMap(texts -> texts);
    phrases =
        typed
            .map(String::strip)
            .filter(text -> !longest(text).isBlank())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(text -> new Phrase(longest(text), pattern(text)))
            .toList();
  }

  /** What is left of a text. */
  String without(String text) {
    String left = text;
    for (Phrase phrase : phrases) {
      if (left.contains(phrase.longest())) {
        left = phrase.pattern().matcher(left).replaceAll("");
      }
    }
    return left;
  }

  /** A text that somebody types into several fields, or of which the office makes a table. */
  private static Stream<String> literals(String source) {
    return LITERAL
        .matcher(source)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .filter(WORDS.asPredicate())
        .flatMap(text -> Arrays.stream(text.split("\\\\n|\\n|[|]|: ")));
  }

  /** The texts that a table of the policy gives, and what it says of its rules. */
  private static Stream<String> answers(Path table) {
    return Jsoup.parse(read(table), "", Parser.xmlParser())
        .select("outputEntry > text, description")
        .stream()
        .flatMap(cell -> cell.wholeText().lines())
        .map(line -> line.replaceAll("^\"|\"$", ""));
  }

  private static String longest(String text) {
    return Arrays.stream(FILLED_IN.split(text))
        .filter(part -> part.matches(".*[A-Za-z]{3}.*"))
        .max(Comparator.comparing(String::length))
        .orElse("");
  }

  private static Pattern pattern(String text) {
    String[] parts = FILLED_IN.split(text, -1);
    StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
    for (int part = 1; part < parts.length; part++) {
      boolean outermost = parts[part - 1].isEmpty() || parts[part].isEmpty();
      regex.append(outermost ? "\\S+" : ".{1,250}?").append(Pattern.quote(parts[part]));
    }
    boolean fromLetter = Character.isLetter(text.charAt(0));
    boolean toLetter = Character.isLetter(text.charAt(text.length() - 1));
    return Pattern.compile(
        (fromLetter ? "(?<![A-Za-z])" : "") + regex + (toLetter ? "(?![A-Za-z])" : ""));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
