package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.records.NoticeKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Compares what the tests of this build passed with what the models have. The build runs it by
 * itself after all other tests, so in a run of single tests it says nothing.
 */
class FlowNodeCoverageTest {

  @Test
  void everyFlowNodeIsPassedBySomeTest() throws IOException {
    Set<String> passed = passed();

    List<String> missed =
        ModelFiles.processes().stream()
            .flatMap(
                file ->
                    file.flowNodes().stream()
                        .map(node -> file.process().getId() + " " + node.getId()))
            .filter(node -> !passed.contains(node))
            .sorted()
            .toList();

    assertThat(missed)
        .as("flow nodes that no test passes:%n%s", String.join("\n", missed))
        .isEmpty();
  }

  @Test
  void everyKindOfNoticeIsToldBySomeTest() throws IOException {
    Set<String> passed = passed();

    assertThat(NoticeKind.values())
        .extracting(ToldKinds::line)
        .as("kinds of notices that no test tells are missing")
        .isSubsetOf(passed);
  }

  private static Set<String> passed() throws IOException {
    Set<String> passed = new HashSet<>();
    assertThat(PassedNodes.FOLDER).as("what the tests passed").isDirectory();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(PassedNodes.FOLDER)) {
      for (Path file : files) {
        passed.addAll(Files.readAllLines(file));
      }
    }
    return passed;
  }
}
