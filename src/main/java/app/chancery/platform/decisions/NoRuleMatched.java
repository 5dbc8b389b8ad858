package app.chancery.platform.decisions;

import app.chancery.platform.words.Words;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy table has no answer for a case. The programme waits (the engine raises an incident with
 * this message) until the table is mended and the job retried.
 */
public class NoRuleMatched extends RuntimeException {

  private final String inShort;

  public NoRuleMatched(String table, Map<String, Object> inputs) {
    this(Words.of("noRuleMatched.noRule").formatted(table, new TreeMap<>(inputs)));
  }

  private NoRuleMatched(String inShort) {
    super(inShort + " " + Words.of("noRuleMatched.mend"));
    this.inShort = inShort;
  }

  /** What is missing, without what to do: of a table that is not in use nothing waits. */
  public String inShort() {
    return inShort;
  }
}
