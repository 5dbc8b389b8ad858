package app.chancery.records;

import app.chancery.platform.security.Delegations;
import app.chancery.records.Telling.Reading;
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
 * That all were told at every stage (rule 8): what, to whom, when, and who has read it. Who sees a
 * notice is as on the page of the programme. Staff see everybody who has read it; a delegation its
 * own members alone, and so does whoever was told in confidence.
 */
@Service
public class Tellings {

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
    Map<Long, List<Sent>> sent = sent(programme, groups);
    return notices.shownTo(groups, programme).stream()
        .map(notice -> telling(notice, sent.getOrDefault(notice.id(), List.of())))
        .toList();
  }

  private static Telling telling(Notice notice, List<Sent> sent) {
    return new Telling(
        notice,
        sent.size(),
        sent.stream()
            .filter(each -> each.readAt() != null)
            .map(each -> new Reading(each.account(), each.readAt()))
            .toList());
  }

  /**
   * @param readAt null while it is unread
   */
  private record Sent(String account, OffsetDateTime readAt) {}

  private Map<Long, List<Sent>> sent(String programme, Collection<String> groups) {
    Map<Long, List<Sent>> sent = new HashMap<>();
    db.sql(
            """
            select i.notice, i.account, i.read_at
            from inbox_item i join notice n on n.id = i.notice
            where n.programme = :programme and n.recipients not like '@%'
              and (:staff and not n.confidential
                or exists (
                  select 1 from act_id_membership m
                  where m.user_id_ = i.account and m.group_id_ in (:groups)
                    and position(', ' || m.group_id_ || ', ' in ', ' || n.recipients || ', ') > 0))
            order by i.read_at, i.id
            """)
        .param("programme", programme)
        .param("staff", groups.stream().anyMatch(group -> !Delegations.isOne(group)))
        .param("groups", groups.isEmpty() ? Set.of("") : Set.copyOf(groups))
        .query(
            row -> {
              sent.computeIfAbsent(row.getLong("notice"), id -> new ArrayList<>())
                  .add(
                      new Sent(
                          row.getString("account"),
                          row.getObject("read_at", OffsetDateTime.class)));
            });
    return sent;
  }
}
