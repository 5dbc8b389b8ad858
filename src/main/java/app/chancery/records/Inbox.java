package app.chancery.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What each person was told, read or not. Told are those who belong to the recipients at that
 * moment: who joins a group later finds what was told before on the pages of the programmes. What
 * was told in confidence is read by those alone who still belong to its recipients.
 */
@Service
public class Inbox {

  /** Items of a person, as far as the person may still read them. */
  private static final String OWN =
      """
       from inbox_item i join notice n on n.id = i.notice
      where i.account = :account
        and (not n.confidential
          or position(', @' || i.account || ', ' in ', ' || n.recipients || ', ') > 0
          or exists (
            select 1 from act_id_membership m where m.user_id_ = i.account
              and position(', ' || m.group_id_ || ', ' in ', ' || n.recipients || ', ') > 0))
      """;

  private static final String UNREAD = " and i.read_at is null";

  private static final String OF_PROGRAMME = " and n.programme = :programme";

  private final JdbcClient db;
  private final Clock clock;

  Inbox(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * What one person was told.
   *
   * @param readAt null while it is unread
   */
  public record Item(long id, Notice notice, OffsetDateTime readAt) {

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

    private Map<String, Object> parameters(String account) {
      Map<String, Object> parameters = new HashMap<>(Map.of("account", account));
      if (!programme.isEmpty()) {
        parameters.put("programme", programme);
      }
      return parameters;
    }
  }

  /** How many are unread. */
  public long unread(String account) {
    return count(account, new Search(true, ""));
  }

  /** The same, but no more than so many are counted. */
  public int unread(String account, int most) {
    return db.sql("select count(*) from (select i.id" + OWN + UNREAD + " limit :most) few")
        .param("account", account)
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  public long count(String account, Search search) {
    return db.sql("select count(*)" + search.where())
        .params(search.parameters(account))
        .query(Long.class)
        .single();
  }

  /** Those that are found: the unread first, of them and of the others the newest first. */
  public List<Item> find(String account, Search search, int size, long offset) {
    return db.sql(
            "select n.*, i.id as item, i.read_at"
                + search.where()
                + """
                 order by case when i.read_at is null then 0 else 1 end, i.id desc
                limit :size offset :offset
                """)
        .params(search.parameters(account))
        .param("size", size)
        .param("offset", offset)
        .query(Inbox::item)
        .list();
  }

  /** The id of the newest one; 0 if there is none. */
  public long newest(String account) {
    return db.sql("select coalesce(max(i.id), 0)" + OWN)
        .param("account", account)
        .query(Long.class)
        .single();
  }

  /** The programmes of which a person was told. */
  public List<String> programmes(String account) {
    return db.sql("select distinct n.programme" + OWN + " order by n.programme")
        .param("account", account)
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
        db.sql("select n.*, i.id as item, i.read_at" + OWN + " and i.id = :id")
            .param("account", account)
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
                + search.where()
                + UNREAD
                + " and i.id <= :newest)")
        .params(search.parameters(account))
        .param("now", OffsetDateTime.now(clock))
        .param("newest", newest)
        .update();
  }

  /** Notices come to the members of these groups. */
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
    db.sql(
            "insert into inbox_item (notice, account, told_at) select n.id, m.account, :now"
                + " from notice n cross join ("
                + members
                + ") m where n.id in (:notices) order by n.id, m.account")
        .param("now", now)
        .param("told", told)
        .param("notices", notices)
        .update();
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getLong("item"),
        Notices.notice(row, number),
        row.getObject("read_at", OffsetDateTime.class));
  }
}
