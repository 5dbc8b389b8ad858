package app.chancery.bench;

import app.chancery.OfficeJvm;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contender in a JVM of its own, as the class paths of engines do not mix. It does what it is
 * told, line by line, and stands still meanwhile.
 */
final class ContenderJvm implements AutoCloseable {

  private static final String REPLY = "reply: ";
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

  private final Run run;
  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader output;

  ContenderJvm(Run run) {
    this.run = run;
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("bench."))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    try {
      command.addAll(List.of("-cp", classPath(run), ContenderJvm.class.getName(), run.name()));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** All start at once; then each is waited for. */
  void awaitReady() {
    reply();
  }

  Cost cost(Work work) {
    orders.println("cost " + work.name());
    return Cost.read(reply());
  }

  /** "statements (trips)", of each. */
  String count(Work work) {
    orders.println("count " + work.name());
    return reply();
  }

  private String reply() {
    try {
      for (String line; (line = output.readLine()) != null; ) {
        if (line.startsWith(REPLY)) {
          return line.substring(REPLY.length());
        }
        System.out.println(run + ": " + line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(run + " has ended");
  }

  /** It ends when there are no orders any more. */
  @Override
  public void close() {
    orders.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  private static String classPath(Run run) throws IOException {
    return run.isPeer()
        ? String.join(File.pathSeparator, harness().toString(), peer(run))
        : OfficeJvm.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
  }

  /** As Maven finds it; once, until the versions change. */
  private static String peer(Run run) throws IOException {
    Path versions = Path.of("src", "test", "bench", "pom.xml");
    Path file = FOLDER.resolve(run.profile() + ".classpath");
    if (Files.exists(file)
        && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(versions)) > 0) {
      return Files.readString(file).strip();
    }
    Path log = FOLDER.resolve(run.profile() + ".log");
    Files.createDirectories(FOLDER);
    Process maven =
        new ProcessBuilder(
                "./mvnw",
                "-B",
                "-q",
                "-f",
                versions.toString(),
                "-P" + run.profile(),
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + file)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (maven.waitFor() != 0) {
        throw new IllegalStateException("no class path of " + run + ", see " + log);
      }
    } catch (InterruptedException e) {
      maven.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Files.readString(file).strip();
  }

  /** This package alone: nothing of the office, its models and settings. */
  private static Path harness() throws IOException {
    Path classes =
        Path.of(ContenderJvm.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path to = FOLDER.resolve("harness");
    String packageFolder = ContenderJvm.class.getPackageName().replace('.', '/');
    Files.createDirectories(to.resolve(packageFolder));
    try (Stream<Path> all = Files.list(classes.resolve(packageFolder))) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        Files.copy(
            each,
            to.resolve(packageFolder).resolve(each.getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }

  /**
   * @param arguments the name of a {@link Run}
   */
  public static void main(String[] arguments) throws IOException {
    try (Contender contender = Run.valueOf(arguments[0]).start();
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(REPLY + "ready");
      for (String line; (line = orders.readLine()) != null; ) {
        String[] order = line.split(" ");
        Work work = Work.valueOf(order[1]);
        System.out.println(
            REPLY
                + (order[0].equals("cost")
                    ? contender.cost(work).written()
                    : contender.count(work)));
      }
    }
    System.exit(0);
  }
}
