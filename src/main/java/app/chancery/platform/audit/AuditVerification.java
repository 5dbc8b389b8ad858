package app.chancery.platform.audit;

import app.chancery.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.h2.api.ErrorCode;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The command that verifies the audit in the database of the settings. It starts nothing of the
 * office and writes nothing.
 */
public final class AuditVerification {

  /** So many records are read between two lines of progress. */
  private static final long LINE_EVERY = 100_000;

  /** How H2 and PostgreSQL call a table that is not there. */
  private static final Set<String> NO_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

  private final PrintStream out;
  private final PrintStream err;

  public AuditVerification(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * @param settings of the office, such as {@code --spring.datasource.url=…}, beside those of the
   *     environment
   * @return whether every record is as it was recorded; what is wrong is printed
   * @throws IllegalStateException if there is no audit to be read, in a sentence
   */
  public boolean run(List<String> settings) {
    try (ConfigurableApplicationContext found =
        new SpringApplicationBuilder(Settings.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .run(settings.toArray(String[]::new))) {
      return verify(found.getEnvironment());
    }
  }

  private boolean verify(Environment settings) {
    String url = settings.getRequiredProperty("spring.datasource.url");
    AuditPolicy policy = Binder.get(settings).bindOrCreate("chancery.audit", AuditPolicy.class);
    Optional<Anchors> anchors = Anchors.of(policy, url);
    SingleConnectionDataSource database =
        new SingleConnectionDataSource(
            EmbeddedDatabase.readOnly(url),
            settings.getProperty("spring.datasource.username", ""),
            settings.getProperty("spring.datasource.password", ""),
            true);
    try {
      List<Chain.End> ends = anchors.isPresent() ? anchors.get().read() : List.of();
      Verification.Result result =
          new Verification(JdbcClient.create(database), progress()).run(ends);
      print(result, ends.size(), anchors);
      return result.isWhole();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw explained(e, url);
    } finally {
      database.destroy();
    }
  }

  private LongConsumer progress() {
    return read -> {
      if (read % LINE_EVERY == 0) {
        err.println(read + " records read …");
      }
    };
  }

  private void print(Verification.Result result, int ends, Optional<Anchors> anchors) {
    if (!result.isWhole()) {
      out.println("Record " + result.bad() + " is the first bad one: " + result.why() + ".");
    }
    out.println(
        result.read()
            + " records read"
            + (result.isWhole() ? "; the chain is whole." : " that are as they were recorded."));
    out.println(
        anchors
            .map(file -> ends + " ends of the chain compared with " + file + ".")
            .orElse(
                "No ends of the chain are kept outside the database (chancery.audit.anchors)."));
  }

  /** What a database says that is not there, in use, or of somebody else. */
  private static RuntimeException explained(RuntimeException failed, String url) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return new IllegalStateException(sentence(refused, url), failed);
      }
    }
    return failed;
  }

  private static String sentence(SQLException refused, String url) {
    if (refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return "The database at " + url + " is in use: end the office that has it open";
    }
    if (refused.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
      return "There is no database at " + url;
    }
    if (NO_TABLE.contains(refused.getSQLState())) {
      return "The database at " + url + " has no audit: start the office on it first";
    }
    return "The database at " + url + " cannot be read: " + refused.getMessage();
  }

  /** Nothing is started; the files and the environment are read. */
  static class Settings {}
}
