package app.chancery.records;

import app.chancery.platform.mail.Letter;
import app.chancery.platform.mail.Outbox;
import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.people.Deputies;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.people.StandIn;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What each person was told, read or not. Told are those who belong to the recipients at that
 * moment: who joins a group later finds what was told before on the pages of the programmes. What
 * was told in confidence is read by those alone who still belong to its recipients.
 */
@Service
public class Inbox {

  /** By what the mail of its own for an item is found again: this and its number. */
  static final String OF_ITEM = "item-";

  /** The same of the digests of a day: this and the day. */
  static final String OF_DIGEST = "digest-";

  /**
   * Whether the one to whom an item {@code i} came may still read it. What came in place of
   * somebody who is away was looked at when it came, and what was told in confidence is there no
   * longer than that. Most is not told in confidence, and is not looked up one by one.
   */
  private static final String READABLE =
      """
      (i.notice not in (select o.id from notice o where o.confidential = true)
        or exists (select 1 from notice t where t.id = i.notice
          and (i.in_place_of = '' and (
            position(', @' || i.account || ', ' in ', ' || t.recipients || ', ') > 0
            or exists (
              select 1 from act_id_membership m where m.user_id_ = i.account
                and position(', ' || m.group_id_ || ', ' in ', ' || t.recipients || ', ') > 0))
          or i.account || '/' || i.in_place_of in (:standIns))))
      """;

  /** Items of a person, as far as the person may still read them. */
  private static final String OWN =
      " where i.account = :account and i.account_left = false and " + READABLE;

  private static final String ITEMS = " from inbox_item i";

  private static final String TOLD = ITEMS + " join notice n on n.id = i.notice";

  /** How a notice {@code n} comes to one whose choice {@code c} is known, if there is one. */
  private static final String WAY =
      "case when n.kind in (:always) then :atOnce else"
          + " coalesce(c.way, case when n.kind in (:urgent) then :atOnce else :digest end) end";

  private static final String UNREAD = " and i.read_at is null";

  private static final String READ = " and i.read_at is not null";

  private static final String OF_PROGRAMME =
      " and i.notice in (select p.id from notice p where p.programme = :programme)";

  /** Of so many items the programmes are offered to choose one: the last ones. */
  private static final int LATELY = 500;

  private final JdbcClient db;
  private final Clock clock;
  private final Outbox outbox;
  private final Deputies deputies;
  private final Signatures signatures;
  private final List<String> urgent;
  private final List<String> always;

  Inbox(
      JdbcClient db,
      Clock clock,
      Outbox outbox,
      TellingPolicy policy,
      Deputies deputies,
      Signatures signatures) {
    this.db = db;
    this.clock = clock;
    this.outbox = outbox;
    this.deputies = deputies;
    this.signatures = signatures;
    this.urgent = orNone(policy.urgent().stream().map(NoticeKind::code).toList());
    this.always = orNone(policy.always().stream().map(NoticeKind::code).toList());
  }

  /**
   * What one person was told.
   *
   * @param readAt null while it is unread
   * @param inPlaceOf the account of who was away, in whose place the person was told; empty for
   *     what was told to the person itself
   */
  public record Item(long id, Notice notice, OffsetDateTime readAt, String inPlaceOf) {

    public boolean isRead() {
      return readAt != null;
    }
  }

  /**
   * What a person looks for.
   *
   * @param unread whether only what is unread
   * @param programme the key of the one programme; empty for all
   */
  public record Search(boolean unread, String programme) {

    private String where() {
      return OWN + (unread ? UNREAD : "") + (programme.isEmpty() ? "" : OF_PROGRAMME);
    }

    private Search onlyUnread() {
      return new Search(true, programme);
    }

    private Map<String, Object> parameters(String account, List<String> standIns) {
      Map<String, Object> parameters =
          new HashMap<>(Map.of("account", account, "standIns", standIns));
      if (!programme.isEmpty()) {
        parameters.put("programme", programme);
      }
      return parameters;
    }
  }

  /**
   * How much of one programme, or of all, a person was told.
   *
   * @param newest the id of the newest item; 0 if there is none
   */
  public record Count(long all, long unread, long newest) {

    /** How many are found. */
    public long of(Search search) {
      return search.unread() ? unread : all;
    }
  }

  /** How many are unread. */
  public long unread(String account) {
    return unread(account, Integer.MAX_VALUE);
  }

