package app.chancery.rehearsal.commandline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes some seconds is run in a JVM that is set up for that. The optimising compiler and the
 * collector that works beside a server take a quarter of all processor time and are not paid back.
 * Both are chosen when a JVM begins, so the jar is started once more, as people would have to start
 * it otherwise.
 */
public final class ShortRun {

  private static final Logger LOG = LoggerFactory.getLogger(ShortRun.class);

  /** What another JVM does not know it passes over. */
  private static final List<String> SETTINGS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          // The classes fill as much; on the way there the heap would be searched through thrice.
          "-XX:MetaspaceSize=200m");

  /** Who says one of these has set up the JVM, or looks into it. */
  private static final List<String> OF_WHO_KNOWS = List.of("-XX", "-agent", "-javaagent", "-Xint");

  private ShortRun() {}

  /**
   * Runs the jar this JVM was started with once more, with what it reads and prints, and waits.
   *
   * @param arguments as this JVM was given them
   * @return the exit code of the other JVM; none if there is none, because this one was not started
   *     with a jar, or was set up by whoever started it
   */
  public static OptionalInt inAnotherJvm(String... arguments) {
    String jar = System.getProperty("java.class.path");
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (!wasStartedWith(jar) || options.stream().anyMatch(ShortRun::isOfWhoKnows)) {
      return OptionalInt.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SETTINGS);
    command.addAll(options);
    command.addAll(List.of("-jar", jar));
    command.addAll(List.of(arguments));
    try {
      Process run = new ProcessBuilder(command).inheritIO().start();
      // Whoever ends this one means that one.
      Runtime.getRuntime().addShutdownHook(new Thread(run::destroy));
      return OptionalInt.of(run.waitFor());
    } catch (IOException e) {
      LOG.info("The command takes longer than it need: no other JVM could be started", e);
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Nobody waits for the other JVM any more", e);
    }
  }

  private static boolean wasStartedWith(String jar) {
    return Files.isRegularFile(Path.of(jar))
        && System.getProperty("sun.java.command", "").startsWith(jar + " ");
  }

  private static boolean isOfWhoKnows(String option) {
    return OF_WHO_KNOWS.stream().anyMatch(option::startsWith);
  }
}
