package app.chancery.desk.outcomes;

import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The programmes that can be chosen, several of them, and looked for among many. */
@Component
class ProgrammeChoice {

  /**
   * So many are offered beside those that are chosen already; of more the others are looked for.
   */
  static final int OFFERED = 40;

  private final JdbcClient db;
  private final Programmes programmes;

  ProgrammeChoice(JdbcClient db, Programmes programmes) {
    this.db = db;
    this.programmes = programmes;
  }

  /** A box to tick. */
  record Choice(String key, String called, boolean chosen) {}

  /**
   * @param find what was looked for, as it was typed
   * @param chosen how many are ticked
   * @param more whether others match as well
   */
  record Choices(List<Choice> offered, String find, int chosen, boolean more) {}

  /**
   * @param keys of those that are chosen; what is no key is looked for, if nothing else is
   * @param find a part of a name or key; blank for any
   */
  Choices of(List<String> keys, String find) {
    List<Choice> offered = new ArrayList<>();
    Set<String> ticked = new HashSet<>();
    for (Programme each : programmes.all(keys)) {
      ticked.add(each.key());
      offered.add(new Choice(each.key(), each.called(), true));
    }
    String looked =
        find.isBlank()
            ? keys.stream().filter(each -> !ticked.contains(each)).collect(Collectors.joining(" "))
            : find;
    List<Choice> others =
        db
            .sql(
                """
                select name, programme_key from programme
                where :like = '%%' or lower(name) like lower(:like)
                  or lower(programme_key) like lower(:like)
                  or lower(name || ' (' || programme_key || ')') like lower(:like)
                order by lower(name), programme_key limit :most
                """)
            .param("like", like(looked))
            .param("most", OFFERED + ticked.size() + 1)
            .query(
                (row, number) ->
                    new Choice(
                        row.getString("programme_key"),
                        Programme.called(row.getString("name"), row.getString("programme_key")),
                        false))
            .list()
            .stream()
            .filter(each -> !ticked.contains(each.key()))
            .toList();
    offered.addAll(others.stream().limit(OFFERED).toList());
    return new Choices(
        List.copyOf(offered), looked.strip(), ticked.size(), others.size() > OFFERED);
  }

  private static String like(String find) {
    return "%" + find.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
