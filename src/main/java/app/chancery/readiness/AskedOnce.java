package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tables that are asked for the many dossiers of an office. What a table cannot tell apart is one
 * question: scores between the same two of its numbers, and what it has no column for. Where a cell
 * says more than values, comparisons and ranges, as what an administrator deploys may, only the
 * very same inputs are.
 */
final class AskedOnce implements DecisionTables {

  private static final String REGION = "region";
  private static final String DESCRIPTION = "description";
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final DecisionTables tables;
  private final Map<Question, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();
  private final Map<String, List<Map<String, String>>> rules = new ConcurrentHashMap<>();
  private final Map<Question, Map<String, TreeSet<Integer>>> stretches = new ConcurrentHashMap<>();

  AskedOnce(DecisionTables tables) {
    this.tables = tables;
  }

  private record Question(String table, Map<String, Object> inputs) {}

  @Override
  public List<Map<String, Object>> all(String table, Map<String, Object> inputs) {
    Question question = new Question(table, told(table, inputs));
    List<Map<String, Object>> known = answers.get(question);
    if (known == null) {
      known = tables.all(table, inputs);
      answers.put(question, known);
    }
    return known;
  }

  /** What the table can tell of the inputs. */
  private Map<String, Object> told(String table, Map<String, Object> inputs) {
    Map<String, TreeSet<Integer>> scores =
        scores(table, String.valueOf(inputs.get(REGION)), inputs);
    Map<String, Object> told = new TreeMap<>();
    inputs.forEach(
        (name, value) -> {
          if (!scores.containsKey(name)) {
            told.put(name, value);
          } else if (!scores.get(name).isEmpty()) {
            told.put(name, scores.get(name).floor((Integer) value));
          }
        });
    return told;
  }

  /**
   * Of each score where a stretch begins in which the table answers the same; nothing where it has
   * no column for it. Empty if its cells are not plain.
   */
  private Map<String, TreeSet<Integer>> scores(
      String table, String region, Map<String, Object> inputs) {
    return stretches.computeIfAbsent(
        new Question(table, Map.of(REGION, region)),
        of -> {
          Map<String, TreeSet<Integer>> found = new HashMap<>();
          List<Map<String, String>> written = rules(table);
          if (written.stream()
              .flatMap(each -> each.entrySet().stream())
              .allMatch(AskedOnce::plain)) {
            Map<Dimension, List<Integer>> begins = AlwaysHolds.stretches(written, region);
            for (Dimension dimension : Dimension.values()) {
              if (inputs.containsKey(dimension.field())) {
                found.put(
                    dimension.field(), new TreeSet<>(begins.getOrDefault(dimension, List.of())));
              }
            }
          }
          return found;
        });
  }

  /** A column asks for one input by its name, and a cell says no more than a file may. */
  private static boolean plain(Map.Entry<String, String> cell) {
    return cell.getKey().equals(DESCRIPTION)
        || NAME.matcher(cell.getKey()).matches() && PolicyFile.isPlain(cell.getValue());
  }

  @Override
  public List<String> tables() {
    return tables.tables();
  }

  @Override
  public List<Map<String, String>> rules(String table) {
    return rules.computeIfAbsent(table, tables::rules);
  }
}
