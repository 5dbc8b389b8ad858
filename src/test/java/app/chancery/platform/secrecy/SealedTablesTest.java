package app.chancery.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table with something sealed in it, as the schema has them. */
@OfficeTest
class SealedTablesTest {

  @Autowired List<SealedTable> tables;
  @Autowired JdbcClient db;

  @Test
  void aChangeOfKeysReachesEverySealedTable() {
    assertThat(tablesWith("sealed_by"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(tables.stream().map(SealedTable::name).toList());
    // Sessions are sealed by their own ids, which browsers have, and end.
    assertThat(tablesWith("sealed"))
        .filteredOn(table -> !table.equals("web_session"))
        .containsExactlyInAnyOrderElementsOf(tablesWith("sealed_by"));
  }

  @Test
  void aRowIsKnownByItsPrimaryKeyAndBoundToWhatItAlwaysHas() {
    for (SealedTable table : tables) {
      assertThat(table.key())
          .as(table.name())
          .containsExactlyInAnyOrderElementsOf(
              db.sql(
                      """
                      select lower(k.column_name) from information_schema.key_column_usage k
                      join information_schema.table_constraints c
                        on c.constraint_name = k.constraint_name
                      where lower(k.table_name) = :table and c.constraint_type = 'PRIMARY KEY'
                      """)
                  .param("table", table.name())
                  .query(String.class)
                  .list());
      assertThat(
              db.sql(
                      """
                      select lower(column_name) from information_schema.columns
                      where lower(table_name) = :table and is_nullable = 'NO'
                      """)
                  .param("table", table.name())
                  .query(String.class)
                  .list())
          .as(table.name())
          .containsAll(table.boundTo())
          .contains("sealed", "sealed_by");
    }
  }

  private List<String> tablesWith(String column) {
    return db.sql(
            """
            select distinct lower(table_name) from information_schema.columns
            where lower(column_name) = :column and table_schema = 'PUBLIC'
            """)
        .param("column", column)
        .query(String.class)
        .list();
  }
}
