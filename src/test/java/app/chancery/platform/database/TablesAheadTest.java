package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TablesAheadTest {

  private final TablesAhead ahead = new TablesAhead();

  @Test
  void theTablesAreInTheDatabaseThatTheOfficeThenOpensThoughItsNameIsLeftToChance()
      throws LiquibaseException {
    try (StaticApplicationContext office = office("changelog.yaml")) {
      ahead.initialize(office);
      ahead.await();

      String url = office.getEnvironment().getRequiredProperty("spring.datasource.url");
      assertThat(
              new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""))
                  .queryForObject("select count(*) from programme", Integer.class))
          .isZero();
      assertThat(office.getBeanFactory().getBean(TablesAhead.class)).isSameAs(ahead);
    }
  }

  @Test
  void whoeverWaitsForTablesThatCannotBeMadeLearnsWhy() {
    try (StaticApplicationContext office = office("nowhere.yaml")) {
      ahead.initialize(office);

      assertThatThrownBy(ahead::await)
          .isInstanceOf(LiquibaseException.class)
          .hasStackTraceContaining("nowhere.yaml");
    }
  }

  private static StaticApplicationContext office(String changeLog) {
    StandardEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "settings",
                Map.of(
                    "spring.datasource.url",
                    "jdbc:h2:mem:ahead-${random.uuid};DB_CLOSE_DELAY=-1",
                    "spring.datasource.username",
                    "sa",
                    "spring.datasource.password",
                    "",
                    "spring.liquibase.change-log",
                    "classpath:db/changelog/" + changeLog)));
    RandomValuePropertySource.addToEnvironment(settings);
    StaticApplicationContext office = new StaticApplicationContext();
    office.setEnvironment(settings);
    return office;
  }
}
