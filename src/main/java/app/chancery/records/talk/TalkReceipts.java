package app.chancery.records.talk;

import app.chancery.platform.people.Author;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is sent twice is taken once: each form has a receipt, and a second sending of the same is
 * known by it. Something else with the same receipt, from a page one step back, is no second
 * sending.
 */
@Component
public class TalkReceipts {

  private static final int LONGEST = 64;

  private final JdbcClient db;
  private final Author author;
  private final TransactionTemplate transaction;

  TalkReceipts(JdbcClient db, Author author, PlatformTransactionManager transactions) {
    this.db = db;
    this.author = author;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * That of the next form that the person who acts is shown in a place. It says what they have left
   * there before, so that a page is the same page until they do something.
   */
  public String next(TalkPlace place) {
    return "%s %s %s"
        .formatted(
            place.id(),
            latest("talk_comment", "writer", place),
            latest("talk_file", "added_by", place));
  }

  private long latest(String table, String account, TalkPlace place) {
    return db.sql(
            "select coalesce(max(id), 0) from %s where %s = :account and %s"
                .formatted(table, account, place.condition()))
        .param("account", author.account())
        .param("place", place.id())
        .query(Long.class)
        .single();
  }

  /**
   * @param sent as it came with the form; whatever it is, what was not taken yet is taken
   * @param same of a receipt, whether it was given for the same; empty if it was given for nothing
   * @param take takes it, under a receipt that was given for nothing
   */
  void once(String sent, Function<String, Optional<Boolean>> same, Consumer<String> take) {
    String receipt = sent.isBlank() || sent.length() > LONGEST ? any() : sent;
    try {
      transaction.executeWithoutResult(
          status -> {
            Optional<Boolean> known = same.apply(receipt);
            if (known.isEmpty()) {
              take.accept(receipt);
            } else if (!known.get()) {
              take.accept(any());
            }
          });
    } catch (DuplicateKeyException twiceAtOnce) {
      if (!same.apply(receipt).orElse(false)) {
        throw twiceAtOnce;
      }
    }
  }

  private static String any() {
    return UUID.randomUUID().toString();
  }
}
