package app.chancery.platform.database;

import javax.sql.DataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.ui.UIServiceEnum;
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
      DatabaseSettings policy) {
    Tables tables = new Tables(address.getJdbcUrl(), policy.waitForTables(), policy.writtenInUtc());
    tables.setDataSource(source);
    tables.setChangeLog(settings.getChangeLog());
    tables.setShowSummary(UpdateSummaryEnum.OFF);
    tables.setUiService(UIServiceEnum.LOGGER);
    return tables;
  }
}
