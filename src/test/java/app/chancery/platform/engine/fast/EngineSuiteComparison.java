package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Of the engine's own tests, run with and without what makes it fast, none fails with it only. Some
 * two hundred fail on both sides: they want script languages, files or an empty database that are
 * not here.
 */
class EngineSuiteComparison {

  private static final Path REPORTS = Path.of("target", "engine-suite-reports");

  @Test
  void whatPassesOnTheBareEnginePassesOnTheFastOne() throws Exception {
    Results bare = Results.in(REPORTS.resolve("all-false"));
    Results fast = Results.in(REPORTS.resolve("all-true"));
    assertThat(bare.ran()).as("tests that ran on the bare engine").hasSizeGreaterThan(10_000);

    assertThat(fast.ran()).as("tests that ran on the fast engine").containsAll(bare.ran());
    Set<String> withItOnly = new TreeSet<>(fast.failed());
    withItOnly.removeAll(bare.failed());
    assertThat(withItOnly).as("tests that fail with what makes the engine fast only").isEmpty();
  }

  private record Results(Set<String> ran, Set<String> failed) {

    static Results in(Path folder) throws Exception {
      Results results = new Results(new TreeSet<>(), new TreeSet<>());
      for (Path report : reports(folder)) {
        results.read(report);
      }
      return results;
    }

    private static List<Path> reports(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files.filter(file -> file.getFileName().toString().endsWith(".xml")).toList();
      }
    }

    private void read(Path report) throws Exception {
      NodeList cases =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getElementsByTagName("testcase");
      for (int each = 0; each < cases.getLength(); each++) {
        Element test = (Element) cases.item(each);
        // Some are named after an array, which has another address in each run.
        String name =
            test.getAttribute("classname")
                + "."
                + test.getAttribute("name").replaceAll("@[0-9a-f]+", "");
        ran.add(name);
        if (has(test, "failure") || has(test, "error")) {
          failed.add(name);
        }
      }
    }

    private static boolean has(Element test, String what) {
      return test.getElementsByTagName(what).getLength() > 0;
    }
  }
}
