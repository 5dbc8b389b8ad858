package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class MappingsAheadTest {

  @Autowired private MappingsAhead ahead;
  @Autowired private ProcessEngine engine;

  @Test
  void theEngineTakesWhatWasReadAhead() {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThat(configuration.getSqlSessionFactory().getConfiguration()).isSameAs(ahead.read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void whatIsReadAheadIsWhatTheEngineReads(String database) throws IOException {
    Configuration own = new ReadingItself(database).mappings();
    Configuration read = MappingsAhead.read(database);

    assertThat(read.getResultMapNames()).isEqualTo(own.getResultMapNames());
    assertThat(statements(read)).hasSizeGreaterThan(500).isEqualTo(statements(own));
  }

  /** Each statement by its name, with its text where that depends on nothing. */
  private static Map<String, String> statements(Configuration mappings) {
    Map<String, String> statements = new TreeMap<>();
    for (String name : mappings.getMappedStatementNames()) {
      if (name.contains(".")) {
        MappedStatement statement = mappings.getMappedStatement(name);
        boolean fixed = statement.getSqlSource() instanceof RawSqlSource;
        statements.put(name, fixed ? statement.getBoundSql(null).getSql() : "");
      }
    }
    return statements;
  }

  private static class ReadingItself extends StandaloneProcessEngineConfiguration {

    ReadingItself(String database) {
      databaseType = database;
      // It is not opened.
      dataSource = new JdbcDataSource();
    }

    Configuration mappings() {
      initTransactionFactory();
      initSqlSessionFactory();
      return sqlSessionFactory.getConfiguration();
    }
  }
}
