package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.chancery.platform.database.EmbeddedBackup;
import app.chancery.platform.engine.migration.ModelMigration;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.commandline.CommandLine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.h2.tools.Restore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of an office that worked with an older release, as the dumps of that release have it
 * (src/test/resources/released), is brought up to date in place, and the work goes on; and so it
 * does on a backup of it that is restored as docs/operations.md says.
 */
@Tag("own-application")
class UpgradeTest {

  /** The programme with a round that is open in every dump. */
  private static final String AT_THE_COUNCIL = "XD-2026";

  private static final String USER = "postgres";

  private static final String MAP = "userTask_approveStakeholderMap";

  private static final Predicate<Programme> ADOPTED =
      programme -> programme.step() == Step.INTEGRATION;

  @TempDir Path folder;

  static Stream<String> releases() {
    return ReleasedModels.all();
  }

  @AfterEach
  void realTime() {
    ClockUtil.reset();
  }

  /** Programmes stay on their models, one of them to its end. */
  @ParameterizedTest
  @MethodSource("releases")
  void anEmbeddedDatabaseOfEveryReleaseGoesOnAndSoDoesItsBackup(String release) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("chancery");
    Path backups = folder.resolve("backups");
    Path older = Files.createDirectories(backups).resolve("chancery-20200101T000000Z.zip");
    Files.createFile(older);
    List<Path> made = new ArrayList<>();
    Kept kept =
        upgraded(
            release,
            url,
            "sa",
            office -> {},
            office -> made.add(office.bean(EmbeddedBackup.class).backUp()),
            "--chancery.backup.folder=" + backups,
            "--chancery.backup.kept=1",
            "--chancery.backup.at=" + elevenHoursFromNow());
    verify(CommandLine.DONE, url, "sa");
    assertThat(kept(url, "sa")).as("when there was no more work").isNotEqualTo(kept.rows());

