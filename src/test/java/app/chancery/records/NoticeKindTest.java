package app.chancery.records;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That each is told by some test says {@code FlowNodeCoverageTest}. */
class NoticeKindTest {

  private static final String DORELIA = "Dorelia (XD-2026)";

  private static final Pattern LEFT_OPEN = Pattern.compile("%(\\d)\\$s");

  /**
   * What the table {@code deadlines} says of its tasks, what is of all programmes, and what is of
   * people.
   */
  private static final Set<NoticeKind> NAMED_OTHERWISE =
      EnumSet.of(
          NoticeKind.TASK_WAITS,
          NoticeKind.TASK_OVERDUE,
          NoticeKind.REPORT_ISSUED,
          NoticeKind.ABSENCE_UNCOVERED);

  @ParameterizedTest
  @EnumSource
  void aKindHasItsSubjectInOneLineWithTheCandidateAndItsText(NoticeKind kind) {
    List<String> facts = facts(kind);

    assertThat(kind.subject(DORELIA, facts)).isNotBlank().hasLineCount(1).doesNotContain("%");
    if (!NAMED_OTHERWISE.contains(kind)) {
      assertThat(kind.subject(DORELIA, facts)).contains(DORELIA);
    }
    assertThat(kind.text(DORELIA, facts)).isNotBlank().doesNotContain("%");
  }

  @ParameterizedTest
  @EnumSource
  void noFactIsLeftOut(NoticeKind kind) {
    String words = Words.of(kind, "subject") + Words.of(kind, "text");

    assertThat(
            IntStream.rangeClosed(2, facts(kind).size() + 1)
                .mapToObj(at -> "%" + at + "$s")
                .filter(place -> !words.contains(place)))
        .isEmpty();
  }

  @Test
  void aPlaceLeadsToItsPage() {
    assertThat(NoticePlace.programme().path("XD-2026")).isEqualTo("/programmes/XD-2026");
    assertThat(NoticePlace.round(7).path("XD-2026")).isEqualTo("/rounds/7");
    assertThat(NoticePlace.task("a-b").path("XD-2026")).isEqualTo("/tasks/a-b");
    assertThat(NoticePlace.document(9).path("XD-2026"))
        .isEqualTo("/programmes/XD-2026/deliverables/9");
  }

  private static List<String> facts(NoticeKind kind) {
    int last =
        LEFT_OPEN
            .matcher(Words.of(kind, "subject") + Words.of(kind, "text"))
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .max()
            .orElse(1);
    return IntStream.rangeClosed(2, last).mapToObj(at -> "fact " + at).toList();
  }
}
