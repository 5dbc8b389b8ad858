package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The application in a JVM of its own, which can be killed. */
public final class OfficeProcess {

  /** Each start is on another machine: Buddhist years, other digits, an i without a dot. */
  private static final List<List<String>> MACHINES =
      List.of(
          machine("th", "TH", "America/Los_Angeles"),
          machine("ar", "EG", "Asia/Kathmandu"),
          machine("tr", "TR", "Pacific/Chatham"));

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  private static final AtomicInteger STARTED = new AtomicInteger();

  private final Process process;
  private final Path log;

  private OfficeProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param main the class that is started
   * @param log everything that it prints; written anew
   * @param arguments as on the command line
   */
  public static OfficeProcess start(Class<?> main, Path log, List<String> arguments) {
    return start(main, log, Map.of(), arguments);
  }

  /** The same with variables in its environment, besides those of this machine. */
  static OfficeProcess start(
      Class<?> main, Path log, Map<String, String> environment, List<String> arguments) {
    List<String> command = OfficeJvm.command(main);
    command.addAll(1, MACHINES.get(STARTED.getAndIncrement() % MACHINES.size()));
    return start(command, log, environment, arguments);
  }

  /** A node as a container of docker-compose.yml runs it, for as long as it is wanted. */
  public static OfficeProcess node(
      Path log, Map<String, String> environment, List<String> arguments) {
    return start(
        OfficeJvm.commandOfContainer(ChanceryApplication.class), log, environment, arguments);
  }

  private static OfficeProcess start(
      List<String> command, Path log, Map<String, String> environment, List<String> arguments) {
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      return new OfficeProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> machine(String language, String country, String zone) {
    return List.of(
        "-Duser.language=" + language, "-Duser.country=" + country, "-Duser.timezone=" + zone);
  }

  /** Waits for something that the living process brings about. */
  public void await(Callable<Boolean> state) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(5))
        .until(
            () -> {
              assertThat(process.isAlive()).as(() -> "alive; it printed " + printed()).isTrue();
              return state.call();
            });
  }

  /** Waits until it is up; only its own log says so. */
  public void awaitStart() {
    await(this::isStarted);
  }

  /** Where it listens, once it is up. */
  public int port() {
    Matcher port = PORT.matcher(printed());
    assertThat(port.find()).isTrue();
    return Integer.parseInt(port.group(1));
  }

  public long pid() {
    return process.pid();
  }

  public boolean isStarted() {
    return printed().contains("Started ChanceryApplication");
  }

  /**
   * Lets it live for that long.
   *
   * @throws AssertionError if it ends by itself before
   */
  public void live(Duration duration) throws InterruptedException {
    assertThat(process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS))
        .as(() -> "ended by itself; it printed " + printed())
        .isFalse();
  }

  /** On Linux this is SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
  }

  /** Ends it as it should end. */
  public void stop() throws InterruptedException {
    process.destroy();
    // What is being made for the portfolio is finished first.
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
  }

  public String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
