package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortRunTest {

  private static final String SET_UP = "-XX:TieredStopAtLevel=1";

  @TempDir Path folder;

  private Path jar;

  /** Ends with 3, after it has told how it was started and read its input. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      ShortRun.inAnotherJvm(arguments).ifPresent(System::exit);
      System.out.println(ProcessHandle.current().pid());
      if (arguments[0].equals("forever")) {
        new CountDownLatch(1).await();
      }
      System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments());
      System.out.println(String.join("|", arguments));
      System.out.println(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
      System.exit(3);
    }
  }

  @BeforeEach
  void pack() throws IOException {
    jar = folder.resolve("a program.jar");
    Manifest manifest = new Manifest();
    Attributes says = manifest.getMainAttributes();
    says.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    says.put(Attributes.Name.MAIN_CLASS, Program.class.getName());
    says.put(Attributes.Name.CLASS_PATH, classPath());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  @Test
  void aJarIsStartedOnceMoreInAJvmSetUpForIt() throws Exception {
    Process run = start("-Dsaid=before", "-jar", jar.toString(), "one", "two three");

    List<String> told = ended(run, 3);

    assertThat(told).hasSize(4);
    assertThat(told.get(0)).isNotEqualTo(String.valueOf(run.pid()));
    assertThat(told.get(1)).contains(SET_UP, "-Dsaid=before");
    assertThat(told.subList(2, 4)).containsExactly("one|two three", "typed");
  }

  @Test
  void whoSetsUpTheJvmHasItSo() throws Exception {
    Process run = start("-XX:+UseParallelGC", "-jar", jar.toString(), "one");

    List<String> told = ended(run, 3);

    assertThat(told.get(0)).isEqualTo(String.valueOf(run.pid()));
    assertThat(told.get(1)).contains("-XX:+UseParallelGC").doesNotContain(SET_UP);
  }

  @Test
  void whatWasNotStartedWithAJarGoesOn() throws Exception {
    Process run = start("-cp", jar.toString(), Program.class.getName(), "one");

    assertThat(ended(run, 3).get(0)).isEqualTo(String.valueOf(run.pid()));
  }

  @Test
  void whoEndsTheFirstEndsTheSecond() throws Exception {
    Process run = start("-jar", jar.toString(), "forever");
    try (BufferedReader told = run.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle second = ProcessHandle.of(Long.parseLong(told.readLine())).orElseThrow();
      try {
        assertThat(second.pid()).isNotEqualTo(run.pid());

        run.destroy();

        assertThat(second.onExit()).succeedsWithin(1, TimeUnit.MINUTES);
      } finally {
        second.destroyForcibly();
      }
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<String> ended(Process run, int code) throws Exception {
    try (OutputStream typing = run.getOutputStream()) {
      typing.write("typed".getBytes(StandardCharsets.UTF_8));
    }
    String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).isEqualTo(code);
    return told.lines().toList();
  }

  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .map(each -> Path.of(each).toUri().toString())
        .collect(Collectors.joining(" "));
  }
}
