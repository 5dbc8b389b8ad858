package app.chancery.bench;

import app.chancery.ComposeFile;
import app.chancery.OfficeProcess;
import app.chancery.WatchedConnections;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node of docker-compose.yml as a process of its own, whose needs are measured. */
final class Node implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "bench");

  private static final Pattern USED = Pattern.compile("(?:total \\d+K, )?used (\\d+)K");

  private final String name;
  private final OfficeProcess process;

  private Node(String name, OfficeProcess process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Begins to start it; what it prints is in {@code target/bench/NAME.log}.
   *
   * @param service of docker-compose.yml
   * @param settings besides what that gives it, as on the command line
   */
  static Node start(String service, EmbeddedPostgres database, String... settings) {
    return start(service, service, database, Map.of(), settings);
  }

  /**
   * @param variables in place of those that the file gives it
   */
  static Node start(
      String service,
      String name,
      EmbeddedPostgres database,
      Map<String, String> variables,
      String... settings) {
    Map<String, String> environment = new HashMap<>(ComposeFile.here(service, database));
    environment.putAll(variables);
    List<String> arguments =
        new ArrayList<>(
            List.of("--server.port=0", "--server.address=127.0.0.1", WatchedConnections.NOT));
    arguments.addAll(List.of(settings));
    try {
      Files.createDirectories(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Node(
        name, OfficeProcess.node(FOLDER.resolve(name + ".log"), environment, arguments));
  }

  Node awaited() {
    process.awaitStart();
    return this;
  }

  String name() {
    return name;
  }

  int port() {
    return process.port();
  }

  /** Of a processor, since it was started. */
  double seconds() {
    return ProcessorTime.of(process.pid());
  }

  /** What it holds of the machine's memory now, and what it held at most, in MB. */
  List<Long> resident() {
    return List.of(memory("VmRSS"), memory("VmHWM"));
  }

  private long memory(String field) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
              .filter(line -> line.startsWith(field + ":"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is left in the heap when it has just been searched through, in MB. */
  long heap() {
    jcmd("GC.run");
    return USED.matcher(jcmd("GC.heap_info"))
            .results()
            // The last line is that of classes.
            .limit(2)
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .sum()
        / 1024;
  }

  private String jcmd(String command) {
    try {
      Process asked =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(process.pid()),
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its log tells as an error or a warning, each kind once, with how often. */
  Map<String, Integer> complaints() {
    Map<String, Integer> complaints = new HashMap<>();
    Matcher found =
        Pattern.compile("(?m)^\\S+ +(ERROR|WARN) .*?: (.*)$").matcher(process.printed());
    while (found.find()) {
      String kind = found.group(2).replaceAll("[0-9a-f]{8}-[0-9a-f-]+|\\d+", "…");
      complaints.merge(found.group(1) + " " + kind, 1, Integer::sum);
    }
    return complaints;
  }

  /** Everything that it has printed. */
  String printed() {
    return process.printed();
  }

  @Override
  public void close() {
    try {
      process.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
