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
          return bad(read, read + 1, wrong.get());
        }
        read++;
        last = link.hash();
        while (!ahead.isEmpty() && ahead.peek().links() == read) {
          if (!ahead.pop().hash().equals(last)) {
            return bad(read, read, "it, one before it or what was kept of it was written anew");
          }
        }
      }
      progress.accept(read);
      links = Chain.after(db, read, AT_ONCE);
    }
    if (!ahead.isEmpty()) {
      return bad(
          read,
          read + 1,
          "the end is cut off: there were " + ahead.peekLast().links() + " records");
    }
    Optional<Chain.End> end = Chain.end(db);
    if (end.isEmpty() && read > 0) {
      return new Result(
          read,
          "The end of the chain is missing: the database does not say any more how many records"
              + " there were.",
          Chain.waiting(db));
    }
    // Whoever makes a link says with it how the chain ends.
    long known = end.map(Chain.End::links).orElse(0L);
    return read > known
        ? bad(read, known + 1, "it was added behind the end of the chain")
        : new Result(read, "", Chain.waiting(db));
  }

  private Result bad(long read, long first, String why) {
    return new Result(
        read, "Record " + first + " is the first bad one: " + why + ".", Chain.waiting(db));
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
   * @param wrong what is not as it was, in a sentence; empty if all is
   * @param waiting how many are not in the chain yet
   */
  record Result(long read, String wrong, long waiting) {

    boolean isWhole() {
      return wrong.isEmpty();
    }
  }
}
