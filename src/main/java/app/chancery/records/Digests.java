package app.chancery.records;

import app.chancery.platform.mail.Letter;
import app.chancery.platform.mail.MailWriter;
import app.chancery.platform.mail.Outbox;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.platform.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One mail for each person in the morning of a working day, of what was not worth one at once. */
@Component
class Digests implements MailWriter {

  /** Of more the number is told. */
  private static final int MOST_LINES = 30;

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final WorkingDays workingDays;
  private final TellingPolicy policy;
  private final Inbox inbox;
  private final Outbox outbox;
  private final TransactionTemplate transaction;

  Digests(
      JdbcClient db,
      Clock clock,
      Days days,
      WorkingDays workingDays,
      TellingPolicy policy,
      Inbox inbox,
      Outbox outbox,
      TransactionTemplate transaction) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.workingDays = workingDays;
    this.policy = policy;
    this.inbox = inbox;
    this.outbox = outbox;
    this.transaction = transaction;
  }

  @Override
  public void writeWhatIsDue() {
    LocalDate today = days.today();
    if (workingDays.isWorkingDay(today)
        && !clock.instant().isBefore(days.at(today, policy.digestAt()))
        && !isWritten(today)) {
      try {
        transaction.executeWithoutResult(begun -> write(today));
      } catch (DuplicateKeyException e) {
        // Another node came first; it writes them all.
        if (!isWritten(today)) {
          throw e;
        }
      }
    }
  }

  private boolean isWritten(LocalDate day) {
    return db.sql("select count(*) from digest where written_for = :day")
            .param("day", day)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void write(LocalDate day) {
    db.sql("insert into digest (written_for) values (:day)").param("day", day).update();
    Map<String, List<String>> subjects = new TreeMap<>(inbox.takeForDigest(day));
    outbox.post(
        subjects.entrySet().stream()
            .map(
                each ->
                    new Letter(
                        each.getKey(),
                        Inbox.OF_DIGEST + day,
                        Words.counted("mail.digest", each.getValue().size()),
                        lines(each.getValue()),
                        "/inbox?unread=true"))
            .toList());
  }

  private static List<String> lines(List<String> subjects) {
    return subjects.size() <= MOST_LINES
        ? subjects
        : Stream.concat(
                subjects.stream().limit(MOST_LINES),
                Stream.of(Words.counted("mail.digest.more", subjects.size() - MOST_LINES)))
            .toList();
  }
}
