package app.chancery.records;

import app.chancery.platform.mail.MailState;
import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Coded;
import app.chancery.records.Telling.Mailed;
import app.chancery.records.Telling.Reached;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * That all were told at every stage (rule 8): what, to whom, when, by which way, and who has read
 * it. Who sees a notice is as on the page of the programme. Staff see everybody whom it reached;
 * everybody else the members of their own groups alone, and so does whoever was told in confidence.
 */
@Service
public class Tellings {

  /** Whom a notice reached, and the mail about it if there is one. */
  private static final String REACHED =
      """
      select i.notice, n.place_id, i.account, i.account_left, i.way, i.digested_for, i.read_at,
        m.state, m.sent_at
      from inbox_item i join notice n on n.id = i.notice
      left join mail m on m.account = i.account
        and m.about = case
          when i.way = :atOnce then :ofItem || cast(i.id as varchar(40))
          else :ofDigest || cast(i.digested_for as varchar(40)) end
      """;

  private final JdbcClient db;
  private final Notices notices;

  Tellings(JdbcClient db, Notices notices) {
    this.db = db;
    this.notices = notices;
  }

  /**
   * Of a programme, oldest first.
   *
   * @param groups of the reader
   */
  public List<Telling> of(String programme, Collection<String> groups) {
    Map<Long, List<Reached>> reached = reached(programme, groups);
    return notices.shownTo(groups, programme).stream()
        .map(notice -> new Telling(notice, reached.getOrDefault(notice.id(), List.of())))
        .toList();
  }

  private Map<Long, List<Reached>> reached(String programme, Collection<String> groups) {
    Map<Long, List<Reached>> reached = new HashMap<>();
    db.sql(
            REACHED
                + """
            where n.programme = :programme and n.recipients not like '@%'
              and (:staff and not n.confidential
                or exists (
                  select 1 from act_id_membership g
                  where g.user_id_ = i.account and g.group_id_ in (:groups)
                    and position(', ' || g.group_id_ || ', ' in ', ' || n.recipients || ', ') > 0))
            order by i.read_at nulls last, i.id
            """)
        .param("programme", programme)
        .param("atOnce", MailWay.AT_ONCE.code())
        .param("ofItem", Inbox.OF_ITEM)
        .param("ofDigest", Inbox.OF_DIGEST)
        .param("staff", Groups.areStaff(groups))
        .param("groups", groups.isEmpty() ? Set.of("") : Set.copyOf(groups))
        .query(
            row -> {
              reached
                  .computeIfAbsent(row.getLong("notice"), id -> new ArrayList<>())
                  .add(reached(row));
            });
    return reached;
  }

  /** Whom all notices reached that lead to such places, by the ids of the places. */
  public Map<String, List<Reached>> of(NoticePlace.Kind kind, Collection<String> places) {
    Map<String, List<Reached>> reached = new HashMap<>();
    if (!places.isEmpty()) {
      db.sql(REACHED + " where n.place = :kind and n.place_id in (:places) order by i.id")
          .param("kind", kind.code())
          .param("places", places)
          .param("atOnce", MailWay.AT_ONCE.code())
          .param("ofItem", Inbox.OF_ITEM)
          .param("ofDigest", Inbox.OF_DIGEST)
          .query(
              row -> {
                reached
                    .computeIfAbsent(row.getString("place_id"), id -> new ArrayList<>())
                    .add(reached(row));
              });
    }
    return reached;
  }

  private static Reached reached(ResultSet row) throws SQLException {
    MailWay way = Coded.of(MailWay.class, row.getString("way"));
    return new Reached(
        row.getString("account"),
        row.getBoolean("account_left"),
        way,
        mailed(way, row),
        row.getObject("sent_at", OffsetDateTime.class),
        row.getObject("read_at", OffsetDateTime.class));
  }

  private static Mailed mailed(MailWay way, ResultSet row) throws SQLException {
    if (way == MailWay.NONE) {
      return Mailed.NONE;
    }
    if (row.getString("state") != null) {
      return Mailed.of(Coded.of(MailState.class, row.getString("state")));
    }
    if (way == MailWay.DIGEST && row.getString("digested_for") == null) {
      return row.getString("read_at") == null ? Mailed.NEXT_DIGEST : Mailed.READ_BEFORE;
    }
    return Mailed.FORGOTTEN;
  }
}
