package app.chancery.rehearsal.commandline;

import app.chancery.platform.database.TablesAhead;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.rehearsal.RehearsalFailed;
import app.chancery.rehearsal.replay.CaseFile;
import app.chancery.rehearsal.replay.Replay;
import app.chancery.rehearsal.replay.ReplayResult;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What the jar does when its first argument is a word: a command, without a server. */
public final class CommandLine {

  /** It did what it was asked to. */
  public static final int DONE = 0;

  /** It ran, and what should have come out did not. */
  public static final int FAILED = 1;

  /** It did not run, because what it was given is wrong. */
  public static final int BAD_INPUT = 2;

  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  private static final String USAGE =
      """
      Chancery, the office system of an alliance's enlargement and partnership programme.

        java -jar chancery.jar [--PROPERTY=VALUE ...]
            starts the office at http://localhost:8080

        java -jar chancery.jar rehearse DOSSIER.json [--out DIR] [--pdf] [--json]
            runs a programme from its dossier to its end, on a virtual clock and with scripted staff;
            prints the timeline and writes the documents into DIR (default: rehearsal-KEY), with
            --pdf on paper too

        java -jar chancery.jar replay CASE.csv [--json]
            feeds recorded history to the processes, on a virtual clock, and shows whether what is
            expected comes out on its very date

      With --json a command prints one JSON object a line. It ends with 0 if all went well, 1 if it
      ran and something failed, 2 if what it was given is wrong.
      """;

  private final Class<?> application;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param application what to start for commands that need the office
   */
  public CommandLine(Class<?> application, PrintStream out, PrintStream err) {
    this.application = application;
    this.out = out;
    this.err = err;
  }

  /** Whether the arguments are a command; otherwise they are settings of the server. */
  public static boolean isCommand(String... arguments) {
    return arguments.length > 0 && (!arguments[0].startsWith("-") || HELP.contains(arguments[0]));
  }

  /**
   * @return the exit code
   */
  public int run(String... arguments) {
    List<String> words = Arrays.asList(arguments);
    String command = words.get(0);
    if (HELP.contains(command)) {
      out.print(USAGE);
      return DONE;
    }
    List<String> rest = words.subList(1, words.size());
    try {
      return switch (command) {
        case "rehearse" -> rehearse(RehearseArguments.of(rest));
        case "replay" -> replay(ReplayArguments.of(rest));
        default -> misused("'" + command + "' is no command");
      };
    } catch (IllegalArgumentException e) {
      return misused(e.getMessage());
    }
  }

  private int rehearse(RehearseArguments arguments) {
    try (ConfigurableApplicationContext office = office()) {
      office.getBean(Rehearse.class).run(arguments, out);
      return DONE;
    } catch (Refused e) {
      err.println(arguments.dossier() + " is refused:");
      new TreeSet<>(e.faults().stream().map(CommandLine::line).toList()).forEach(err::println);
      return BAD_INPUT;
    } catch (RehearsalFailed e) {
      err.println("The rehearsal failed. " + e.getMessage());
      return FAILED;
    }
  }

  private int replay(ReplayArguments arguments) {
    try {
      // A file that cannot be read is refused before anything is started.
      CaseFile history = CaseFile.parse(bytes(arguments.file()));
      try (ConfigurableApplicationContext office = office()) {
        ReplayResult result = office.getBean(Replay.class).run(history);
        ReplayPrinter printer = new ReplayPrinter(out);
        if (arguments.json()) {
          printer.lines(result, office.getBean(ObjectMapper.class));
        } else {
          printer.table(result);
        }
        out.flush();
        return result.isAllMet() ? DONE : FAILED;
      }
    } catch (Refused e) {
      err.println(arguments.file() + " is refused:");
      e.faults().stream().map(CommandLine::line).forEach(err::println);
      return BAD_INPUT;
    } catch (IllegalStateException e) {
      err.println("The replay failed. %s: %s".formatted(e.getMessage(), e.getCause()));
      return FAILED;
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigurableApplicationContext office() {
    return new SpringApplicationBuilder(application)
        .profiles("rehearsal")
        .initializers(new TablesAhead())
        // What is run twice comes out the same.
        .properties("camunda.bpm.id-generator=counted")
        // A command uses a part of the office; what it does not use need not start.
        .lazyInitialization(true)
        .logStartupInfo(false)
        .run();
  }

  private int misused(String why) {
    err.println(why + ".");
    err.println();
    err.print(USAGE);
    return BAD_INPUT;
  }

  private static String line(Fault fault) {
    return fault.field().isBlank()
        ? "  " + fault.message()
        : "  " + fault.field() + ": " + fault.message();
  }
}
