package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An assertion that holds for each element of a list holds for an empty one, whatever it says. */
class AssertionsTest {

  private static final Set<String> OF_EACH = Set.of("allSatisfy", "allMatch");

  /** So begins the name of an assertion that an empty list does not pass. */
  private static final Pattern THERE_IS_SOMETHING =
      Pattern.compile("isNotEmpty|hasSize|hasSameSize|contains|first|singleElement");

  /** A list that is written down has elements. */
  private static final Pattern WRITTEN_DOWN =
      Pattern.compile("assertThat\\(\\s*(?:[A-Z_]+\\)|(?:List|Set)\\.of\\([^)]).*", Pattern.DOTALL);

  private static final Pattern TEXT =
      Pattern.compile(
          "\"\"\".*?\"\"\""
              + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
              + "|'(?:[^'\\\\]|\\\\.[^']*+)'",
          Pattern.DOTALL);

  private static final Pattern CALL = Pattern.compile("\\.\\s*(\\w+)\\(");

  @Test
  void whatIsSaidOfEachElementIsSaidOfAListThatHasSome() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        ofPerhapsNothing(Files.readString(file))
            .forEach(each -> wrong.add(file.getFileName() + ": " + each));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertThat(tasks).allMatch(Task::isOpen);",
        "assertThat(of(a -> { b(); })).as(\"x (y\").extracting(A::b).allSatisfy(x -> {});",
        "assertThat(tasks()).allMatch(t -> t.isOpen()).hasSize(3);",
        "assertThat(tasks).isNotEmpty().filteredOn(x).allMatch(y);",
        "assertThat(names.contains(x)).allMatch(y);"
      })
  void anAssertionThatCannotFailIsSeen(String assertion) {
    assertThat(ofPerhapsNothing("{ " + assertion + " }")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertThat(tasks).isNotEmpty().allMatch(Task::isOpen);",
        "assertThat(tasks).hasSize(2).extracting(A::b).allSatisfy(x -> {});",
        "assertThat(KEYS).allSatisfy(this::isOpen);",
        "assertThat(List.of(1, 2)).allMatch(y);",
        "assertThat(tasks.stream().allMatch(y)).isTrue();"
      })
  void anAssertionThatCanFailIsNone(String assertion) {
    assertThat(ofPerhapsNothing("{ " + assertion + " }")).isEmpty();
  }

  /** The assertions of a source that say something of each element, and not that there is one. */
  private static List<String> ofPerhapsNothing(String source) {
    String code = TEXT.matcher(source).replaceAll("\"\"");
    List<String> found = new ArrayList<>();
    for (int at = code.indexOf("assertThat("); at >= 0; at = code.indexOf("assertThat(", at + 1)) {
      String assertion = code.substring(at, end(code, at));
      List<String> calls = outermostCalls(assertion);
      List<String> before = calls.stream().takeWhile(call -> !OF_EACH.contains(call)).toList();
      if (before.size() < calls.size()
          && !someAreLeft(before)
          && !WRITTEN_DOWN.matcher(assertion).matches()) {
        found.add(assertion);
      }
    }
    return found;
  }

  /** Where the chain ends that begins there: at a semicolon, or where what is around it ends. */
  private static int end(String code, int begin) {
    int depth = 0;
    for (int at = begin; at < code.length(); at++) {
      char each = code.charAt(at);
      depth += "([{".indexOf(each) >= 0 ? 1 : 0;
      depth -= ")]}".indexOf(each) >= 0 ? 1 : 0;
      if (depth < 0 || depth == 0 && each == ';') {
        return at;
      }
    }
    return code.length();
  }

  private static List<String> outermostCalls(String chain) {
    StringBuilder outermost = new StringBuilder();
    int depth = 0;
    for (char each : chain.toCharArray()) {
      depth -= ")]}".indexOf(each) >= 0 ? 1 : 0;
      if (depth == 0) {
        outermost.append(each);
      }
      depth += "([{".indexOf(each) >= 0 ? 1 : 0;
    }
    return CALL.matcher(outermost).results().map(call -> call.group(1)).toList();
  }

  /** Whether it is said that there is something, after whatever takes something away. */
  private static boolean someAreLeft(List<String> calls) {
    boolean some = false;
    for (String call : calls) {
      some =
          !call.startsWith("filteredOn") && (some || THERE_IS_SOMETHING.matcher(call).lookingAt());
    }
    return some;
  }
}
