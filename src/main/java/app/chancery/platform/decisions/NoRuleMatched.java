package app.chancery.platform.decisions;

import app.chancery.platform.words.Words;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy table has no answer for a case. The programme waits (the engine raises an incident with
 * this message) until the table is mended and the job retried.
 */
public class NoRuleMatched extends RuntimeException {

  public NoRuleMatched(String table, Map<String, Object> inputs) {
    super(
        Words.of("noRuleMatched.noRuleOfTheDecisionTable").formatted(table, new TreeMap<>(inputs)));
  }
}
