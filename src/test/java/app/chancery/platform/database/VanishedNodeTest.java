package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.InstalledOffice;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the connections of a node ask of a PostgreSQL, in case that its machine is suddenly gone.
 */
@Tag("own-application")
class VanishedNodeTest {

  private static EmbeddedPostgres database;

  @BeforeAll
  static void startADatabase() {
    database = InstalledOffice.postgres();
  }

  @AfterAll
  static void stopIt() throws IOException {
    database.close();
  }

  @Test
  void theServerLetsANodeGoThatSaysNothingAnyMore() throws IOException {
    try (HikariDataSource pool = poolOn(InstalledOffice.urlOf(database))) {
      assertThat(setting(pool, "idle_in_transaction_session_timeout")).isEqualTo("2min");
      assertThat(setting(pool, "tcp_keepalives_idle")).isEqualTo("60");
      assertThat(setting(pool, "tcp_keepalives_interval")).isEqualTo("10");
      assertThat(setting(pool, "tcp_keepalives_count")).isEqualTo("3");
    }
  }

  @Test
  void anAddressWithOptionsOfItsOwnHasThoseInstead() throws IOException {
    String url = InstalledOffice.urlOf(database) + "&options=-c%20work_mem=17MB";
    try (HikariDataSource pool = poolOn(url)) {
      assertThat(setting(pool, "work_mem")).isEqualTo("17MB");
      assertThat(setting(pool, "idle_in_transaction_session_timeout")).isEqualTo("0");
    }
  }

  private static String setting(HikariDataSource pool, String name) {
    return JdbcClient.create(pool).sql("show " + name).query(String.class).single();
  }

  /** As the profile has it; what stands in it is of this pool alone. */
  private static HikariDataSource poolOn(String url) throws IOException {
    StandardEnvironment profile = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("postgres", new ClassPathResource("application-postgres.yml"))
        .forEach(profile.getPropertySources()::addFirst);
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    Binder.get(profile).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
    pool.setMaximumPoolSize(1);
    return pool;
  }
}
