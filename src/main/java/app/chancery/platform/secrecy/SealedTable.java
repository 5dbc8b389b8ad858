package app.chancery.platform.secrecy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with a sealed column: {@code sealed} holds it, {@code sealed_by} the id of its key. Every
 * such table is a bean, so that a change of keys reaches it.
 *
 * @param key the columns of its primary key
 * @param boundTo the columns whose values what is sealed is bound to: with others it does not open,
 *     so it cannot be moved to another row. Texts, whole numbers, or moments of at most
 *     microseconds
 */
public record SealedTable(String name, List<String> key, List<String> boundTo) {

  public SealedTable {
    key = List.copyOf(key);
    boundTo = List.copyOf(boundTo);
  }

  /**
   * Where something is sealed for.
   *
   * @param values of the columns that it is bound to
   */
  String place(Object... values) {
    if (values.length != boundTo.size()) {
      throw new IllegalArgumentException("What is in %s is bound to %s".formatted(name, boundTo));
    }
    StringBuilder place = new StringBuilder(name);
    for (Object value : values) {
      String text = text(value);
      // With its length, so that no two rows read the same.
      place.append('|').append(text.length()).append(':').append(text);
    }
    return place.toString();
  }

  String place(ResultSet row) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (String column : boundTo) {
      values.add(row.getObject(column));
    }
    return place(values.toArray());
  }

  /** The same whatever a database makes of it. */
  private static String text(Object value) {
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant().toString();
    }
    return value instanceof Timestamp moment
        ? moment.toInstant().toString()
        : String.valueOf(value);
  }
}
