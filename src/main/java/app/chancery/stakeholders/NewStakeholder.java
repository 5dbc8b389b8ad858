package app.chancery.stakeholders;

import app.chancery.platform.reading.CellLine;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stakeholder as a person puts it on the list: a line {@code name | kind}. */
public record NewStakeholder(String name, StakeholderKind kind) {

  /**
   * Reads a list, one stakeholder a line.
   *
   * @param field the form field that faults are reported for
   */
  static List<NewStakeholder> list(String field, List<String> lines, Faults faults) {
    List<NewStakeholder> list = new ArrayList<>();
    for (String line : lines) {
      read(field, line, faults).ifPresent(list::add);
    }
    return list;
  }

  /** The line that {@link #list} reads. */
  String line() {
    return CellLine.of(name, kind.word());
  }

  private static Optional<NewStakeholder> read(String field, String line, Faults faults) {
    // The last bar separates, so that a name may hold one.
    int bar = line.lastIndexOf('|');
    String name = bar < 0 ? "" : CellLine.cells(line.substring(0, bar), 1).get(0);
    if (!faults.check(
        !name.isEmpty(), field, Words.of("newStakeholder.mustHaveANameAndA").formatted(line))) {
      return Optional.empty();
    }
    String word = line.substring(bar + 1).strip();
    Optional<StakeholderKind> kind = StakeholderKind.of(word);
    faults.check(
        kind.isPresent(),
        field,
        Words.of("newStakeholder.ofIsNotAKindKnown")
            .formatted(word, name, String.join(", ", StakeholderKind.words())));
    return kind.map(found -> new NewStakeholder(name, found));
  }
}
