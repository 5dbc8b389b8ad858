package app.chancery.platform.audit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the whole chain and finds the first record that is not as it was recorded. */
final class Verification {

  /** Links that are read at a time, and after which progress is told. */
  private static final int AT_ONCE = 5000;

  private final JdbcClient db;
  private final LongConsumer progress;

  /**
   * @param progress is told how many records were read up to now
   */
  Verification(JdbcClient db, LongConsumer progress) {
    this.db = db;
    this.progress = progress;
  }

  /**
   * @param anchors ends of the chain that were written down elsewhere; while the office works it
   *     has further ones
   */
  Result run(List<Chain.End> anchors) {
    Deque<Chain.End> ahead =
        Stream.concat(anchors.stream(), Chain.end(db).stream())
            .filter(end -> end.links() > 0)
            .sorted(Comparator.comparingLong(Chain.End::links))
            .collect(Collectors.toCollection(ArrayDeque::new));
    long read = 0;
    String last = AuditRecord.NONE;
    List<AuditRecord> links = Chain.after(db, 0, AT_ONCE);
    while (!links.isEmpty()) {
      for (AuditRecord link : links) {
        Optional<String> wrong = wrong(link, read + 1, last);
        if (wrong.isPresent()) {
          return new Result(read, read + 1, wrong.get());
        }
        read++;
        last = link.hash();
        while (!ahead.isEmpty() && ahead.peek().links() == read) {
          if (!ahead.pop().hash().equals(last)) {
            return new Result(
                read, read, "it, one before it or what was kept of it was written anew");
          }
        }
      }
      progress.accept(read);
      links = Chain.after(db, read, AT_ONCE);
    }
    if (!ahead.isEmpty()) {
      return new Result(
          read,
          read + 1,
          "the end is cut off: there were " + ahead.peekLast().links() + " records");
    }
    // Whoever makes a link says with it how the chain ends.
    long known = Chain.end(db).map(Chain.End::links).orElse(0L);
    return read > known
        ? new Result(read, known + 1, "it was added behind the end of the chain")
        : new Result(read, 0, "");
  }

  private static Optional<String> wrong(AuditRecord link, long expected, String last) {
    if (link.number() != expected) {
      return Optional.of("it is missing");
    }
    if (!link.previous().equals(last)) {
      return Optional.of("it does not follow on the record before");
    }
    return link.hash().equals(link.reckoned()) ? Optional.empty() : Optional.of("it was changed");
  }

  /**
   * @param read how many records are as they were recorded, from the first
   * @param bad the first record that is not; 0 if all are
   * @param why what is wrong with it
   */
  record Result(long read, long bad, String why) {

    boolean isWhole() {
      return bad == 0;
    }
  }
}
