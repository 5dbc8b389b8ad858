package app.chancery.rehearsal.commandline;

import app.chancery.forecast.HindsightDocument;
import app.chancery.platform.audit.AuditTrail;
import app.chancery.platform.audit.AuditVerification;
import app.chancery.platform.database.ExistingDatabase;
import app.chancery.platform.database.TablesAhead;
import app.chancery.platform.engine.migration.ModelMigration;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.secrecy.KeyRotation;
import app.chancery.platform.start.CannotStart;
import app.chancery.platform.words.Words;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What the jar does when its first argument is a word: a command, without a server. */
public final class CommandLine {

  /** It did what it was asked to. */
  public static final int DONE = 0;

  /** It ran, and what should have come out did not. */
  public static final int FAILED = 1;

  /** It did not run, because what it was given is wrong, or its database cannot be had. */
  public static final int BAD_INPUT = 2;

  /** Those that take some seconds, whatever has been kept. */
  private static final Set<String> SHORT = Set.of("rehearse", "replay", "moves", "hindsight");

  private static final String JSON = "--json";

  private static final String LOGGED = "--logging.level.root=";

  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  /** Behind a command, which may take a file of any name. */
  private static final Set<String> HELP_ON_ONE = Set.of("--help", "-h");

  private static final String CALLED = "  java -jar chancery.jar ";

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

        java -jar chancery.jar moves DOSSIER.json [--json]
            shows the smallest changes of its figures that would raise the tier of a dossier, and
            those that would lose it

        java -jar chancery.jar forecast PROGRAMME [--json] [--PROPERTY=VALUE ...]
            shows by which days the coming stages of a programme in the database of the settings could
            be reached, if every decision is favourable; PROGRAMME is its key or its candidate

        java -jar chancery.jar hindsight [--out FILE]
            leaves out each recorded accession, forecasts it from the others, and shows how far off
            that would have been, as the page docs/forecast.md

        java -jar chancery.jar audit verify [--PROPERTY=VALUE ...]
            reads the audit in the database of the settings and shows the first record that is not
            as it was recorded

        java -jar chancery.jar migrate [--go] [--PROPERTY=VALUE ...]
            shows which running processes in the database of the settings would move to the newest
            models, which stay, and why; with --go it moves them

        java -jar chancery.jar keys rotate [--PROPERTY=VALUE ...]
            seals again, with the first of the keys of the settings, what rests under the others in
            the database of the settings

      With --json a command prints one JSON object a line. It ends with 0 if all went well, 1 if it
      ran and something failed, 2 if what it was given is wrong or it could not begin.
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

  /** Whether the arguments are a command that is over before a server would have warmed up. */
  public static boolean isShort(String... arguments) {
    return arguments.length > 0 && SHORT.contains(arguments[0]);
  }

  /**
   * @return the exit code; what is not printed whole has failed, whatever it came to
   */
  public int run(String... arguments) {
    int exit = done(arguments);
    if (out.checkError()) {
      err.println("What is printed cannot be written to where it goes; the disk may be full.");
      return FAILED;
    }
    return exit;
  }

  private int done(String... arguments) {
    List<String> words = Arrays.asList(arguments);
    String command = words.get(0);
    if (HELP.contains(command)) {
      out.print(USAGE);
      return DONE;
    }
    List<String> rest = words.subList(1, words.size());
    if (rest.stream().anyMatch(HELP_ON_ONE::contains) && !usage(command).isEmpty()) {
      out.print(usage(command));
      return DONE;
    }
    try {
      return switch (command) {
        case "rehearse" -> rehearse(RehearseArguments.of(rest));
        case "replay" -> replay(FileArguments.of("replay", "case", rest));
        case "moves" -> moves(FileArguments.of("moves", "dossier", rest));
        case "forecast" -> forecast(rest);
        case "hindsight" -> hindsight(rest);
        case "audit" -> audit(rest);
        case "migrate" -> migrate(rest);
        case "keys" -> keys(rest);
        default -> misused("'" + command + "' is no command");
      };
    } catch (IllegalArgumentException e) {
      return misused(e.getMessage());
    } catch (CannotStart said) {
      // By the start itself, with what to do.
      return BAD_INPUT;
    }
  }

