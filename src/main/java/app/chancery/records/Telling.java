package app.chancery.records;

import app.chancery.platform.mail.MailState;
import app.chancery.platform.words.Coded;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A notice with those whom it reached.
 *
 * @param reached those of whom its reader may know, who has read it first before the others
 */
public record Telling(Notice notice, List<Reached> reached) {

  /**
   * A person to whose inbox it came.
   *
   * @param hasLeft whether the account was deleted; another one of its id is somebody else's
   * @param way how the person was to be told by mail, too
   * @param mailed what became of that
   * @param mailedAt when the mail was sent; null if it was not
   * @param readAt null while it is unread
   */
  public record Reached(
      String account,
      boolean hasLeft,
      MailWay way,
      Mailed mailed,
      OffsetDateTime mailedAt,
      OffsetDateTime readAt) {}

  /** What became of the mail to a person. */
  public enum Mailed implements Coded {
    /** None was wanted. */
    NONE,
    /** It is told in the next digest. */
    NEXT_DIGEST,
    /** It was read before a digest was written. */
    READ_BEFORE,
    WAITING,
    SENT,
    FAILED,
    /** It was dealt with, so long ago that the mail is forgotten. */
    FORGOTTEN;

    /** Whether the mail is in the outbox, in a state of the same code. */
    public boolean isInOutbox() {
      return this == WAITING || this == SENT || this == FAILED;
    }

    static Mailed of(MailState state) {
      return switch (state) {
        case WAITING -> WAITING;
        case SENT -> SENT;
        case FAILED -> FAILED;
      };
    }
  }

  /** To how many persons the same happened. */
  public record Count(MailWay way, Mailed mailed, long persons) {}

  public Telling {
    reached = List.copyOf(reached);
  }

  /** Those who have read it, the first first. */
  public List<Reached> readings() {
    return reached.stream().filter(each -> each.readAt() != null).toList();
  }

  /** By which ways it went, and what became of the mails. */
  public List<Count> mails() {
    Comparator<Count> order = Comparator.comparing(Count::way).thenComparing(Count::mailed);
    Map<Count, Long> counted =
        reached.stream()
            .map(each -> new Count(each.way(), each.mailed(), 0))
            .collect(
                Collectors.groupingBy(
                    Function.identity(), () -> new TreeMap<>(order), Collectors.counting()));
    return counted.entrySet().stream()
        .map(each -> new Count(each.getKey().way(), each.getKey().mailed(), each.getValue()))
        .toList();
  }
}
