package app.chancery.platform.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who has an account, and what each is in the office. */
@Component
public class Directory {

  private final JdbcClient db;

  Directory(JdbcClient db) {
    this.db = db;
  }

  /** In the order of their names. */
  public List<Entry> everybody() {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    db.sql(
            """
            select u.id_, u.first_, u.last_, g.id_ as group_id, g.name_ as group_name
            from act_id_user u
            left join act_id_membership m on m.user_id_ = u.id_
            left join act_id_group g on g.id_ = m.group_id_
            order by lower(u.last_), lower(u.first_), u.id_
            """)
        .query(
            row -> {
              String account = row.getString("id_");
              names.putIfAbsent(
                  account, Names.of(account, row.getString("first_"), row.getString("last_")));
              addGroup(groups.computeIfAbsent(account, first -> new TreeMap<>()), row);
            });
    return names.entrySet().stream()
        .map(each -> entry(each.getKey(), each.getValue(), groups.get(each.getKey())))
        .toList();
  }

  private static void addGroup(Map<String, String> groups, ResultSet row) throws SQLException {
    String group = row.getString("group_id");
    if (group != null) {
      groups.put(group, Objects.requireNonNullElse(row.getString("group_name"), ""));
    }
  }

  private static Entry entry(String account, String name, Map<String, String> groups) {
    return new Entry(account, name, Groups.function(groups), List.copyOf(groups.keySet()));
  }

  /**
   * @param account by which records know the person
   * @param name by which people do
   * @param function such as "analyst"; empty for a member of no group
   * @param groups by their ids
   */
  public record Entry(String account, String name, String function, List<String> groups) {

    /** "Clara Moreau, executive". */
    public String inWords() {
      return function.isEmpty() ? name : name + ", " + function;
    }
  }
}
