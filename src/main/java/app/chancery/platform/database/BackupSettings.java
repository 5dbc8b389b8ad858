package app.chancery.platform.database;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How an embedded database is backed up; a database on a server has programs of its own for that.
 *
 * @param folder where to; null or blank for nowhere
 * @param at when, every day
 * @param zone of that time
 * @param kept how many of the newest backups stay, 1 or more
 */
@ConfigurationProperties("chancery.backup")
record BackupSettings(String folder, LocalTime at, ZoneId zone, int kept) {

  BackupSettings {
    if (kept < 1) {
      throw new IllegalArgumentException("chancery.backup.kept must be 1 or more");
    }
  }

  Optional<Path> where() {
    return folder == null || folder.isBlank()
        ? Optional.empty()
        : Optional.of(Path.of(folder).toAbsolutePath());
  }
}
