package app.chancery;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a test gets a JVM that lives for some seconds: without the optimising compiler, and with its
 * classes from an archive that is made once, which spares a third of a start. The JVM archives
 * classes of jars only, so our own are put into jars. A JVM 17 crashes while it writes one if a jar
 * with a lambda is signed (JDK-8276184); offices that are started without one are the same.
 */
public final class OfficeJvm {

  private static final Path FOLDER = Path.of("target", "office-jvm").toAbsolutePath();
  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");

  /** Says of what the archive was made; written when it is. */
  private static final Path MADE_OF = FOLDER.resolve("made-of.txt");

  /** While this JVM runs nothing is compiled anew. */
  private static boolean upToDate;

  private OfficeJvm() {}

  /** The command that runs the {@code main} of a class of ours; its arguments are added to it. */
  public static synchronized List<String> command(Class<?> main) {
    List<Path> classPath = classPath();
    if (!upToDate) {
      bringUpToDate(classPath);
      upToDate = true;
    }
    return command(
        classPath,
        Files.exists(ARCHIVE) ? "-XX:SharedArchiveFile=" + ARCHIVE : "-Xshare:auto",
        main);
  }

  /**
   * The command that runs it for long, as a container of docker-compose.yml does (its Dockerfile),
   * without an archive of classes.
   */
  static List<String> commandOfContainer(Class<?> main) {
    return new ArrayList<>(
        List.of(
            java(),
            "-Xmx1g",
            "-Duser.timezone=UTC",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            classPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)),
            main.getName()));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void bringUpToDate(List<Path> classPath) {
    try {
      Files.createDirectories(FOLDER);
      // Tests run in several JVMs at once.
      try (FileChannel lock =
          FileChannel.open(
              FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        String current = state(classPath);
        if (!Files.exists(MADE_OF) || !Files.readString(MADE_OF).equals(current)) {
          Files.deleteIfExists(MADE_OF);
          make(classPath);
          Files.writeString(MADE_OF, current);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(List<Path> classPath, String option, Class<?> main) {
    return new ArrayList<>(
        List.of(
            java(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            // Any start fills as much; each time it grows by itself the heap is searched through.
            "-XX:MetaspaceSize=200m",
            "-Xmx512m",
            option,
            "-cp",
            classPath.stream()
                .map(each -> Files.isDirectory(each) ? jarOf(each) : each)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)),
            main.getName()));
  }

  /** What this JVM was started with; under Surefire its own class path is one jar. */
  public static List<Path> classPath() {
    String all =
        System.getProperty("surefire.real.class.path", System.getProperty("java.class.path"));
    return Stream.of(System.getProperty("surefire.test.class.path", all).split(File.pathSeparator))
        // An empty one means the folder one is in; the models would be found twice.
        .filter(each -> !each.isEmpty())
        .map(each -> Path.of(each).toAbsolutePath())
        .filter(Files::exists)
        .toList();
  }

  private static Path jarOf(Path folder) {
    return FOLDER.resolve(folder.getFileName() + ".jar");
  }

  private static String state(List<Path> classPath) throws IOException {
    StringBuilder state = new StringBuilder();
    for (Path each : classPath) {
      state.append(each).append('\n');
      for (Path file : Files.isDirectory(each) ? files(each) : List.<Path>of()) {
        state.append(file).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
      }
    }
    return state.toString();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private static void make(List<Path> classPath) throws IOException {
    for (Path each : classPath) {
      if (Files.isDirectory(each)) {
        pack(each, jarOf(each));
      }
    }
    Files.deleteIfExists(ARCHIVE);
    archive(classPath);
  }

  private static void archive(List<Path> classPath) throws IOException {
    List<String> command =
        command(classPath, "-XX:ArchiveClassesAtExit=" + ARCHIVE, OneStart.class);
    command.add(1, "-XX:ErrorFile=" + FOLDER.resolve("crash.txt"));
    Process run =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("log.txt").toFile())
            .start();
    try {
      run.waitFor(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      run.destroyForcibly();
    }
  }

  /** With the folders too: what lies in one is looked for by its name. */
  private static void pack(Path folder, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(0);
      for (Path file : files(folder)) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (Files.isRegularFile(file)) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(file, out);
        } else if (!name.isEmpty()) {
          out.putNextEntry(new JarEntry(name + "/"));
        }
      }
    }
  }

  /** Comes up and ends. */
  static final class OneStart {

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
      ChanceryApplication.main(
          new String[] {
            "--spring.profiles.active=local",
            "--spring.datasource.url=jdbc:h2:mem:one-start",
            "--chancery.sample-portfolio=false",
            "--server.port=0"
          });
      System.exit(0);
    }
  }
}
