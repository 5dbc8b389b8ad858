package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.TableVersions;
import java.util.function.Supplier;

/**
 * The policy in one state of its tables, to be judged by.
 *
 * @param versions of the tables; none where one of them is not in use anywhere
 * @param words see {@link #inWords}
 */
public record Policy(
    Tiering tiering,
    Moves moves,
    Thresholds thresholds,
    PackageTemplates templates,
    DecisionTables tables,
    TableVersions versions,
    Supplier<String> words) {

  /** Which one it is, to be read after "by": "the policy of 3 Mar 2026". */
  public String inWords() {
    return words.get();
  }
}
