package app.chancery.platform.forms;

import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.people.Author;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.Moments;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes each start form that somebody has opened once at most. It carries a one-time number, also
 * in a second window with the same draft; what is handed in under a number leaves a receipt in the
 * transaction of the start, for that person alone.
 */
@Service
public class StartReceipts {

  /** The name of the number in what a page sends. */
  public static final String ONCE = "once";

  private static final Pattern NUMBER = Pattern.compile("[0-9a-zA-Z-]{1,64}");

  private final JdbcClient db;
  private final DeployedForms deployed;
  private final TypedFields typed;
  private final Author author;
  private final Clock clock;
  private final Days days;

  StartReceipts(
      JdbcClient db,
      DeployedForms deployed,
      TypedFields typed,
      Author author,
      Clock clock,
      Days days) {
    this.db = db;
    this.deployed = deployed;
    this.typed = typed;
    this.author = author;
    this.clock = clock;
    this.days = days;
  }

  @EventListener
  void forget(AccountLeft left) {
    db.sql("delete from start_receipt where person = :account")
        .param("account", left.account())
        .update();
  }

  /** The number of a form that is opened afresh. */
  static String next() {
    return UUID.randomUUID().toString();
  }

  /** The same if it can be one; otherwise a fresh one. */
  static String orNext(String once) {
    return once != null && NUMBER.matcher(once).matches() ? once : next();
  }

  /** What the person who acts has handed in under that number. */
  public Optional<StartReceipt> find(String once) {
    return db.sql(
            """
            select place, fields, programme_key, process_instance, handed_in_at
            from start_receipt where person = :person and once = :once
            """)
        .param("person", author.account())
        .param("once", once)
        .query(
            (row, number) ->
                new StartReceipt(
                    once,
                    new FormPlace(row.getString("place")),
                    typed.read(row.getString("fields")),
                    row.getString("programme_key"),
                    row.getString("process_instance"),
                    row.getObject("handed_in_at", OffsetDateTime.class)))
        .optional();
  }

  /**
   * @throws HandedInAlready if that number has been used
   */
  void refuseUsed(FormPlace start, String once, Map<String, Object> fields) {
    find(once)
        .ifPresent(
            receipt -> {
              throw new HandedInAlready(
                  receipt,
                  words(receipt),
                  receipt.start().equals(start) && receipt.fields().equals(kept(fields)));
            });
  }

  private static Map<String, Object> kept(Map<String, Object> fields) {
    Map<String, Object> kept = new LinkedHashMap<>(fields);
    kept.keySet().removeIf(FormPart::isConfidential);
    return kept;
  }

  /**
   * Starts the process and keeps the receipt, both or neither. Of two at the same moment the second
   * one finds the receipt of the first.
   *
   * @throws HandedInAlready if that number has been used
   */
  @Transactional
  public StartReceipt handIn(FormPlace start, String once, Map<String, Object> fields) {
    refuseUsed(start, once, fields);
    DeployedForms.Started started = deployed.start(start, fields);
    StartReceipt receipt =
        new StartReceipt(
            once,
            start,
            kept(fields),
            started.programme(),
            started.instance(),
            OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS));
    db.sql(
            """
            insert into start_receipt
              (person, once, place, fields, programme_key, process_instance, handed_in_at)
            values (:person, :once, :place, :fields, :programme, :instance, :at)
            """)
        .param("person", author.account())
        .param("once", once)
        .param("place", start.address())
        .param("fields", typed.written(receipt.fields()))
        .param("programme", started.programme())
        .param("instance", started.instance())
        .param("at", receipt.handedInAt())
        .update();
    return receipt;
  }

  /**
   * When it was handed in, for example {@code Friday 27 November 2026, 18:00 (Europe/Brussels)}.
   */
  public String words(StartReceipt receipt) {
    return Moments.words(receipt.handedInAt(), days.zone());
  }
}
