package app.chancery.platform.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database of the settings, for commands that work on one that is there. It is read without an
 * office, and neither made nor written.
 */
public final class ExistingDatabase {

  /** How H2 and PostgreSQL call a table that is not there. */
  private static final Set<String> NO_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

  private ExistingDatabase() {}

  /** What is read there, with the settings of the office. */
  public interface Reading<T> {
    T read(Environment settings, JdbcClient db);
  }

  /**
   * @param settings of the office, such as {@code --spring.datasource.url=…}, beside those of the
   *     environment
   * @param what what its tables are called, if one that is read is not there
   * @throws IllegalStateException if it is not there, in use, of somebody else or without its
   *     tables, in a sentence without its point
   */
  public static <T> T read(List<String> settings, String what, Reading<T> reading) {
    try (ConfigurableApplicationContext found =
        new SpringApplicationBuilder(Settings.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .run(settings.toArray(String[]::new))) {
      return read(found.getEnvironment(), what, reading);
    }
  }

  /**
   * The same for a command that starts an office on it afterwards.
   *
   * @throws IllegalStateException as above
   */
  public static void require(List<String> settings) {
    read(
        settings,
        "tables of Chancery",
        (all, db) -> db.sql("select count(*) from databasechangelog").query(Long.class).single());
  }

  private static <T> T read(Environment settings, String what, Reading<T> reading) {
    String url = settings.getRequiredProperty("spring.datasource.url");
    SingleConnectionDataSource database =
        new SingleConnectionDataSource(
            EmbeddedDatabase.readOnly(url),
            settings.getProperty("spring.datasource.username", ""),
            settings.getProperty("spring.datasource.password", ""),
            true);
    try {
      return reading.read(settings, JdbcClient.create(database));
    } catch (RuntimeException e) {
      throw explained(e, url, what);
    } finally {
      database.destroy();
    }
  }

  private static RuntimeException explained(RuntimeException failed, String url, String what) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        // What follows the name may hold a password.
        return new IllegalStateException(
            sentence(refused, url.replaceFirst("[;?].*", ""), what), failed);
      }
    }
    return failed;
  }

  private static String sentence(SQLException refused, String name, String what) {
    if (refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return "The database at " + name + " is in use: end the office that has it open";
    }
    if (refused.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
      return "There is no database at " + name;
    }
    if (NO_TABLE.contains(refused.getSQLState())) {
      return "The database at " + name + " has no " + what + ": start the office on it first";
    }
    String said = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    return "The database at " + name + " cannot be read: " + said.replaceFirst("\\.$", "");
  }

  /** Nothing is started; the files and the environment are read. */
  static class Settings {}
}
