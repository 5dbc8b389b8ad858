package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.support.SimpleTriggerContext;

/** Backups are named by their time, which may be put back. */
class EmbeddedBackupTest {

  @TempDir Path folder;

  @Test
  void theNewestMadeStaysAndTakesNoOthersPlaceAlthoughTheClockWasPutBack() throws IOException {
    List<Path> made = new ArrayList<>();
    for (String moment : List.of("03:30", "04:30", "03:30", "03:30")) {
      made.add(backUp(Instant.parse("2026-11-29T" + moment + ":00Z"), 3));
    }

    assertThat(made).doesNotHaveDuplicates();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".zip")))
          .hasSize(3)
          .contains(made.get(3));
    }
    assertThat(folder.resolve("last")).content().isEqualTo(made.get(3).getFileName() + "\n");
  }

  @Test
  void whatWasMissedIsMadeWhenTheOfficeIsUpAndNoOther() throws IOException {
    Instant noon = Instant.parse("2026-11-29T12:00:00Z");
    made(at(noon.plusSeconds(60)), 1);
    lastIsOf(noon.plusSeconds(5));
    made(at(noon.plusSeconds(90)), 1);
    made(at(noon.plus(Duration.ofHours(23))), 1);
    made(at(noon.plus(Duration.ofHours(25))), 2);
    lastIsOf(noon.minus(Duration.ofHours(1)));
    made(at(noon.minusSeconds(60)), 2);
    made(at(noon.plusSeconds(120)), 3);
  }

  /**
   * At 02:30 of 28 March 2027 the clocks of Brussels show 03:30; on 31 October they do so twice.
   */
  @ParameterizedTest
  @CsvSource({
    "2027-03-27T12:00:00Z, 2027-03-28T01:30:00Z, 2027-03-29T00:30:00Z",
    "2027-10-30T12:00:00Z, 2027-10-31T00:30:00Z, 2027-11-01T01:30:00Z"
  })
  void aNightOnWhichTheClocksAreChangedHasOneBackup(Instant before, Instant night, Instant next) {
    EmbeddedBackup backups = inBrussels(before);

    assertThat(backups.next(new SimpleTriggerContext(Clock.fixed(before, ZoneOffset.UTC))))
        .isEqualTo(night);
    assertThat(backups.next(new SimpleTriggerContext(night, night, night.plusSeconds(5))))
        .isEqualTo(next);
    assertThat(backups.next(new SimpleTriggerContext(night, night, night.minusMillis(2))))
        .as("also if the clock went a bit slow")
        .isEqualTo(next);
  }

  @Test
  void inTheNightOnWhichTheClocksAreChangedNoneIsMissingBeforeItsTime() throws IOException {
    made(inBrussels(Instant.parse("2027-03-27T01:31:00Z")), 1);
    lastIsOf(Instant.parse("2027-03-27T01:30:05Z"));

    made(inBrussels(Instant.parse("2027-03-28T01:29:00Z")), 1);
    made(inBrussels(Instant.parse("2027-03-28T01:31:00Z")), 2);
  }

  @Test
  void anOfficeThatStartsLooksForItself() {
    EmbeddedBackup backups = at(Instant.parse("2026-11-29T12:01:00Z"));
    backups.start();
    try {
      Awaitility.await().untilAsserted(() -> assertThat(folder.resolve("last")).exists());
    } finally {
      backups.stop();
    }
  }

  private void made(EmbeddedBackup backups, int number) throws IOException {
    backups.makeUp();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".zip"))).hasSize(number);
    }
  }

  private void lastIsOf(Instant moment) throws IOException {
    Files.setLastModifiedTime(folder.resolve("last"), FileTime.from(moment));
  }

  private EmbeddedBackup at(Instant now) {
    return backups(now, 5);
  }

  private EmbeddedBackup inBrussels(Instant now) {
    return backups(
        now,
        new BackupSettings(
            folder.toString(), LocalTime.of(2, 30), ZoneId.of("Europe/Brussels"), 5));
  }

  private Path backUp(Instant now, int kept) throws IOException {
    return backups(now, kept).backUp();
  }

  private EmbeddedBackup backups(Instant now, int kept) {
    return backups(
        now, new BackupSettings(folder.toString(), LocalTime.NOON, ZoneOffset.UTC, kept));
  }

  private EmbeddedBackup backups(Instant now, BackupSettings settings) {
    String url = "jdbc:h2:file:" + folder.resolve("database").resolve("chancery");
    JdbcConnectionDetails database =
        new JdbcConnectionDetails() {
          @Override
          public String getUsername() {
            return "sa";
          }

          @Override
          public String getPassword() {
            return "";
          }

          @Override
          public String getJdbcUrl() {
            return url;
          }
        };
    return new EmbeddedBackup(
        JdbcClient.create(new DriverManagerDataSource(url, "sa", "")),
        settings,
        database,
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
