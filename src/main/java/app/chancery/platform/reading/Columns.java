package app.chancery.platform.reading;

import java.util.List;
import java.util.Set;

/**
 * What a table may be.
 *
 * @param known the names of its columns, which may stand in any order
 * @param required those that every table has
 * @param most how many columns it may have, with those that are empty
 * @param mostRows how many rows it may have
 */
public record Columns(List<String> known, Set<String> required, int most, int mostRows) {

  public Columns {
    known = List.copyOf(known);
    required = Set.copyOf(required);
  }

  /** Every column in every table, and as many rows as there are. */
  public static Columns all(List<String> known) {
    return new Columns(known, Set.copyOf(known), Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  String listed() {
    return String.join(", ", known);
  }
}
