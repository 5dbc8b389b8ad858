package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Which release's models a database has. */
class ModelsOfReleaseTest {

  @ParameterizedTest
  @CsvSource({
    "1.0.0, 1.0.0, 1.0.0",
    "1.0.0, 1.0.1, 1.0.1",
    "1.9.0, 1.10.0, 1.10.0",
    "1.10.0, 1.9.0, 1.10.0",
    "2.0.0, 1.99.99, 2.0.0"
  })
  void theNewestReleaseStaysWhoeverStarts(String known, String starting, String after) {
    SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);
    JdbcClient db = JdbcClient.create(database);
    db.sql("create table models_release (id integer primary key, release varchar(40))").update();
    for (String release : List.of(known, starting)) {
      ModelsOfRelease models = new ModelsOfRelease(db, release);
      models.claim();
    }

    assertThat(db.sql("select release from models_release").query(String.class).list())
        .containsExactly(after);
    assertThat(new ModelsOfRelease(db, starting).claim()).isEqualTo(after.equals(starting));
    database.destroy();
  }

  @Test
  void theReleaseIsThatOfTheBuild() throws Exception {
    Matcher version =
        Pattern.compile("<artifactId>chancery</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    List<PropertySource<?>> settings =
        new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yml"));

    assertThat(settings)
        .extracting(each -> each.getProperty("chancery.release"))
        .contains(version.group(1));
  }
}
