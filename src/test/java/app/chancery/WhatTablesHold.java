package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a text in the whole database. */
public final class WhatTablesHold {

  private WhatTablesHold() {}

  /** Every column of every table, those of the engine too, as text or as bytes. */
  public static Set<String> tablesWith(JdbcClient db, String sentinel) {
    Set<String> found = new TreeSet<>();
    List<Map<String, Object>> columns =
        db.sql(
                """
                select c.table_name, c.column_name from information_schema.columns c
                join information_schema.tables t
                  on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE'
                """)
            .query()
            .listOfRows();
    assertThat(columns).hasSizeGreaterThan(300);
    for (Map<String, Object> column : columns) {
      String table = column.get("table_name").toString();
      List<Object> values =
          db.sql("select \"%s\" from \"%s\"".formatted(column.get("column_name"), table))
              .query((row, number) -> text(row.getObject(1)))
              .list();
      if (values.stream().anyMatch(value -> value.toString().contains(sentinel))) {
        found.add(table.toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private static Object text(Object value) {
    try {
      if (value instanceof Blob blob) {
        try (InputStream bytes = blob.getBinaryStream()) {
          return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
      }
      if (value instanceof Clob clob) {
        return clob.getSubString(1, (int) clob.length());
      }
      return value instanceof byte[] bytes
          ? new String(bytes, StandardCharsets.ISO_8859_1)
          : String.valueOf(value);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
