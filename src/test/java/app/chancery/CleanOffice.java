package app.chancery;

import app.chancery.records.alliance.Ally;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Leaves the office as it was before the test: no processes, no history, no records, the real time.
 */
class CleanOffice implements BeforeEachCallback, AfterEachCallback {

  /** Reference data, and the tables of the tools. */
  private static final Set<String> KEPT =
      Set.of("ally", "databasechangelog", "databasechangeloglock", "secrecy_key", "web_session");

  /** The Allies each application began with; tests may admit some and forget some. */
  private static final Map<ApplicationContext, List<Ally>> FOUNDING_DATA =
      new ConcurrentHashMap<>();

  /** Chancery's own tables and the history in each application; most are empty after most tests. */
  private static final Map<ApplicationContext, List<String>> TABLES = new ConcurrentHashMap<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    clean(SpringExtension.getApplicationContext(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ClockUtil.reset();
    clean(SpringExtension.getApplicationContext(context));
  }

  static void clean(ApplicationContext application) {
    ProcessEngine engine = application.getBean(ProcessEngine.class);
    List<String> roots =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .rootProcessInstances()
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    roots.forEach(
        id ->
            engine
                .getRuntimeService()
                .deleteProcessInstance(id, "end of test", true, true, true, false));
    JdbcClient db = application.getBean(JdbcClient.class);
    List<String> tables = TABLES.computeIfAbsent(application, first -> tables(db));
    // Truncating passes by the trigger that keeps recorded decisions from being deleted.
    db.sql(
            tables.stream()
                .map(table -> "select '%s' where exists (select * from %s)".formatted(table, table))
                .collect(Collectors.joining(" union all ")))
        .query(String.class)
        .list()
        .forEach(table -> db.sql("truncate table " + table + " restart identity").update());
    List<Ally> founding = FOUNDING_DATA.computeIfAbsent(application, first -> allies(db));
    if (!allies(db).equals(founding)) {
      db.sql("delete from ally").update();
      founding.forEach(ally -> insert(db, ally));
    }
  }

  private static List<String> tables(JdbcClient db) {
    return db
        .sql(
            """
            select lower(table_name) from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(table -> !table.startsWith("act_") || table.startsWith("act_hi_"))
        .filter(table -> !KEPT.contains(table))
        .toList();
  }

  private static List<Ally> allies(JdbcClient db) {
    return db.sql("select iso2, name, party_since, source from ally order by iso2")
        .query(
            (row, number) ->
                new Ally(
                    row.getString("iso2"),
                    row.getString("name"),
                    row.getObject("party_since", LocalDate.class),
                    row.getString("source")))
        .list();
  }

  private static void insert(JdbcClient db, Ally ally) {
    db.sql("insert into ally (iso2, name, party_since, source) values (?, ?, ?, ?)")
        .params(ally.iso2(), ally.name(), ally.partySince(), ally.source())
        .update();
  }
}
