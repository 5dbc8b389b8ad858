package app.chancery.platform.audit;

import app.chancery.platform.database.ExistingDatabase;
import app.chancery.platform.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command that verifies the audit in the database of the settings. It starts nothing of the
 * office and writes nothing.
 */
public final class AuditVerification {

  /** So many records are read between two lines of progress. */
  private static final long LINE_EVERY = 100_000;

  private final PrintStream out;
  private final PrintStream err;

  public AuditVerification(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * @param settings of the office, such as {@code --spring.datasource.url=…}, beside those of the
   *     environment
   * @return whether every record is as it was recorded; what is wrong is printed
   * @throws IllegalStateException if there is no audit to be read, in a sentence
   */
  public boolean run(List<String> settings) {
    return ExistingDatabase.read(settings, "audit", this::verify);
  }

  private boolean verify(Environment settings, JdbcClient db) {
    AuditPolicy policy = Binder.get(settings).bindOrCreate("chancery.audit", AuditPolicy.class);
    Optional<Anchors> anchors =
        Anchors.of(policy, settings.getRequiredProperty("spring.datasource.url"));
    try {
      List<Chain.End> ends = anchors.isPresent() ? anchors.get().read() : List.of();
      Verification.Result result = new Verification(db, progress()).run(ends);
      print(result, ends, anchors);
      return result.isWhole();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LongConsumer progress() {
    return read -> {
      if (read % LINE_EVERY == 0) {
        err.println(read + " records read …");
      }
    };
  }

  private void print(Verification.Result result, List<Chain.End> ends, Optional<Anchors> anchors) {
    if (!result.isWhole()) {
      out.println(result.wrong());
    }
    out.println(
        Words.counted(
            result.isWhole() ? "audit.verify.whole" : "audit.verify.not-whole", result.read()));
    if (result.waiting() > 0) {
      out.println(Words.counted("audit.verify.waiting", result.waiting()));
    }
    out.println(
        anchors
            .map(file -> Words.counted("audit.verify.ends", ends.size(), file.toString()))
            .orElseGet(() -> Words.of("audit.verify.no-ends")));
    // Of two nodes, each with its own, that is no wonder in one file.
    for (int end = 1; end < ends.size() && !result.isWhole(); end++) {
      if (ends.get(end).links() < ends.get(end - 1).links()) {
        out.println(
            Words.counted(
                "audit.verify.back", ends.get(end - 1).links(), ends.get(end).links(), end + 1));
      }
    }
  }
}
