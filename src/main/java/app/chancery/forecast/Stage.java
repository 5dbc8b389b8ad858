package app.chancery.forecast;

import app.chancery.platform.words.Coded;
import java.util.Arrays;
import java.util.List;

/** What a candidate passes on its way, in the order in which it does. */
public enum Stage implements Coded {
  /** The programme is opened; of a recorded accession, the application. */
  OPENING,
  CONSENSUS,
  TALKS,
  PROTOCOL,
  ENTRY_INTO_FORCE,
  ACCESSION;

  boolean isBefore(Stage other) {
    return compareTo(other) < 0;
  }

  /** Those before this one, the nearest first. */
  List<Stage> earlier() {
    return Arrays.stream(values())
        .filter(each -> each.isBefore(this))
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }
}
