package app.chancery.platform.engine.fast;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reads the engine's mappings of its tables, a second's work, while others make the tables: it
 * begins as soon as it is known what is to be started, and the engine takes what is read when it
 * comes to it.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class MappingsAhead extends AbstractProcessEnginePlugin implements BeanFactoryPostProcessor {

  /** As the engine calls the databases that Chancery can work on, by how an address begins. */
  private static final Map<String, String> KINDS =
      Map.of("jdbc:h2:", "h2", "jdbc:postgresql:", "postgres");

  private static final String NO_PREFIX = "";

  private final Optional<String> database;
  private final FutureTask<Configuration> mappings;

  /**
   * @param url of the engine's database
   */
  MappingsAhead(String url) {
    database =
        KINDS.entrySet().stream()
            .filter(kind -> url.startsWith(kind.getKey()))
            .map(Map.Entry::getValue)
            .findAny();
    mappings = new FutureTask<>(() -> read(database.orElseThrow()));
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (database.isPresent()) {
      // Not of a pool: it needs this thread's class loader.
      Thread reader = new Thread(mappings, "engine-mappings");
      reader.setDaemon(true);
      reader.start();
    }
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getDatabaseType() == null) {
      engine.initDatabaseType();
    }
    if (isFor(engine)) {
      Configuration read = read();
      read.setEnvironment(
          new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
      read.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
      if (engine.isJdbcBatchProcessing()) {
        read.setDefaultExecutorType(ExecutorType.BATCH);
      }
      engine.setSqlSessionFactory(new DefaultSqlSessionFactory(read));
    }
  }

  /** Otherwise it reads them itself. */
  private boolean isFor(ProcessEngineConfigurationImpl engine) {
    return database.filter(kind -> kind.equals(engine.getDatabaseType())).isPresent()
        && NO_PREFIX.equals(engine.getDatabaseTablePrefix())
        // Its transactions are managed.
        && engine instanceof SpringProcessEngineConfiguration;
  }

  /** Waits until they are read. */
  Configuration read() {
    try {
      return mappings.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The engine's mappings cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the engine's mappings were read", e);
    }
  }

  /** As the engine does it in {@code initSqlSessionFactory}. */
  static Configuration read(String database) throws IOException {
    Properties properties = new Properties();
    properties.put("prefix", NO_PREFIX);
    ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, NO_PREFIX, database);
    String file = ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE;
    try (Reader reader =
        new InputStreamReader(ReflectUtil.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      return new XMLConfigBuilder(reader, "", properties).parse();
    }
  }
}
