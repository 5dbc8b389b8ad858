package app.chancery.platform.watching;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is told to who watches the office.
 *
 * @param recountAfter how old figures may be; not negative
 * @param backupFile what is written at the end of each backup that succeeded: its time is that of
 *     the backup. Empty: backups are not told of
 */
@ConfigurationProperties("chancery.watching")
record WatchingSettings(Duration recountAfter, String backupFile) {

  WatchingSettings {
    if (recountAfter.isNegative()) {
      throw new IllegalArgumentException("chancery.watching.recount-after must not be negative");
    }
  }

  Optional<Path> backup() {
    return backupFile == null || backupFile.isBlank()
        ? Optional.empty()
        : Optional.of(Path.of(backupFile));
  }
}