    assertThat(older).doesNotExist();
    assertThat(Files.readString(backups.resolve("last")).strip())
        .isEqualTo(made.get(0).getFileName().toString());
    Path elsewhere = Files.createDirectory(folder.resolve("restored"));
    Restore.execute(made.get(0).toString(), elsewhere.toString(), null);
    String restored = "jdbc:h2:file:" + elsewhere.resolve("chancery");
    assertThat(kept(restored, "sa")).isEqualTo(kept.rows());
    goesOn(restored, "sa", kept.at(), programme -> !programme.isOpen());
    verify(CommandLine.DONE, restored, "sa");
    assertThat(
            verify(
                CommandLine.FAILED,
                restored,
                "sa",
                "--chancery.audit.anchors=" + folder.resolve("chancery.audit")))
        .as("by what was written down of the office whose last hours are lost")
        .contains("is the first bad one");
  }

  /** The office's own backup of the day must not come between. */
  private static LocalTime elevenHoursFromNow() {
    return LocalTime.now(Clock.system(ZoneId.of("Europe/Brussels")))
        .plusHours(11)
        .truncatedTo(ChronoUnit.MINUTES);
  }

  /** Programmes move to the newest models first. */
  @ParameterizedTest
  @MethodSource("releases")
  void aPostgresqlOfEveryReleaseGoesOnAndSoDoItsBackups(String release) throws Exception {
    boolean backedUp = PostgresPrograms.areInstalled();
    PostgresBackups backups = new PostgresBackups(folder);
    Kept kept;
    try (EmbeddedPostgres server =
        InstalledOffice.server().setServerConfig("archive_mode", "on").start()) {
      String url = InstalledOffice.urlOf(server);
      kept =
          upgraded(
              release,
              url,
              USER,
              office -> {
                assertThat(office.bean(ModelMigration.class).go(progress -> {}))
                    .as("what has to stay")
                    .isEmpty();
                if (backedUp) {
                  backups.begin(server);
                }
              },
              office -> {
                if (backedUp) {
                  backups.dump(server);
                }
              });
      verify(CommandLine.DONE, url, USER);
      assumeTrue(backedUp, "It was upgraded. To be backed up it needs pg_dump and pg_basebackup");

      String restored = backups.restoreDump(server);
      assertThat(kept(restored, USER)).isEqualTo(kept.rows());
      goesOn(restored, USER, kept.at(), ADOPTED);
      verify(CommandLine.DONE, restored, USER);
      assertThat(kept(url, USER)).as("when there was no more work").isNotEqualTo(kept.rows());
      backups.awaitArchive(server);
    }
    try (EmbeddedPostgres server = backups.restoreMoment()) {
      String url = InstalledOffice.urlOf(server);
      assertThat(kept(url, USER)).as("at the moment that was asked for").isEqualTo(kept.rows());
      goesOn(url, USER, kept.at(), ADOPTED);
      verify(CommandLine.DONE, url, USER);
    }
  }

  private interface Doing {
    void with(InstalledOffice office) throws Exception;
  }

  /**
   * What a database had when it was backed up.
   *
   * @param rows how many of each table
   */
  private record Kept(Instant at, List<String> rows) {}

  private static List<String> kept(String url, String user) {
    List<String> rows =
        JdbcClient.create(database(url, user))
            .sql(
                Stream.of(
                        "act_ru_task",
                        "act_hi_actinst",
                        "act_hi_taskinst",
                        "council_position",
                        "decision_record",
                        "deliverable",
                        "deliverable_print",
                        "interview",
                        "notice",
                        "(select done_at from audit_record union all select done_at from audit_waiting) a")
                    .map(table -> "select '%s ' || count(*) from %1$s".formatted(table))
                    .collect(Collectors.joining(" union all ")))
            .query(String.class)
            .list();
    assertThat(rows).noneMatch(each -> each.endsWith(" 0"));
    return rows;
  }

  /**
   * Puts the dump of a release into an empty database, and has this version go on with it.
   *
   * @param first done when it has come up
   * @param inTheMidst done while there is work
   * @return what was there then
   */
  private static Kept upgraded(
      String release, String url, String user, Doing first, Doing inTheMidst, String... settings)
      throws Exception {
    Instant last = ReleasedDump.restore(release, database(url, user));
    List<String> waiting = waiting(url, user);
    ClockUtil.setCurrentTime(Date.from(last.plus(Duration.ofHours(1))));
    try (InstalledOffice installed = start(url, settings)) {
      first.with(installed);
      nothingRestsUnsealed(installed.bean(JdbcClient.class));
      Office office = installed.bean(Office.class);
      Programmes programmes = installed.bean(Programmes.class);
      assertThat(office.openTaskIds()).containsExactlyInAnyOrderElementsOf(waiting);
      assertThat(programmes.open()).hasSize(5);
      assertThat(installed.bean(HistoryService.class).findHistoryCleanupJobs())
          .as("what cleans the history at night")
          .hasSize(1);
      everythingIsRead(programmes.open(), Visitor.program(installed.port(), "manager"));
      giveBackWhatSomebodyHas(installed.bean(TaskService.class));

      Rehearsal staff = installed.bean(Rehearsal.class);
      staff.run(() -> !office.openTasks(MAP).isEmpty(), happening -> {});
      String map = office.facts(office.openTasks(MAP).get(0)).get("mapPath").toString();
      assertThat(Visitor.program(installed.port(), "envoy").open(map).body())
          .as("what was said in an interview, as that release recorded it")
          .contains("Customs union");

      Kept kept = new Kept(office.now(), kept(url, user));
      inTheMidst.with(installed);
      workOn(installed, ADOPTED);
      return kept;
    }
  }

  private static void goesOn(String url, String user, Instant from, Predicate<Programme> over) {
    List<String> waiting = waiting(url, user);
    ClockUtil.setCurrentTime(Date.from(from));
    try (InstalledOffice installed = start(url)) {
      assertThat(installed.bean(Office.class).openTaskIds())
          .containsExactlyInAnyOrderElementsOf(waiting);
      workOn(installed, over);
    }
  }

  private static InstalledOffice start(String url, String... settings) {
    return InstalledOffice.on(
        url,
        application -> {},
        Stream.concat(
                Stream.of(
                    "--camunda.bpm.job-execution.enabled=false",
                    "--chancery.database.written-in-utc=true"),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  private static void workOn(InstalledOffice installed, Predicate<Programme> over) {
    Programmes programmes = installed.bean(Programmes.class);
    installed
        .bean(Rehearsal.class)
        .run(() -> over.test(programmes.get(AT_THE_COUNCIL)), happening -> {});
    assertThat(
            installed
                .bean(JdbcClient.class)
                .sql("select count(*) from act_ru_incident")
                .query(Integer.class)
                .single())
        .isZero();
    everythingIsRead(
        List.of(programmes.get(AT_THE_COUNCIL)), Visitor.program(installed.port(), "manager"));
  }

  private static DriverManagerDataSource database(String url, String user) {
    return new DriverManagerDataSource(url, user, "");
  }

  private static void nothingRestsUnsealed(JdbcClient db) {
    assertThat(db.sql("select count(*) from interview").query(Integer.class).single())
        .as("interviews that the release recorded")
        .isPositive();
    for (String kept :
        List.of("interview_unsealed", "interview_question_unsealed", "deliverable_unsealed")) {
      assertThat(db.sql("select count(*) from " + kept).query(Integer.class).single())
          .as(kept)
          .isZero();
    }
    assertThat(
            db.sql("select max(length(content)) from deliverable where kind = 'STAKEHOLDER_MAP'")
                .query(Integer.class)
                .single())
        .as("what stands in maps where everybody with the database reads it")
        .isZero();
  }

  private static List<String> waiting(String url, String user) {
    List<String> tasks =
        JdbcClient.create(database(url, user))
            .sql("select id_ from act_ru_task")
            .query(String.class)
            .list();
    assertThat(tasks).isNotEmpty();
    return tasks;
  }

  private static void everythingIsRead(List<Programme> programmes, Visitor reader) {
    for (Programme each : programmes) {
      String page = "/programmes/" + each.key();
      assertThat(reader.open(page).statusCode()).as(page).isEqualTo(200);
      String path = "/api/v1/programmes/" + each.key();
      reader
          .json(path)
          .at("/deliverables")
          .forEach(
              document -> {
                String pages =
                    path + "/deliverables/" + document.path("id").asText() + "?format=html";
                assertThat(reader.get(pages).statusCode()).as(pages).isEqualTo(200);
              });
    }
  }

  /** They have their tasks still; the staff of a rehearsal shares them out anew. */
  private static void giveBackWhatSomebodyHas(TaskService tasks) {
    for (String account : List.of("envoy", "planner")) {
      Task task = tasks.createTaskQuery().taskAssignee(account).singleResult();
      assertThat(task).as("the task of the " + account).isNotNull();
      tasks.setAssignee(task.getId(), null);
    }
  }

  /** Gives what `audit verify` says. */
  private static String verify(int code, String url, String user, String... settings) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "audit",
                "verify",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user));
    arguments.addAll(List.of(settings));
    assertThat(
            new CommandLine(Object.class, terminal, terminal).run(arguments.toArray(String[]::new)))
        .as(said.toString(StandardCharsets.UTF_8))
        .isEqualTo(code);
    return said.toString(StandardCharsets.UTF_8);
  }
}
