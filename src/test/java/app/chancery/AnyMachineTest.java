package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code String.formatted} takes the machine's language, and the checker of the build lets it:
 * where a text holds nothing but {@code %s} it reads the same everywhere. What writes a number or a
 * date itself is {@code String.format} with a language.
 */
class AnyMachineTest {

  private static final String TEXT = "\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"";

  private static final String COMMENT = "/\\*.*?\\*/|//[^\\n]*";

  private static final String LETTER = "'(?:[^'\\\\]|\\\\.[^']*)'";

  /** A text with what is added to it, and whether it is filled. */
  private static final Pattern FILLED =
      Pattern.compile(
          (COMMENT + "|" + LETTER + "|((?:TEXT)(?:\\s*\\+\\s*(?:TEXT))*)").replace("TEXT", TEXT)
              + "(\\s*\\)?\\s*(?:\\.|::)\\s*formatted\\b)?",
          Pattern.DOTALL);

  private static final Pattern NOT_THE_SAME_EVERYWHERE =
      Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[dfeEgGatTSCB]");

  @Test
  void noTextIsFilledInTheLanguageOfTheMachine() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (!file.endsWith(getClass().getSimpleName() + ".java")) {
          inTheLanguageOfTheMachine(Files.readString(file))
              .forEach(each -> wrong.add(file.getFileName() + ": " + each));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"%d of %s\".formatted(1, 2)",
        "(\"%s and\" + \" %1$d\").formatted(1)",
        "\"%,d\"\n    .formatted(1)",
        "map(\"%03d\"::formatted)",
        "\"\"\"\n %.1f \"x\"\n\"\"\".formatted(1)",
        "\"%S\".formatted(\"i\")"
      })
  void aTextThatIsFilledSoIsSeen(String source) {
    assertThat(inTheLanguageOfTheMachine("a(); " + source + ";")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"%s of %2$s (%%) U+%04X%n\".formatted(1, 2)",
        "String.format(Locale.ROOT, \"%d\", \"%s\".formatted(1))",
        "a(\"100%d\", \"%s\".formatted(1))"
      })
  void aTextThatIsTheSameEverywhereIsTaken(String source) {
    assertThat(inTheLanguageOfTheMachine("a(); " + source + ";")).isEmpty();
  }

  private static List<String> inTheLanguageOfTheMachine(String source) {
    List<String> found = new ArrayList<>();
    for (Matcher filled = FILLED.matcher(source); filled.find(); ) {
      if (filled.group(2) != null
          && filled.group(1) != null
          && NOT_THE_SAME_EVERYWHERE.matcher(filled.group(1).replace("%%", "")).find()) {
        found.add(filled.group(1));
      }
    }
    return found;
  }
}
