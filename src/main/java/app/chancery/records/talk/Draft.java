package app.chancery.records.talk;

import app.chancery.platform.files.Sha256;
import app.chancery.platform.people.Directory.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comment that may be sent, and what its writer should know before.
 *
 * @param text as it would be kept
 * @param told who is mentioned and would be told
 * @param blind who is mentioned and cannot see the place, and so would not be told
 * @param unknown what stands behind an {@code @} and is nobody's name
 */
public record Draft(String text, List<Entry> told, List<Entry> blind, Set<String> unknown) {

  /** Whether there is something to be decided first. */
  public boolean isDoubtful() {
    return !blind.isEmpty() || !unknown.isEmpty();
  }

  /** What is to be decided, as a code that names nobody: whoever has decided sends it along. */
  public String doubts() {
    return Sha256.of(
        Stream.concat(
                blind.stream().map(each -> "blind " + each.account()),
                unknown.stream().map(each -> "unknown " + each))
            .sorted()
            .collect(Collectors.joining("\n")));
  }
}
