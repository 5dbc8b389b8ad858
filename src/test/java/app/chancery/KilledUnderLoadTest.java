package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.rehearsal.commandline.CommandLine;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application in a JVM of its own, killed hard at random moments while clients open programmes,
 * answer tasks and report activities. What was answered is there afterwards, and there once; what
 * was sent without an answer is there once or not at all.
 */
@Tag("own-application")
class KilledUnderLoadTest {

  private static final long SEED = 18;
  private static final int KILLS = Campaign.times(3, 10);
  private static final int CLIENTS = 3;

  /** It is killed in the midst of the next answers after so many, at most. */
  private static final int MOST_ANSWERS = 40;

  private static final Duration AMIDST = Duration.ofMillis(100);

  private static final int ACTIVITIES_EACH = 4;

  @TempDir Path folder;

  private final Random luck = new Random(SEED);
  private final Queue<String> candidates = new ConcurrentLinkedQueue<>(candidates());

  /** What was sent, by kind and name, and whether it was answered. */
  private final Map<String, Boolean> sent = new ConcurrentHashMap<>();

  /** Answers that no kill explains. */
  private final Queue<AssertionError> wrong = new ConcurrentLinkedQueue<>();

  @Test
  void anEmbeddedDatabaseKeepsWhatWasAnswered() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("chancery");
    killedUnderLoad(url, "sa");
    everyAnswerIsKeptOnce(url, "sa");
    theAuditIsWhole(url, "sa");
  }

  @Test
  void aPostgresqlKeepsWhatWasAnswered() throws Exception {
    try (EmbeddedPostgres database = InstalledOffice.postgres()) {
      String url = InstalledOffice.urlOf(database);
      killedUnderLoad(url, "postgres");
      everyAnswerIsKeptOnce(url, "postgres");
      theAuditIsWhole(url, "postgres");
    }
  }

  private void killedUnderLoad(String url, String user) throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      OfficeProcess office = start(url, user);
      List<Thread> clients = new ArrayList<>();
      try {
        office.awaitStart();
        long enough = answered() + 1 + luck.nextInt(MOST_ANSWERS);
        for (int client = 0; client < CLIENTS; client++) {
          Thread work = new Thread(() -> work(office.port()));
          work.start();
          clients.add(work);
        }
        office.await(() -> answered() >= enough);
        office.live(Duration.ofMillis(luck.nextLong(AMIDST.toMillis())));
      } finally {
        office.kill();
      }
      for (Thread client : clients) {
        client.join(Duration.ofMinutes(1).toMillis());
        assertThat(client.isAlive()).isFalse();
      }
    }
    assertThat(wrong).isEmpty();
    OfficeProcess last = start(url, user);
    last.awaitStart();
    last.await(() -> last.printed().contains("Starting up the JobExecutor"));
    last.stop();
    assertThat(last.printed())
        .as("first it begins no job any more, last it closes the database")
        .containsPattern("(?s)Shutting down the JobExecutor.*Commencing graceful.*Shutdown comp")
        .doesNotContain("Database is already closed");
  }

  private OfficeProcess start(String url, String user) {
    return OfficeProcess.start(
        ChanceryApplication.class,
        folder.resolve("office.log"),
        List.of(
            "--spring.profiles.active=local",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--chancery.sample-portfolio=false",
            InstalledOffice.keysFor(url),
            "--spring.autoconfigure.exclude="
                + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
            "--server.port=0"));
  }

  /** Until there is nobody to answer any more. */
  private void work(int port) {
    Visitor analyst = Visitor.program(port, "analyst");
    Visitor officer = Visitor.program(port, "officer");
    try {
      for (String candidate = candidates.poll(); candidate != null; candidate = candidates.poll()) {
        open(candidate, analyst);
        for (int activity = 0; activity < ACTIVITIES_EACH; activity++) {
          report(candidate, activity, officer);
        }
        // By now the engine has come to it.
        answerTask(candidate, analyst);
      }
    } catch (UncheckedIOException e) {
      assertThat(e.getCause()).as("the server is gone").isNotNull();
    } catch (AssertionError e) {
      wrong.add(e);
    }
  }

  private void open(String candidate, Visitor analyst) {
    send(
        "programme " + key(candidate),
        () ->
            analyst.post(
                "/api/v1/programmes",
                """
                {"candidate": "%s", "name": "Country %1$s", "european": true, "region": "europe",
                 "propagandaExposure": "low", "indicators": {"publicSupportPct":
                   {"value": 60, "asOf": "2026-06-30", "source": "sample figure"}}}
                """
                    .formatted(candidate)),
        201);
  }

  private void answerTask(String candidate, Visitor analyst) {
    JsonNode tasks =
        analyst.json(
            "/engine-rest/task?taskDefinitionKey=userTask_fileIntelligenceBriefs"
                + "&processInstanceBusinessKey="
                + key(candidate));
    for (JsonNode task : tasks) {
      String path = "/engine-rest/task/" + task.get("id").asText();
      analyst.post(path + "/claim", "{\"userId\": \"analyst\"}");
      send(
          "brief " + key(candidate),
          () ->
              analyst.post(
                  path + "/submit-form",
                  """
                  {"variables": {
                    "briefs": {"value": "%s | liaison | high | Nothing new"},
                    "moreBriefsToCome": {"value": false}}}
                  """
                      .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(9))),
          204);
    }
  }

  private void report(String candidate, int number, Visitor officer) {
    String name = "Exercise " + number + " with " + candidate;
    send(
        "activity " + name,
        () ->
            officer.post(
                "/api/v1/programmes/" + key(candidate) + "/activities",
                """
                {"kind": "workshop", "name": "%s", "date": "%s",
                 "participants": ["%s", "FR"], "source": "Minutes"}
                """
                    .formatted(name, LocalDate.now(ZoneOffset.UTC).minusDays(1), candidate)),
        201);
  }

  private interface Sending {
    HttpResponse<String> answer();
  }

  private void send(String what, Sending sending, int success) {
    sent.put(what, false);
    HttpResponse<String> answer = sending.answer();
    assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(success);
    sent.put(what, true);
  }

  private long answered() {
    return sent.values().stream().filter(answered -> answered).count();
  }

  private void everyAnswerIsKeptOnce(String url, String user) throws SQLException {
    List<String> there = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, user, "");
        ResultSet rows = connection.createStatement().executeQuery(THERE)) {
      while (rows.next()) {
        there.add(rows.getString(1));
      }
    }
    List<String> answered =
        sent.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    System.out.printf(
        Locale.ROOT,
        "seed %s: %s kills, %s answered of %s sent, %s there%n",
        SEED,
        KILLS,
        answered.size(),
        sent.size(),
        there.size());
    assertThat(answered)
        .anyMatch(each -> each.startsWith("programme"))
        .anyMatch(each -> each.startsWith("brief"))
        .anyMatch(each -> each.startsWith("activity"));
    assertThat(there).doesNotHaveDuplicates().containsAll(answered);
    assertThat(sent.keySet()).containsAll(there);
  }

  /** However often whoever makes the links of the chain was killed at it. */
  private static void theAuditIsWhole(String url, String user) throws SQLException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        new CommandLine(Object.class, terminal, terminal)
            .run(
                "audit",
                "verify",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user);
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(CommandLine.DONE);
    try (Connection connection = DriverManager.getConnection(url, user, "");
        ResultSet audited = connection.createStatement().executeQuery(AUDITED)) {
      assertThat(audited.next()).isTrue();
      assertThat(audited.getLong("decisions")).isPositive();
      assertThat(audited.getLong("in_chain")).isEqualTo(audited.getLong("decisions"));
      assertThat(audited.getLong("waiting")).isZero();
    }
  }

  private static final String AUDITED =
      """
      select (select count(*) from decision_record) as decisions,
        (select count(*) from audit_record where act = 'decision') as in_chain,
        (select count(*) from audit_waiting) as waiting
      """;

  /** A programme is its row and its process. */
  private static final String THERE =
      """
      select 'programme ' || programme_key from programme
        join act_hi_procinst on business_key_ = programme_key
          and proc_def_key_ = 'enlargement-programme'
      union all
      select 'activity ' || name from activity
      union all
      select 'brief ' || programme from intelligence_brief
      """;

  private static String key(String candidate) {
    return candidate + "-" + LocalDate.now(ZoneId.of("Europe/Brussels")).getYear();
  }

  /** Countries that are no Allies, in an order that the seed does not touch. */
  private static List<String> candidates() {
    List<String> allies =
        List.of(
            "AL BE BG CA HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB US"
                .split(" "));
    return Arrays.stream(Locale.getISOCountries()).filter(each -> !allies.contains(each)).toList();
  }
}
