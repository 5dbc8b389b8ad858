package app.chancery.platform.engine.fast;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** An engine of its own, fast or as its makers made it, on a database in memory that counts. */
final class SmallEngine implements AutoCloseable {

  private final AtomicInteger statements = new AtomicInteger();
  private final TransactionAwareDataSourceProxy database;
  final JdbcClient db;
  final ProcessEngine engine;

  SmallEngine(
      boolean fast, Map<String, Object> beans, Consumer<SpringProcessEngineConfiguration> more) {
    String name = UUID.randomUUID().toString();
    database =
        new TransactionAwareDataSourceProxy(
            new Counting(
                new DriverManagerDataSource(
                    "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "")));
    db = JdbcClient.create(database);
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setDataSource(database);
    configuration.setTransactionManager(new DataSourceTransactionManager(database));
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setMetricsEnabled(false);
    configuration.setEnableCmdExceptionLogging(false);
    configuration.setJobExecutorActivate(false);
    configuration.setBeans(new HashMap<>(beans));
    if (fast) {
      configuration.getProcessEnginePlugins().add(new FastReading(() -> db));
    }
    more.accept(configuration);
    engine = configuration.buildProcessEngine();
  }

  void deploy(BpmnModelInstance model) {
    engine.getRepositoryService().createDeployment().addModelInstance("p.bpmn", model).deploy();
  }

  /** How many statements this takes. */
  int statements(Runnable work) {
    statements.set(0);
    work.run();
    return statements.get();
  }

  @Override
  public void close() {
    engine.close();
    db.sql("shutdown").update();
  }

  private final class Counting extends DelegatingDataSource {

    Counting(DriverManagerDataSource counted) {
      super(counted);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("prepareStatement")) {
                  statements.incrementAndGet();
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
