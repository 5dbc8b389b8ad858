package app.chancery.rehearsal.commandline;

import app.chancery.platform.engine.migration.MigrationLine;
import app.chancery.platform.engine.migration.ModelMigration;
import java.io.PrintStream;
import java.util.List;

/** The command {@code migrate}: running processes to the newest models. */
class Migrate {

  static final String GO = "--go";

  /** Nothing else happens in the database meanwhile by this program: no job, no new model. */
  static final List<String> SETTINGS =
      List.of(
          "--camunda.bpm.auto-deployment-enabled=false",
          "--camunda.bpm.job-execution.enabled=false",
          "--chancery.sample-portfolio=false",
          "--chancery.sample-accounts=false",
          "--spring.autoconfigure.exclude="
              + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
              + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration");

  private final ModelMigration migration;
  private final PrintStream out;
  private final PrintStream err;

  Migrate(ModelMigration migration, PrintStream out, PrintStream err) {
    this.migration = migration;
    this.out = out;
    this.err = err;
  }

  /**
   * @param go whether to move what can be moved, or to show it only
   * @return whether there is nothing that has to stay
   * @throws IllegalStateException if the newest models are not those of this version
   */
  boolean run(boolean go) {
    List<String> others = migration.notDeployed();
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          "The newest models in the database are not those of this version ("
              + String.join(", ", others)
              + "): start the office of this version first");
    }
    return go ? move() : show();
  }

  private boolean show() {
    List<MigrationLine> lines = migration.report();
    if (lines.isEmpty()) {
      out.println("Everything that runs is on the newest models.");
      return true;
    }
    lines.forEach(line -> out.println(line(line)));
    out.println("Nothing was changed. With " + GO + " what can move does.");
    return lines.stream().allMatch(MigrationLine::moves);
  }

  private boolean move() {
    List<MigrationLine> stayed = migration.go(err::println);
    stayed.forEach(line -> out.println(line(line)));
    out.println(
        stayed.isEmpty()
            ? "Everything that runs is on the newest models."
            : "The rest is on the newest models. What stays goes on as its own model has it.");
    return stayed.isEmpty();
  }

  private static String line(MigrationLine line) {
    String where =
        line.process()
            + ", version "
            + line.version()
            + (line.activity() == null ? "" : ", at " + line.activity())
            + ": "
            + line.instances();
    return line.moves()
        ? where + " to move" + (line.to().equals(line.activity()) ? "" : " to " + line.to())
        : where + " to stay, because " + line.why();
  }
}
