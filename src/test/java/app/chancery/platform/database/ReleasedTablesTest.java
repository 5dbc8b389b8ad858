package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ReleasedDump;
import app.chancery.ReleasedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What was released stays as it is, and a node of an older release works on the tables of a newer
 * one: tables are first added to, and what nobody uses any more is taken away later
 * (docs/CONTRIBUTING.md).
 */
class ReleasedTablesTest {

  private static final Path SEALED = Path.of("src/test/resources/released/change-sets.txt");

  /** Before the release beside which a change cannot be made. */
  private static final String NOT_BESIDE = "not-beside-";

  private final SingleConnectionDataSource database =
      new SingleConnectionDataSource("jdbc:h2:mem:released-" + UUID.randomUUID(), true);

  private final JdbcTemplate db = new JdbcTemplate(database);

  static Stream<String> releases() {
    return ReleasedModels.all();
  }

  @AfterEach
  void close() {
    database.destroy();
  }

  /** Seals the present ones if told so: {@code -Dchancery.change-sets=seal}. */
  @Test
  void aChangeSetThatWasInstalledIsNeverEdited() throws LiquibaseException, IOException {
    List<String> now = ChangeSets.ours().stream().map(ChangeSets::sealed).toList();
    if (System.getProperty("chancery.change-sets", "").equals("seal")) {
      Files.write(SEALED, now);
    }

    assertThat(now)
        .as("change sets; what is installed somewhere is changed by a new one")
        .doesNotHaveDuplicates()
        .containsAll(Files.readAllLines(SEALED));
    assertThat(now).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void whatAReleaseUsesIsStillThereForItsNodes(String release)
      throws LiquibaseException, SQLException {
    ReleasedDump.restore(release, database);
    Set<String> used = new TreeSet<>(db.queryForList(USED, String.class));
    List<String> optional = db.queryForList(OPTIONAL, String.class);
    Set<String> tight = new TreeSet<>(db.queryForList(TIGHT, String.class));
    String tables =
        db
            .queryForList(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'",
                String.class)
            .stream()
            .map(each -> "'" + each + "'")
            .collect(Collectors.joining(", "));

    Tables newest = new Tables("jdbc:h2:mem:", Duration.ofMinutes(1), true, "1.0.0");
    newest.setDataSource(database);
    newest.setResourceLoader(new DefaultResourceLoader());
    newest.setLabelFilter("!" + NOT_BESIDE + release);
    TablesConfiguration.set(newest, "classpath:db/changelog/changelog.yaml");
    newest.afterPropertiesSet();

    String remedy = "; add first, and take away in a later release (docs/CONTRIBUTING.md)";
    assertThat(without(used, db.queryForList(USED, String.class)))
        .as("columns that nodes of " + release + " read and write and that are gone" + remedy)
        .isEmpty();
    assertThat(without(db.queryForList(TIGHT, String.class), tight))
        .filteredOn(each -> tables.contains("'" + each.split(" ", 2)[0] + "'"))
        .as("what rows must be, which nodes of " + release + " do not know of" + remedy)
        .isEmpty();
    assertThat(without(optional, db.queryForList(OPTIONAL, String.class)))
        .as("columns that nodes of " + release + " may leave empty and that may not be" + remedy)
        .isEmpty();
    assertThat(used).hasSizeGreaterThan(500);
    assertThat(optional).hasSizeGreaterThan(100);
    assertThat(tight).hasSizeGreaterThan(50);
  }

  private static List<String> without(Collection<String> all, Collection<String> some) {
    return all.stream().filter(each -> !some.contains(each)).toList();
  }

  /** So that nobody finds out in the midst of an upgrade. */
  @Test
  void whoeverUpgradesIsToldOfWhatCannotRunBesideEachOther()
      throws LiquibaseException, IOException {
    String told = Files.readString(Path.of("docs/operations.md"));
    List<String> releases = releases().toList();
    for (ChangeSet change : ChangeSets.ours()) {
      for (String label : change.getLabels().getLabels()) {
        assertThat(label).as(change.getId()).startsWith(NOT_BESIDE);
        String release = label.substring(NOT_BESIDE.length());
        assertThat(releases).as(change.getId()).contains(release);
        assertThat(told).as(change.getId()).contains("no node of " + release);
      }
    }
  }

  /** Tables with their columns, as wide as they are. */
  private static final String USED =
      """
      select table_name || ' ' || column_name || ' ' || data_type
        || coalesce('(' || character_maximum_length || ')', '')
      from information_schema.columns where table_schema = 'PUBLIC'
      """;

  private static final String OPTIONAL =
      """
      select table_name || ' ' || column_name from information_schema.columns
      where table_schema = 'PUBLIC' and is_nullable = 'YES'
      """;

  /** What a row of a table must have, not have twice, or is refused for. */
  private static final String TIGHT =
      """
      select table_name || ' needs ' || column_name from information_schema.columns
      where table_schema = 'PUBLIC' and is_nullable = 'NO' and column_default is null
        and is_identity = 'NO'
      union
      select table_name || ' once '
        || listagg(column_name, ',') within group (order by ordinal_position)
      from information_schema.index_columns where table_schema = 'PUBLIC' and is_unique
      group by table_name, index_name
      union
      select table_name || ' ' || constraint_type || ' ' || constraint_name
      from information_schema.table_constraints
      where table_schema = 'PUBLIC' and constraint_type not in ('PRIMARY KEY', 'UNIQUE')
      union
      select event_object_table || ' refuses ' || event_manipulation || ' ' || trigger_name
      from information_schema.triggers where trigger_schema = 'PUBLIC'
      """;
}
