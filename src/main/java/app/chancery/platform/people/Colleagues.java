package app.chancery.platform.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works beside whom: the other members of one's groups. */
@Component
public class Colleagues {

  private final JdbcClient db;

  Colleagues(JdbcClient db) {
    this.db = db;
  }

  /**
   * The other members of these groups, in the order of their names.
   *
   * @param but the account that is left out
   */
  public List<Colleague> in(Collection<String> groups, String but) {
    if (groups.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = new LinkedHashMap<>();
    db.sql(
            """
            select u.id_, u.first_, u.last_ from act_id_user u
            where u.id_ <> :but and exists (
              select 1 from act_id_membership m where m.user_id_ = u.id_ and m.group_id_ in (:groups))
            order by lower(u.last_), lower(u.first_), u.id_
            """)
        .param("but", but)
        .param("groups", groups)
        .query(
            row -> {
              names.put(
                  row.getString("id_"),
                  Names.of(row.getString("id_"), row.getString("first_"), row.getString("last_")));
            });
    return Names.apart(names).entrySet().stream()
        .map(each -> new Colleague(each.getKey(), each.getValue()))
        .toList();
  }

  /**
   * @param account by which the engine knows the person
   * @param name by which people do
   */
  public record Colleague(String account, String name) {}
}
