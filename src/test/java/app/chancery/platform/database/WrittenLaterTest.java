package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class WrittenLaterTest {

  private static final String URL = "jdbc:h2:mem:written-later";

  private final JdbcClient db =
      JdbcClient.create(new DriverManagerDataSource(URL + ";DB_CLOSE_DELAY=-1", "sa", ""));

  private final WrittenLater writes = new WrittenLater(db, URL);

  @ParameterizedTest
  @ValueSource(strings = {"0", "20"})
  void halfASecondIsGatheredMeanwhileAndThenIsAsBefore(String before) {
    db.sql("set write_delay " + before).update();
    AtomicReference<String> meanwhile = new AtomicReference<>();
    writes.during(() -> meanwhile.set(delay()));
    assertThat(meanwhile).hasValue("500");
    assertThat(delay()).isEqualTo(before);
  }

  @Test
  void itIsAsBeforeIfTheWorkFails() {
    db.sql("set write_delay 0").update();
    assertThatThrownBy(
            () ->
                writes.during(
                    () -> {
                      throw new IllegalStateException("It failed");
                    }))
        .hasMessage("It failed");
    assertThat(delay()).isEqualTo("0");
  }

  private String delay() {
    return db.sql(
            "select max(setting_value) from information_schema.settings"
                + " where setting_name = 'WRITE_DELAY'")
        .query(String.class)
        .single();
  }
}
