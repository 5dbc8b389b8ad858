package app.chancery.platform.people;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What user groups are called where people read, the same in a list as in a sentence. */
@Component
public class GroupNames {

  private final JdbcClient db;

  GroupNames(JdbcClient db) {
    this.db = db;
  }

  /** The name of a group; its id if it has none, or if there is no such group. */
  public String of(String group) {
    return of(List.of(group)).stream().map(Named::name).findFirst().orElse(group);
  }

  /** Those of these groups that there are, by name. */
  public List<Named> of(Collection<String> groups) {
    return groups.isEmpty()
        ? List.of()
        : db.sql(
                """
                select id_, coalesce(nullif(trim(name_), ''), id_) as called from act_id_group
                where id_ in (:groups) order by lower(name_), id_
                """)
            .param("groups", groups)
            .query((row, number) -> named(row.getString("id_"), row.getString("called")))
            .list();
  }

  private static Named named(String group, String called) {
    return new Named(group, Groups.called(group, called));
  }

  /**
   * @param name as people read it
   */
  public record Named(String id, String name) {}
}
