package app.chancery.platform.engine.fast;

import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.camunda.bpm.engine.impl.DefaultArtifactFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The engine for the engine's own tests, as {@code src/test/engine-suite/camunda.cfg.xml} sets it
 * up: without Chancery, but with what makes its engine fast, unless {@code chancery.engine.fast} is
 * false. Like Chancery's, it takes part in Spring's transactions.
 */
public class SuiteEngine extends SpringProcessEngineConfiguration {

  /** The tests open many engines on one database. */
  private static final TransactionAwareDataSourceProxy DATABASE =
      new TransactionAwareDataSourceProxy(pool());

  public SuiteEngine() {
    setDataSource(DATABASE);
    setTransactionManager(new DataSourceTransactionManager(DATABASE));
    setTransactionsExternallyManaged(true);
    // Spring's makes beans of listeners and delegates.
    setArtifactFactory(new DefaultArtifactFactory());
    if (!"false".equals(System.getProperty("chancery.engine.fast"))) {
      JdbcClient db = JdbcClient.create(DATABASE);
      getProcessEnginePlugins().add(new FastReading(() -> db));
    }
  }

  private static PooledDataSource pool() {
    PooledDataSource pool =
        new PooledDataSource(
            "org.h2.Driver",
            "jdbc:h2:mem:camunda;DB_CLOSE_DELAY=1000;LOCK_TIMEOUT=10000",
            "sa",
            "");
    pool.setPoolMaximumActiveConnections(50);
    pool.setPoolMaximumIdleConnections(10);
    return pool;
  }
}
