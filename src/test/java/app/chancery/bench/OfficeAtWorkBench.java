package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.FailoverProxy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Many people at work at once, on two nodes as docker-compose.yml has them, behind a proxy that
 * passes each request to the next node as that of docker-compose.yml does. All of it shares this
 * machine: the people, the nodes and the database. System properties set the size: {@code
 * bench.people} (200), {@code bench.coming-in} (5 minutes in which they come in), {@code
 * bench.minutes} (10 after that), {@code bench.programmes} (10000), {@code bench.seed} (17), {@code
 * bench.pace} (1: as people; 2 is twice as fast), {@code bench.jobs=apart} (a third node runs the
 * jobs, and the two have people alone), {@code bench.keep} (a folder that has the database as it
 * was filled, for the next time).
 */
class OfficeAtWorkBench {

  /** What is asked for at the 95th percentile of a completion, in milliseconds. */
  private static final double AIM = 1000;

  private static final Duration COMING_IN =
      Duration.ofMinutes(Integer.getInteger("bench.coming-in", 5));

  /** Every so many seconds of the measured time a silence ends. */
  private static final int SECONDS_BETWEEN_SILENCES = 30;

  private final int people = Integer.getInteger("bench.people", 200);
  private final int programmes = Integer.getInteger("bench.programmes", 10_000);
  private final Duration measured =
      Duration.ofSeconds(
          Math.round(60 * Double.parseDouble(System.getProperty("bench.minutes", "10"))));
  private final long seed = Long.getLong("bench.seed", 17);
  private final double pace = Double.parseDouble(System.getProperty("bench.pace", "1"));
  private final boolean jobsApart = "apart".equals(System.getProperty("bench.jobs"));

  /** Processor time so far, by who takes it. */
  private record Spent(Map<String, Double> seconds) {}

  @Test
  void everybodyIsAnsweredInTimeAndWithoutAnError(@TempDir Path folder) throws Exception {
    String keep = System.getProperty("bench.keep", "");
    try (EmbeddedPostgres database =
        keep.isEmpty()
            ? database()
            : kept(
                Path.of(keep),
                folder.resolve("database"),
                fresh -> OfficeAtWork.fill(fresh, programmes, people, seed))) {
      Clicks clicks =
          measure(
              database,
              keep.isEmpty()
                  ? OfficeAtWork.fill(database, programmes, people, seed)
                  : OfficeAtWork.again(database, people, seed));
      assertThat(clicks.wrong()).isEmpty();
      assertThat(clicks.percentile(Clicks.COMPLETION, 0.95)).isLessThan(AIM);
    }
  }

  Clicks measure(EmbeddedPostgres database, OfficeAtWork office) throws IOException {
    JdbcClient db = JdbcClient.create(database.getDatabase("postgres", "chancery"));
    List<Node> nodes = new ArrayList<>();
    try (FailoverProxy proxy = new FailoverProxy()) {
      start(nodes, database);
      proxy.passInTurn(nodes.stream().limit(2).map(Node::port).toArray(Integer[]::new));
      awaitQuiet(db);
      AtomicReference<Instant> end = new AtomicReference<>();
      List<Spent> spent = new ArrayList<>();
      String load = load();
      Clicks clicks =
          office.work(
              proxy.port(),
              pace,
              COMING_IN,
              soFar -> Instant.now().isAfter(end.get()),
              () -> {
                Instant begin = Instant.now();
                end.set(begin.plus(measured));
                office.endSilences(
                    db, (int) (measured.toSeconds() / SECONDS_BETWEEN_SILENCES), begin, measured);
                spent.add(spent(db, nodes));
              },
              () -> spent.add(spent(db, nodes)));
      report(clicks, spent.get(0), spent.get(1), nodes, db, load + " to " + load());
      return clicks;
    } finally {
      nodes.forEach(Node::close);
    }
  }

  /** As docker-compose.yml has it; what is committed is on the disk. */
  static EmbeddedPostgres database() throws IOException {
    return settings().start();
  }

