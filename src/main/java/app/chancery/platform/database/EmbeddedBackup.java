package app.chancery.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Backs an embedded database up while people work: nobody else can, as long as the office has it
 * open. A file that is there is whole, and its owner alone can read it.
 */
@Component
@ConditionalOnWebApplication
public class EmbeddedBackup implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBackup.class);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String ENDING = ".zip";

  /** For one that is under way when the office stops; Docker gives a stop 75 seconds. */
  private static final int LONGEST_WAIT_SECONDS = 20;

  /** Written with each backup: which it was. */
  private static final String LAST = "last";

  private final JdbcClient db;
  private final BackupSettings settings;
  private final Optional<DatabaseFile> database;
  private final Clock clock;
  private volatile ThreadPoolTaskScheduler thread;

  EmbeddedBackup(JdbcClient db, BackupSettings settings, JdbcConnectionDetails url, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.database = DatabaseFile.of(url.getJdbcUrl());
    this.clock = clock;
  }

  /**
   * Makes a backup now, and deletes those that are too many.
   *
   * @return the file; unzipped it is the file of the database
   * @throws IllegalStateException if no folder is named, or the database is not in a file
   */
  public synchronized Path backUp() throws IOException {
    Path folder = settings.where().orElseThrow(IllegalStateException::new);
    String name = database.orElseThrow(IllegalStateException::new).path().getFileName() + "-";
    Path draft = folder.resolve(name + "draft");
    Path backup = fresh(folder, name);
    Files.deleteIfExists(draft);
    try {
      DatabaseFile.createForOwner(draft);
      db.sql("backup to '" + draft.toString().replace("'", "''") + "'").update();
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(draft, backup, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    for (Path tooOld : tooMany(folder, name, backup)) {
      Files.delete(tooOld);
    }
    Files.writeString(folder.resolve(LAST), backup.getFileName() + "\n");
    return backup;
  }

  /** Where the clock was put back there may be one of that second. */
  private Path fresh(Path folder, String name) {
    return Stream.iterate(clock.instant(), moment -> moment.plusSeconds(1))
        .map(moment -> folder.resolve(name + STAMP.format(moment) + ENDING))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }

  /** Never the one that was made just now, whatever time others say that they are of. */
  private List<Path> tooMany(Path folder, String name, Path made) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .filter(file -> file.toString().endsWith(ENDING))
          .filter(file -> !file.equals(made))
          .sorted(Comparator.reverseOrder())
          .skip(settings.kept() - 1L)
          .toList();
    }
  }

  /** Makes the one for whose minute no office was there. */
  void makeUp() {
    Instant now = clock.instant();
    ZonedDateTime today = now.atZone(settings.zone());
    Instant due = dueOn(dueOn(today).isAfter(now) ? today.minusDays(1) : today);
    Path last = settings.where().orElseThrow(IllegalStateException::new).resolve(LAST);
    try {
      if (Files.notExists(last) || Files.getLastModifiedTime(last).toInstant().isBefore(due)) {
        safely();
      }
    } catch (IOException e) {
      LOG.error("Whether a backup was missed cannot be seen", e);
    }
  }

  /** The next one; that of the day on which the last one was is not made again. */
  Instant next(TriggerContext context) {
    Instant last =
        Stream.of(context.lastScheduledExecution(), context.lastCompletion())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElseGet(() -> context.getClock().instant());
    ZonedDateTime day = last.atZone(settings.zone());
    return dueOn(dueOn(day).isAfter(last) ? day : day.plusDays(1));
  }

  /**
   * Where the clocks leave the time out it is as much later, and where they show it twice, once.
   */
  private Instant dueOn(ZonedDateTime day) {
    return day.with(settings.at()).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The next one comes whatever happened to this one. */
  private void safely() {
    try {
      LOG.info("The database is backed up in {}", backUp());
    } catch (IOException | DataAccessException e) {
      LOG.error("The database was not backed up", e);
    }
  }

  @Override
  public void start() {
    if (settings.where().isPresent() && database.isPresent()) {
      ThreadPoolTaskScheduler backups = new ThreadPoolTaskScheduler();
      backups.setThreadNamePrefix("backup-");
      backups.setDaemon(true);
      // An interrupted one would close the file of the database under everybody else.
      backups.setWaitForTasksToCompleteOnShutdown(true);
      backups.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
      backups.setAwaitTerminationSeconds(LONGEST_WAIT_SECONDS);
      backups.initialize();
      backups.schedule(this::safely, this::next);
      backups.execute(this::makeUp);
      thread = backups;
    }
  }

  @Override
  public void stop() {
    if (thread != null) {
      thread.shutdown();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
