package app.chancery.records.talk;

import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Directory;
import app.chancery.platform.people.Directory.Entry;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The comments on programmes and tasks. Who may see a place is known to whoever asks; here is kept
 * what was said, and that each changes only what is theirs.
 */
@Service
public class Comments {

  static final String TEXT = "text";

  /** What is said is about a programme as a whole, whatever step it is in. */
  private static final String STEP = "programme";

  private static final String COLUMNS =
      """
      select id, programme, task, writer, text, version, written_at, edited_at, struck_at
      from talk_comment
      """;

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final TalkPolicy policy;
  private final Directory directory;
  private final TalkedTasks tasks;
  private final Signatures signatures;
  private final Notices notices;
  private final TalkReceipts receipts;

  Comments(
      JdbcClient db,
      Clock clock,
      Author author,
      TalkPolicy policy,
      Directory directory,
      TalkedTasks tasks,
      Signatures signatures,
      Notices notices,
      TalkReceipts receipts) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.policy = policy;
    this.directory = directory;
    this.tasks = tasks;
    this.signatures = signatures;
    this.notices = notices;
    this.receipts = receipts;
  }

  /**
   * Some comments of a place, the oldest of them first.
   *
   * @param page 0 has the newest ones
   */
  public List<Comment> of(TalkPlace place, int page) {
    List<Comment> bare =
        db.sql(
                "select * from ("
                    + COLUMNS
                    + " where "
                    + place.condition()
                    + " order by id desc offset :skipped rows fetch first :few rows only) c order by id")
            .param("place", place.id())
            .param("skipped", (long) page * policy.perPage())
            .param("few", policy.perPage())
            .query(Comments::bare)
            .list();
    return withMentions(bare);
  }

  public int count(TalkPlace place) {
    return db.sql("select count(*) from talk_comment where " + place.condition())
        .param("place", place.id())
        .query(Integer.class)
        .single();
  }

  /** So many comments are on one page. */
  public int perPage() {
    return policy.perPage();
  }

  /**
   * @throws NotFound if there is none of that number
   */
  public Comment get(long id) {
    return withMentions(
            db.sql(COLUMNS + " where id = :id").param("id", id).query(Comments::bare).list())
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(Words.of("talk.none")));
  }

  /** Until when its writer may change it. */
  public OffsetDateTime changeableUntil(Comment comment) {
    return comment.writtenAt().plus(policy.changeableFor());
  }

  /** Whether the person who acts may change it now. */
  public boolean isChangeable(Comment comment) {
    return isOwn(comment)
        && !comment.isStruck()
        && OffsetDateTime.now(clock).isBefore(changeableUntil(comment));
  }

  /** Whether the person who acts has written it. */
  public boolean isOwn(Comment comment) {
    return comment.writer().equals(author.account());
  }

  /** Comments as their writers would type them, by their ids. */
  public Map<Long, String> written(Collection<Comment> some) {
    List<Entry> everybody =
        some.stream().allMatch(each -> each.mentioned().isEmpty())
            ? List.of()
            : directory.everybody();
    return some.stream()
        .collect(
            Collectors.toMap(
                Comment::id,
                each ->
                    each.mentioned().isEmpty() ? each.text() : Mentions.written(each, everybody)));
  }

  /**
   * Those whom one may mention in a place, by the beginning of a name or of a part of it.
   *
   * @param most of them
   */
  public List<Suggestion> suggest(String beginning, Audience audience, int most) {
    List<Entry> everybody = directory.everybody();
    String sought = beginning.toLowerCase(Locale.ROOT).strip();
    return everybody.stream()
        .filter(each -> begins(each.name(), sought))
        .filter(audience::has)
        .limit(most)
        .map(
            each ->
                new Suggestion(
                    Mentions.typed(each.account(), each.name(), everybody), each.inWords()))
        .toList();
  }

  private static boolean begins(String name, String sought) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(sought) || lower.contains(" " + sought);
  }

  /**
   * @param typed what is to stand behind the {@code @}
   * @param person as people read who it is
   */
  public record Suggestion(String typed, String person) {}

  /**
   * Reads what somebody has typed.
   *
   * @throws Refused naming what is wrong with it
   */
  public Draft read(String typed, Audience audience) {
    String text = PlainText.stripped(typed.replace("\r\n", "\n"));
    Faults faults = new Faults();
    if (faults.check(!text.isEmpty(), TEXT, Words.of("talk.empty"))
        && faults.check(
            text.length() <= policy.longest(),
            TEXT,
            Words.counted("talk.long", text.length(), policy.longest()))) {
      PlainText.check(text, TEXT, faults);
    }
    faults.refuseIfAny();
    Mentions mentions =
        Mentions.read(text, Mentions.mayBeIn(text) ? directory.everybody() : List.of());
    mentions
        .ambiguous()
        .forEach(
            (name, accounts) ->
                faults.add(
                    TEXT,
                    Words.of("talk.ambiguous")
                        .formatted(
                            name,
                            accounts.stream()
                                .map(account -> "@" + account)
                                .collect(Collectors.joining(", ")))));
    faults.refuseIfAny();
    Map<Boolean, List<Entry>> seeing =
        mentions.people().stream().collect(Collectors.partitioningBy(audience::has));
    return new Draft(mentions.text(), seeing.get(true), seeing.get(false), mentions.unknown());
  }

  /**
   * Says something. What is sent twice is said once.
   *
   * @param receipt by which a second sending of the same form is known; whatever it is, a text that
   *     was not said yet is said
   */
  public void write(TalkPlace place, Draft draft, String receipt) {
    receipts.once(
        receipt,
        known -> said(known).map(draft.text()::equals),
        unused -> add(place, draft, unused));
  }

  private Optional<String> said(String receipt) {
    return db.sql("select text from talk_comment where writer = :writer and receipt = :receipt")
        .param("writer", author.account())
        .param("receipt", receipt)
        .query(String.class)
        .optional();
  }

  private void add(TalkPlace place, Draft draft, String receipt) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into talk_comment (programme, task, writer, receipt, text, version, written_at)
            values (:programme, :task, :writer, :receipt, :text, 1, :at)
            """)
        .param("programme", place.programme())
        .param("task", place.task())
        .param("writer", author.account())
        .param("receipt", receipt)
        .param("text", draft.text())
        .param("at", OffsetDateTime.now(clock))
        .update(id, "id");
    mention(Objects.requireNonNull(id.getKey()).longValue(), place, draft, Set.of());
  }

  /**
   * Changes what the person who acts has said.
   *
   * @param version the one that was changed
   * @throws NotFound if it is somebody else's
   * @throws Conflict if its time is over, or it was changed meanwhile
   */
  @Transactional
  public void change(Comment comment, Draft draft, int version) {
    refuseOthers(comment);
    if (!isChangeable(comment)) {
      throw new Conflict(TEXT, Words.of("talk.late"));
    }
    int changed =
        db.sql(
                """
                update talk_comment set text = :text, version = version + 1, edited_at = :at
                where id = :id and version = :version and struck_at is null
                """)
            .param("text", draft.text())
            .param("at", OffsetDateTime.now(clock))
            .param("id", comment.id())
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new Conflict(TEXT, Words.of("talk.changed"));
    }
    Set<String> before = told(comment.id());
    db.sql("delete from talk_mention where comment = :id").param("id", comment.id()).update();
    mention(comment.id(), comment.place(), draft, before);
  }

  /**
   * Strikes out what the person who acts has said: it stays to be read, as struck out.
   *
   * @throws NotFound if it is somebody else's
   */
  public void strike(Comment comment) {
    refuseOthers(comment);
    db.sql(
            """
            update talk_comment set struck_at = :at, version = version + 1
            where id = :id and struck_at is null
            """)
        .param("at", OffsetDateTime.now(clock))
        .param("id", comment.id())
        .update();
  }

  private void refuseOthers(Comment comment) {
    if (!isOwn(comment)) {
      throw new NotFound(Words.of("talk.none"));
    }
  }

  /** Who has been told once is not told again. */
  private void mention(long comment, TalkPlace place, Draft draft, Set<String> before) {
    draft.told().forEach(each -> keep(comment, each.account(), true));
    draft.blind().forEach(each -> keep(comment, each.account(), false));
    List<String> accounts =
        draft.told().stream()
            .map(Entry::account)
            .filter(account -> !account.equals(author.account()))
            .filter(account -> !before.contains(account))
            .toList();
    notices.tellPersons(
        Message.of(
            NoticeKind.MENTIONED,
            place.programme(),
            STEP,
            place.isTask()
                ? NoticePlace.taskComment(place.task(), comment)
                : NoticePlace.comment(comment),
            signatures.of(author.self()),
            inWords(place)),
        accounts);
  }

  @EventListener
  void leave(AccountLeft left) {
    db.sql("update talk_comment set writer = :retired where writer = :account")
        .param("retired", left.retired())
        .param("account", left.account())
        .update();
    db.sql("delete from talk_mention where account = :account")
        .param("account", left.account())
        .update();
  }

  private String inWords(TalkPlace place) {
    return place.isTask()
        ? Words.of("talk.on.task")
            .formatted(tasks.find(place.task()).map(TalkedTask::what).orElseThrow())
        : Words.of("talk.on.programme");
  }

  private void keep(long comment, String account, boolean told) {
    db.sql("insert into talk_mention (comment, account, told) values (:comment, :account, :told)")
        .param("comment", comment)
        .param("account", account)
        .param("told", told)
        .update();
  }

  private Set<String> told(long comment) {
    return Set.copyOf(
        db.sql("select account from talk_mention where comment = :comment and told")
            .param("comment", comment)
            .query(String.class)
            .list());
  }

  private List<Comment> withMentions(List<Comment> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<Long, Set<String>> mentioned = new HashMap<>();
    db.sql("select comment, account from talk_mention where comment in (:ids)")
        .param("ids", bare.stream().map(Comment::id).toList())
        .query(
            row -> {
              mentioned
                  .computeIfAbsent(row.getLong("comment"), first -> new HashSet<>())
                  .add(row.getString("account"));
            });
    return bare.stream().map(each -> with(each, mentioned.get(each.id()))).toList();
  }

  private static Comment with(Comment bare, Collection<String> mentioned) {
    return mentioned == null
        ? bare
        : new Comment(
            bare.id(),
            bare.place(),
            bare.writer(),
            bare.text(),
            Set.copyOf(mentioned),
            bare.version(),
            bare.writtenAt(),
            bare.editedAt(),
            bare.struckAt());
  }

  private static Comment bare(ResultSet row, int number) throws SQLException {
    return new Comment(
        row.getLong("id"),
        new TalkPlace(row.getString("programme"), row.getString("task")),
        row.getString("writer"),
        row.getString("text"),
        Set.of(),
        row.getInt("version"),
        row.getObject("written_at", OffsetDateTime.class),
        row.getObject("edited_at", OffsetDateTime.class),
        row.getObject("struck_at", OffsetDateTime.class));
  }
}