  /** The same, but no more than so many are counted. */
  public int unread(String account, int most) {
    return db.sql("select count(*) from (select i.id" + ITEMS + OWN + UNREAD + " limit :most) few")
        .param("account", account)
        .param("standIns", standIns())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** Of the programme that is looked for, whether read or not. */
  public Count count(String account, Search search) {
    Search all = new Search(false, search.programme());
    return db.sql(
            "select count(*), count(case when i.read_at is null then 1 end), coalesce(max(i.id), 0)"
                + ITEMS
                + all.where())
        .params(all.parameters(account, standIns()))
        .query((row, number) -> new Count(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  /** Those that are found: the unread first, of them and of the others the newest first. */
  public List<Item> find(String account, Search search, int size, long offset) {
    List<Item> found =
        new ArrayList<>(newest(account, search, search.onlyUnread().where(), size, offset));
    if (!search.unread() && found.size() < size) {
      long unread = offset == 0 ? found.size() : count(account, search).unread();
      found.addAll(
          newest(
              account,
              search,
              search.where() + READ,
              size - found.size(),
              Math.max(0, offset - unread)));
    }
    return found;
  }

  private List<Item> newest(String account, Search search, String where, int size, long offset) {
    return db.sql(
            "select n.*, i.id as item, i.read_at, i.in_place_of"
                + TOLD
                + where
                + " order by i.id desc limit :size offset :offset")
        .params(search.parameters(account, standIns()))
        .param("size", size)
        .param("offset", offset)
        .query(Inbox::item)
        .list();
  }

  /** The programmes of which a person was told lately. */
  public List<String> programmes(String account) {
    return db.sql(
            "select distinct n.programme from (select i.notice"
                + ITEMS
                + OWN
                + " order by i.id desc limit :lately) told join notice n on n.id = told.notice"
                + " order by n.programme")
        .param("account", account)
        .param("standIns", standIns())
        .param("lately", LATELY)
        .query(String.class)
        .list();
  }

  /**
   * A person reads a notice.
   *
   * @return empty if the person was not told, or may not read it any more
   */
  public Optional<Notice> read(String account, long id) {
    Optional<Item> item =
        db.sql(
                "select n.*, i.id as item, i.read_at, i.in_place_of"
                    + TOLD
                    + OWN
                    + " and i.id = :id")
            .param("account", account)
            .param("standIns", standIns())
            .param("id", id)
            .query(Inbox::item)
            .optional();
    if (item.isPresent() && !item.get().isRead()) {
      db.sql("update inbox_item set read_at = :now where id = :id and read_at is null")
          .param("now", OffsetDateTime.now(clock))
          .param("id", id)
          .update();
    }
    return item.map(Item::notice);
  }

  /**
   * A person has read all that was found.
   *
   * @param newest the newest that the person saw; what came meanwhile stays unread
   */
  public void readAll(String account, Search search, long newest) {
    db.sql(
            "update inbox_item set read_at = :now where id in (select i.id"
                + ITEMS
                + search.where()
                + UNREAD
                + " and i.id <= :newest)")
        .params(search.parameters(account, standIns()))
        .param("now", OffsetDateTime.now(clock))
        .param("newest", newest)
        .update();
  }

  /**
   * What was told so far was only played: nobody gets a mail of it, also not in the morning, and
   * what was told before a moment is read.
   */
  public void wasPlayed(OffsetDateTime readBefore) {
    db.sql("update inbox_item set way = :none").param("none", MailWay.NONE.code()).update();
    db.sql("update inbox_item set read_at = told_at where read_at is null and told_at < :moment")
        .param("moment", readBefore)
        .update();
  }

  /** Notices come to the members of these groups, by mail as each has chosen. */
  void deliver(List<Long> notices, List<String> groups, OffsetDateTime now) {
    deliver(
        notices,
        "select distinct user_id_ as account from act_id_membership where group_id_ in (:told)",
        groups,
        now);
  }

  /** Notices come to these people. */
  void deliverTo(List<Long> notices, Collection<String> accounts, OffsetDateTime now) {
    deliver(notices, "select id_ as account from act_id_user where id_ in (:told)", accounts, now);
  }

  private void deliver(
      List<Long> notices, String members, Collection<String> told, OffsetDateTime now) {
    int delivered =
        db.sql(
                """
                insert into inbox_item (notice, account, in_place_of, told_at, way)
                select n.id, m.account, '', :now, %s
                from notice n cross join (%s) m
                left join mail_choice c on c.account = m.account and c.kind = n.kind
                where n.id in (:notices) order by n.id, m.account
                """
                    .formatted(WAY, members))
            .param("now", now)
            .param("told", told)
            .param("notices", notices)
            .param("always", always)
            .param("urgent", urgent)
            .param("atOnce", MailWay.AT_ONCE.code())
            .param("digest", MailWay.DIGEST.code())
            .update();
    if (delivered > 0) {
      deputies.today().forEach(standIn -> deliver(notices, standIn, now));
      outbox.post(atOnce(notices));
    }
  }

  /**
   * What came to somebody who is away comes to the deputy, too, unless it did already: what was
   * told in confidence only to whom it was for alone, or to a group whose rights the deputy has.
   */
  private void deliver(List<Long> notices, StandIn standIn, OffsetDateTime now) {
    db.sql(
            """
            insert into inbox_item (notice, account, in_place_of, told_at, way)
            select n.id, :deputy, i.account, :now, %s
            from inbox_item i join notice n on n.id = i.notice
            left join mail_choice c on c.account = :deputy and c.kind = n.kind
            where i.notice in (:notices) and i.account = :absent and i.in_place_of = ''
              and not exists (
                select 1 from inbox_item o where o.notice = i.notice and o.account = :deputy)
              and (not n.confidential
                or position(', @' || i.account || ', ' in ', ' || n.recipients || ', ') > 0
                or exists (
                  select 1 from act_id_membership m
                  where m.user_id_ = i.account and m.group_id_ in (:groups)
                    and position(', ' || m.group_id_ || ', ' in ', ' || n.recipients || ', ') > 0))
            order by n.id
            """
                .formatted(WAY))
        .param("deputy", standIn.deputy())
        .param("absent", standIn.absent())
        .param("groups", orNone(standIn.groups()))
        .param("now", now)
        .param("notices", notices)
        .param("always", always)
        .param("urgent", urgent)
        .param("atOnce", MailWay.AT_ONCE.code())
        .param("digest", MailWay.DIGEST.code())
        .update();
  }

  /** Who stands in for whom now, as an item has them. */
  private List<String> standIns() {
    return orNone(
        deputies.today().stream()
            .map(standIn -> standIn.deputy() + "/" + standIn.absent())
            .toList());
  }

  /** A list in a statement must not be empty. */
  private static List<String> orNone(Collection<String> some) {
    return some.isEmpty() ? List.of("") : List.copyOf(some);
  }

  private List<Letter> atOnce(List<Long> notices) {
    return db
        .sql(
            """
            select i.id, i.account, i.in_place_of, n.subject
            from inbox_item i join notice n on n.id = i.notice
            where i.notice in (:notices) and i.way = :atOnce order by i.id
            """)
        .param("notices", notices)
        .param("atOnce", MailWay.AT_ONCE.code())
        .query(Inbox::told)
        .list()
        .stream()
        .map(
            told -> {
              String subject = subject(told);
              return new Letter(
                  told.account(),
                  OF_ITEM + told.id(),
                  subject,
                  List.of(subject),
                  "/inbox/" + told.id());
            })
        .toList();
  }

  /**
   * Takes what waits for the digest and is unread, once.
   *
   * @param day the day of the digest
   * @return the subjects for each account, oldest first
   */
  Map<String, List<String>> takeForDigest(LocalDate day) {
    Map<String, List<String>> subjects = new HashMap<>();
    // What is marked is what is read afterwards: an item that becomes known meanwhile waits.
    db.sql(
            "update inbox_item set digested_for = :day"
                + " where way = :digest and digested_for is null and read_at is null")
        .param("day", day)
        .param("digest", MailWay.DIGEST.code())
        .update();
    List<Told> found =
        db.sql(
                "select i.id, i.account, i.in_place_of, n.subject"
                    + " from inbox_item i join notice n on n.id = i.notice"
                    + " where i.way = :digest and i.digested_for = :day and i.read_at is null"
                    + " and i.account_left = false and "
                    + READABLE
                    + " order by i.id")
            .param("digest", MailWay.DIGEST.code())
            .param("day", day)
            .param("standIns", standIns())
            .query(Inbox::told)
            .list();
    found.forEach(
        told ->
            subjects
                .computeIfAbsent(told.account(), first -> new ArrayList<>())
                .add(subject(told)));
    return subjects;
  }

  /** What a mail is to say of an item. */
  private record Told(long id, String account, String inPlaceOf, String subject) {}

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        row.getLong("id"),
        row.getString("account"),
        row.getString("in_place_of"),
        Dates.inWords(row.getString("subject")));
  }

  private String subject(Told told) {
    return told.inPlaceOf().isEmpty()
        ? told.subject()
        : Words.of("mail.inPlace").formatted(told.subject(), signatures.ofHolder(told.inPlaceOf()));
  }

  /** That the person was told, and has read it, stays known. */
  @EventListener
  void close(AccountLeft left) {
    db.sql(
            "update inbox_item set account_left = true"
                + " where account = :account or in_place_of = :account")
        .param("account", left.account())
        .update();
    for (String column : List.of("account", "in_place_of")) {
      db.sql("update inbox_item set " + column + " = :retired where " + column + " = :account")
          .param("retired", left.retired())
          .param("account", left.account())
          .update();
    }
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getLong("item"),
        Notices.notice(row, number),
        row.getObject("read_at", OffsetDateTime.class),
        row.getString("in_place_of"));
  }
}