  private int rehearse(RehearseArguments arguments) {
    try (ConfigurableApplicationContext office = office()) {
      office.getBean(Rehearse.class).run(arguments, out);
      return DONE;
    } catch (Refused e) {
      return refused(arguments.dossier(), e);
    } catch (RehearsalFailed e) {
      err.println("The rehearsal failed. " + e.getMessage());
      return FAILED;
    } catch (DocumentFiles.NotWritten e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private int moves(FileArguments arguments) {
    try (ConfigurableApplicationContext office = office()) {
      office.getBean(MovesOfDossier.class).print(bytes(arguments.file()), arguments.json(), out);
      return DONE;
    } catch (Refused e) {
      return refused(arguments.file(), e);
    }
  }

  private int refused(Path dossier, Refused why) {
    err.println(dossier + " is refused:");
    new TreeSet<>(why.faults().stream().map(CommandLine::line).toList()).forEach(err::println);
    return BAD_INPUT;
  }

  private int replay(FileArguments arguments) {
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

  private int forecast(List<String> arguments) {
    List<String> given = arguments.stream().filter(each -> !each.equals(JSON)).toList();
    if (given.isEmpty() || given.get(0).startsWith("-")) {
      throw new IllegalArgumentException("forecast takes one programme");
    }
    List<String> settings = new ArrayList<>(settings(given.subList(1, given.size())));
    if (settings.stream().noneMatch(each -> each.startsWith(LOGGED))) {
      // What starts says nothing between the lines that are asked for.
      settings.add(LOGGED + "warn");
    }
    return inDatabase(
        settings,
        office -> {
          office
              .getBean(ForecastOfProgramme.class)
              .print(given.get(0), arguments.contains(JSON), out);
          return true;
        });
  }

  private int hindsight(List<String> arguments) {
    if (!arguments.isEmpty() && (arguments.size() != 2 || !arguments.get(0).equals("--out"))) {
      throw new IllegalArgumentException("hindsight takes nothing, or --out and a file");
    }
    try (ConfigurableApplicationContext office = office()) {
      String page = office.getBean(HindsightDocument.class).markdown();
      if (arguments.isEmpty()) {
        out.print(page);
        out.flush();
      } else {
        Files.writeString(Path.of(arguments.get(1)), page);
      }
      return DONE;
    } catch (IOException e) {
      err.println("%s cannot be written.".formatted(arguments.get(1)));
      return FAILED;
    }
  }

  private int audit(List<String> arguments) {
    List<String> settings = settings(following("audit", "verify", arguments));
    try {
      return new AuditVerification(out, err).run(settings) ? DONE : FAILED;
    } catch (IllegalStateException e) {
      return cannot(e.getMessage());
    }
  }

  private int migrate(List<String> arguments) {
    List<String> settings =
        settings(arguments.stream().filter(each -> !each.equals(Migrate.GO)).toList());
    boolean go = arguments.contains(Migrate.GO);
    return inDatabase(
        settings,
        office -> {
          boolean all = new Migrate(office.getBean(ModelMigration.class), out, err).run(go);
          return go ? chained(office) && all : all;
        });
  }

  private int keys(List<String> arguments) {
    return inDatabase(
        settings(following("keys", "rotate", arguments)),
        office -> {
          boolean all = new Keys(office.getBean(KeyRotation.class), out, err).rotate();
          return chained(office) && all;
        });
  }

  /** What was done is in the chain before the command ends, whether an office runs or not. */
  private boolean chained(ConfigurableApplicationContext office) {
    long waiting = office.getBean(AuditTrail.class).close();
    if (waiting > 0) {
      err.println(Words.counted("audit.verify.waiting", waiting));
    }
    return waiting == 0;
  }

  /**
   * Runs a command in the database of the settings, which has to be there.
   *
   * @param command gives whether all went well
   */
  private int inDatabase(List<String> settings, Predicate<ConfigurableApplicationContext> command) {
    try {
      ExistingDatabase.require(settings);
      try (ConfigurableApplicationContext office = officeOf(settings)) {
        return command.test(office) ? DONE : FAILED;
      }
    } catch (IllegalStateException e) {
      return cannot(e.getMessage());
    } catch (Refused | NotFound e) {
      err.println(e.getMessage());
      return BAD_INPUT;
    } catch (BeansException e) {
      return cannot("The office of this command could not be started: " + said(e));
    } catch (DataAccessException | TransactionException e) {
      err.println("The database broke the command off: " + said(e) + ".");
      return FAILED;
    }
  }

  private static String said(Exception why) {
    return String.valueOf(NestedExceptionUtils.getMostSpecificCause(why).getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("\\.$", "");
  }

  /** What the usage has about one command, and how it ends; empty if it is none. */
  private static String usage(String command) {
    List<String> parts = List.of(USAGE.split("\n\n"));
    return parts.stream()
        .filter(each -> each.startsWith(CALLED + command + " "))
        .findFirst()
        .map(each -> each + "\n\n" + parts.get(parts.size() - 1))
        .orElse("");
  }

  /** What follows on the second word of a command. */
  private static List<String> following(String command, String word, List<String> arguments) {
    if (!arguments.stream().limit(1).toList().equals(List.of(word))) {
      throw new IllegalArgumentException(
          "'%s' needs to be told what to do: %s".formatted(command, word));
    }
    return arguments.subList(1, arguments.size());
  }

  private static List<String> settings(List<String> arguments) {
    arguments.stream()
        .filter(each -> !each.startsWith("--") || !each.contains("="))
        .findFirst()
        .ifPresent(
            other -> {
              throw new IllegalArgumentException("'" + other + "' is no setting");
            });
    return arguments;
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

  /** On the database of the settings, in which nothing happens meanwhile by this program. */
  private ConfigurableApplicationContext officeOf(List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(Migrate.SETTINGS);
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .lazyInitialization(true)
        .logStartupInfo(false)
        .run(all.toArray(String[]::new));
  }

  /** The command is right, but not for this database. */
  private int cannot(String why) {
    err.println(why + ".");
    return BAD_INPUT;
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
