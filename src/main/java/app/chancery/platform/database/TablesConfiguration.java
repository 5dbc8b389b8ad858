package app.chancery.platform.database;

import java.util.Optional;
import javax.sql.DataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.ui.UIServiceEnum;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(LiquibaseProperties.class)
class TablesConfiguration {

  @Bean
  static SpringLiquibase liquibase(
      DataSource source,
      JdbcConnectionDetails address,
      LiquibaseProperties settings,
      DatabaseSettings policy,
      @Value("${chancery.release}") String release,
      Optional<TablesAhead> ahead) {
    Tables tables =
        new Tables(address.getJdbcUrl(), policy.waitForTables(), policy.writtenInUtc(), release) {
          @Override
          public void afterPropertiesSet() throws LiquibaseException {
            if (ahead.isPresent()) {
              ahead.get().await();
            } else {
              super.afterPropertiesSet();
            }
          }
        };
    tables.setDataSource(source);
    set(tables, settings.getChangeLog());
    return tables;
  }

  static void set(Tables tables, String changeLog) {
    tables.setChangeLog(changeLog);
    tables.setShowSummary(UpdateSummaryEnum.OFF);
    tables.setUiService(UIServiceEnum.LOGGER);
  }
}
