package app.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;

/** The database of an office that worked with the jar of a release. */
public final class ReleasedDump {

  private ReleasedDump() {}

  /**
   * Puts it into an empty database.
   *
   * @return when that office last worked
   */
  public static Instant restore(String release, DataSource database) throws SQLException {
    Path folder = ReleasedModels.folder(release).resolve("dump");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
      if (h2) {
        Path script = folder.resolve("h2.sql.gz").toAbsolutePath();
        statement.execute("runscript from '" + script + "' compression gzip charset 'UTF-8'");
      } else {
        statement.execute(text(folder.resolve("postgresql.sql.gz")));
        statement.execute("set search_path to public");
      }
      try (ResultSet last =
          statement.executeQuery("select max(start_time_) from act_hi_taskinst")) {
        last.next();
        return last.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
      }
    }
  }

  private static String text(Path file) {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
