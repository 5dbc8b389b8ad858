package app.chancery.platform.decisions;

import app.chancery.platform.words.Words;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy table has no answer for a case, or several where only one may be. The programme waits
 * (the engine raises an incident with this message) until the table is mended and the job retried.
 */
public abstract class TableWithoutAnswer extends RuntimeException {

  private final String inShort;

  /**
   * @param key of what is wrong, told with the table and the case
   */
  TableWithoutAnswer(String key, String table, Map<String, Object> inputs) {
    this(Words.of(key).formatted(table, new TreeMap<>(inputs)));
  }

  private TableWithoutAnswer(String inShort) {
    super(inShort + " " + Words.of("tableWithoutAnswer.mend"));
    this.inShort = inShort;
  }

  /** What is wrong, without what to do: of a table that is not in use nothing waits. */
  public String inShort() {
    return inShort;
  }
}
