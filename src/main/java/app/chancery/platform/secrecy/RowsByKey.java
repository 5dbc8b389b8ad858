package app.chancery.platform.secrecy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much of a table is sealed with one key.
 *
 * @param key its id
 */
record RowsByKey(String key, long count) {

  static List<RowsByKey> of(JdbcClient db, SealedTable table) {
    return db.sql(
            "select sealed_by, count(*) as rows_of_key from %s group by sealed_by order by sealed_by"
                .formatted(table.name()))
        .query(
            (row, number) -> new RowsByKey(row.getString("sealed_by"), row.getLong("rows_of_key")))
        .list();
  }
}
