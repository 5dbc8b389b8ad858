package app.chancery;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Leaves the office as it was before the test: no processes, no records, the real time. */
class CleanOffice implements BeforeEachCallback, AfterEachCallback {

  /** Reference data, and the tables of the tools. */
  private static final Set<String> KEPT =
      Set.of("ally", "databasechangelog", "databasechangeloglock");

  @Override
  public void beforeEach(ExtensionContext context) {
    // Applications of other tests in this JVM register and unregister an engine of the same name,
    // and the REST interface and the webapps take the one that is registered.
    ProcessEngines.registerProcessEngine(
        SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
    clean(SpringExtension.getApplicationContext(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ClockUtil.reset();
    clean(SpringExtension.getApplicationContext(context));
  }

  private static void clean(ApplicationContext application) {
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
                .deleteProcessInstance(id, "end of test", true, true, true, true));
    JdbcClient db = application.getBean(JdbcClient.class);
    db
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        .map(table -> table.toLowerCase(java.util.Locale.ROOT))
        .filter(table -> !table.startsWith("act_") && !KEPT.contains(table))
        // Truncating passes by the trigger that keeps recorded decisions from being deleted.
        .forEach(table -> db.sql("truncate table " + table + " restart identity").update());
    db.sql("delete from ally where source = 'test' or source like 'accession:%'").update();
  }
}