  private static EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "512MB")
        .setServerConfig("work_mem", "16MB");
  }

  /** A copy of what the folder has; if there is no such folder, it is filled first. */
  static EmbeddedPostgres kept(Path folder, Path copy, Consumer<EmbeddedPostgres> fill)
      throws IOException {
    if (!Files.exists(folder)) {
      try (EmbeddedPostgres database =
          settings().setDataDirectory(folder).setCleanDataDirectory(false).start()) {
        fill.accept(database);
      }
    }
    FileSystemUtils.copyRecursively(folder, copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
    return settings().setDataDirectory(copy).setCleanDataDirectory(false).start();
  }

  private void start(List<Node> nodes, EmbeddedPostgres database) {
    Map<String, String> variables = new HashMap<>();
    // Of the proxy here.
    variables.put("CHANCERY_TRUSTED_PROXIES", "127\\.0\\.0\\.1");
    if (jobsApart) {
      variables.put("CAMUNDA_BPM_JOBEXECUTION_ENABLED", "false");
    }
    for (String service : List.of("node-1", "node-2")) {
      nodes.add(Node.start(service, service, database, variables).awaited());
    }
    if (jobsApart) {
      nodes.add(Node.start("node-2", "jobs", database, Map.of()).awaited());
    }
  }

  /** What the filling left for the nodes to do is done: jobs that were due, links of the audit. */
  private static void awaitQuiet(JdbcClient db) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                db.sql(
                            """
                            select (select count(*) from audit_waiting)
                              + (select count(*) from act_ru_job
                                where duedate_ < now() at time zone 'UTC' and retries_ > 0)
                            """)
                        .query(Long.class)
                        .single()
                    < 10);
  }

  private static Spent spent(JdbcClient db, List<Node> nodes) {
    Map<String, Double> spent = new LinkedHashMap<>();
    spent.put("people and proxy", ProcessorTime.of(ProcessHandle.current().pid()));
    nodes.forEach(node -> spent.put(node.name(), node.seconds()));
    spent.put("PostgreSQL", ProcessorTime.ofServer(db));
    return new Spent(spent);
  }

  private void report(
      Clicks clicks, Spent before, Spent after, List<Node> nodes, JdbcClient db, String load)
      throws IOException {
    Report kinds = new Report("office-at-work", Clicks.HEADING);
    clicks.addTo(kinds, measured);
    kinds.write();
    Report machine =
        new Report(
            "office-at-work-machine",
            "| | processors taken | share | memory now, MB | most | heap after collection |");
    double all =
        after.seconds().entrySet().stream()
            .mapToDouble(each -> each.getValue() - before.seconds().get(each.getKey()))
            .sum();
    after
        .seconds()
        .forEach(
            (who, seconds) -> {
              double took = seconds - before.seconds().get(who);
              List<String> memory =
                  nodes.stream()
                      .filter(node -> node.name().equals(who))
                      .findFirst()
                      .map(
                          node ->
                              List.of(
                                  node.resident().get(0).toString(),
                                  node.resident().get(1).toString(),
                                  Long.toString(node.heap())))
                      .orElse(List.of("", "", ""));
              List<String> figures = new ArrayList<>();
              figures.add(String.format(Locale.ROOT, "%.0f %%", 100 * took / all));
              figures.addAll(memory);
              machine.add(
                  who, String.format(Locale.ROOT, "%.2f", took / measured.toSeconds()), figures);
            });
    machine.write();
    System.out.printf(
        Locale.ROOT,
        "%d people, %s programmes, %s, pace %.1f; load average %s; %s processors, %s%n",
        people,
        db.sql("select count(*) from programme").query(Long.class).single(),
        measured,
        pace,
        load,
        Runtime.getRuntime().availableProcessors(),
        Files.readAllLines(Path.of("/proc/meminfo")).get(0));
    System.out.println("came too late: " + clicks.tooLate());
    clicks.wrong().stream().limit(50).forEach(System.out::println);
    nodes.forEach(node -> System.out.println(node.name() + " complains: " + node.complaints()));
  }

  static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
