package app.chancery.records.talk;

import app.chancery.platform.files.TakenFile;
import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that hang on programmes and tasks. Who may see a place is known to whoever asks; here
 * is kept what was added, and that each takes away only what is theirs.
 */
@Service
public class TalkFiles {

  private static final String COLUMNS =
      """
      select id, programme, task, name, type, shown, size_bytes, sha256, added_by, added_at,
        struck_by, struck_at
      from talk_file
      """;

  private static final Set<String> WARDENS = Set.of(Groups.ADMINISTRATORS);

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final TalkPolicy policy;
  private final TalkReceipts receipts;

  TalkFiles(JdbcClient db, Clock clock, Author author, TalkPolicy policy, TalkReceipts receipts) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.policy = policy;
    this.receipts = receipts;
  }

  /** Those of a place, the oldest first; of a programme without those of its tasks. */
  public List<TalkFile> of(TalkPlace place) {
    return db.sql(COLUMNS + " where " + place.condition() + " order by id")
        .param("place", place.id())
        .query(TalkFiles::file)
        .list();
  }

  /**
   * @throws NotFound if there is none of that number
   */
  public TalkFile get(long id) {
    return db.sql(COLUMNS + " where id = :id")
        .param("id", id)
        .query(TalkFiles::file)
        .optional()
        .orElseThrow(TalkFiles::none);
  }

  /**
   * What a file holds.
   *
   * @throws NotFound if it is struck out
   */
  public byte[] content(TalkFile file) {
    return db.sql("select content from talk_file_content where talk_file = :id")
        .param("id", file.id())
        .query((row, number) -> row.getBytes("content"))
        .optional()
        .orElseThrow(TalkFiles::none);
  }

  /**
   * Hangs a file on a place. What is sent twice is there once.
   *
   * @param receipt by which a second sending of the same form is known
   * @throws Refused if so many are there that no more are taken
   */
  public void add(TalkPlace place, TakenFile file, String receipt) {
    receipts.once(
        receipt,
        known -> added(known).map(file.sha256()::equals),
        unused -> insert(place, file, unused));
  }

  private Optional<String> added(String receipt) {
    return db.sql("select sha256 from talk_file where added_by = :account and receipt = :receipt")
        .param("account", author.account())
        .param("receipt", receipt)
        .query(String.class)
        .optional();
  }

  private void insert(TalkPlace place, TakenFile file, String receipt) {
    if (of(place).size() >= policy.mostFiles()) {
      throw new Refused("file", Words.of("talk.file.many").formatted(policy.mostFiles()));
    }
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into talk_file (programme, task, name, type, shown, size_bytes, sha256, receipt,
              added_by, added_at)
            values (:programme, :task, :name, :type, :shown, :size, :sha256, :receipt, :by, :at)
            """)
        .param("programme", place.programme())
        .param("task", place.task())
        .param("name", file.name())
        .param("type", file.type())
        .param("shown", file.shown())
        .param("size", file.content().length)
        .param("sha256", file.sha256())
        .param("receipt", receipt)
        .param("by", author.account())
        .param("at", OffsetDateTime.now(clock))
        .update(id, "id");
    db.sql("insert into talk_file_content (talk_file, content) values (:id, :content)")
        .param("id", Objects.requireNonNull(id.getKey()).longValue())
        .param("content", file.content())
        .update();
  }

  /** Whether the person who acts may take it back as if it had never been there. */
  public boolean isReturnable(TalkFile file) {
    return isOwn(file)
        && !file.isStruck()
        && OffsetDateTime.now(clock).isBefore(file.addedAt().plus(policy.changeableFor()));
  }

  /**
   * Whether the person who acts may take its content away; that there was a file stays to be seen.
   */
  public boolean isStrikable(TalkFile file) {
    return !file.isStruck() && (isOwn(file) || author.isOneOf(WARDENS));
  }

  @EventListener
  void leave(AccountLeft left) {
    db.sql("update talk_file set added_by = :retired where added_by = :account")
        .param("retired", left.retired())
        .param("account", left.account())
        .update();
    db.sql("update talk_file set struck_by = :retired where struck_by = :account")
        .param("retired", left.retired())
        .param("account", left.account())
        .update();
  }

  private boolean isOwn(TalkFile file) {
    return file.addedBy().equals(author.account());
  }

  /**
   * Takes a file away: at first without a trace, later its content alone.
   *
   * @throws NotFound if the person who acts may not
   * @throws Conflict if it is struck out already
   */
  @Transactional
  public void remove(TalkFile file) {
    if (file.isStruck()) {
      throw new Conflict("", Words.of("talk.file.struckAlready"));
    }
    if (!isStrikable(file)) {
      throw none();
    }
    db.sql("delete from talk_file_content where talk_file = :id").param("id", file.id()).update();
    if (isReturnable(file)) {
      db.sql("delete from talk_file where id = :id").param("id", file.id()).update();
    } else {
      db.sql("update talk_file set struck_by = :by, struck_at = :at where id = :id")
          .param("by", author.account())
          .param("at", OffsetDateTime.now(clock))
          .param("id", file.id())
          .update();
    }
  }

  private static NotFound none() {
    return new NotFound(Words.of("talk.file.none"));
  }

  private static TalkFile file(ResultSet row, int number) throws SQLException {
    return new TalkFile(
        row.getLong("id"),
        new TalkPlace(row.getString("programme"), row.getString("task")),
        row.getString("name"),
        row.getString("type"),
        row.getBoolean("shown"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getString("added_by"),
        row.getObject("added_at", OffsetDateTime.class),
        row.getString("struck_by"),
        row.getObject("struck_at", OffsetDateTime.class));
  }
}
