package app.chancery;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
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
    ApplicationContext application = SpringExtension.getApplicationContext(context);
    connect(application);
    clean(application);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ClockUtil.reset();
    clean(SpringExtension.getApplicationContext(context));
  }

  /**
   * The REST interface and the webapps find their engine in static fields, which other tests'
   * applications in this JVM overwrite when they start and empty when they stop.
   */
  private static void connect(ApplicationContext application) {
    ProcessEngines.registerProcessEngine(application.getBean(ProcessEngine.class));
    Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
    Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
    Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
    Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
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
