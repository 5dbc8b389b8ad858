package app.chancery.platform.decisions;

import java.util.Map;
import java.util.TreeMap;

/**
 * A policy table has no answer for a case. The programme waits (the engine raises an incident with
 * this message) until the table is mended and the job retried.
 */
public class NoRuleMatched extends RuntimeException {

  public NoRuleMatched(String table, Map<String, Object> inputs) {
    super(
        "No rule of the decision table '%s' matches %s. Mend the table, deploy it and retry the job."
            .formatted(table, new TreeMap<>(inputs)));
  }
}
