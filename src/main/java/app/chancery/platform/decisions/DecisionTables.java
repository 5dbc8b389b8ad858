package app.chancery.platform.decisions;

import java.util.List;
import java.util.Map;

/**
 * The policy tables (DMN). Unless somebody asks for other versions ({@link TableReleases}), the one
 * of each table that is in use answers.
 */
public interface DecisionTables {

  /**
   * Evaluates a table that may match several rules.
   *
   * @param table the decision's id, which is also its file name
   * @param inputs by the names that the table's input expressions use; null stands for "not known"
   * @return one map of outputs per matching rule
   * @throws NoRuleMatched if no rule matches
   * @throws SeveralRulesMatched if more than one does, and the table says that only one may
   */
  List<Map<String, Object>> all(String table, Map<String, Object> inputs);

  /**
   * Evaluates a table of which exactly one rule must match.
   *
   * @throws NoRuleMatched if no rule matches
   * @throws SeveralRulesMatched if more than one does
   */
  default Map<String, Object> one(String table, Map<String, Object> inputs) {
    List<Map<String, Object>> matched = all(table, inputs);
    if (matched.size() > 1) {
      throw new SeveralRulesMatched(table, inputs);
    }
    return matched.get(0);
  }

  /** The ids of the policy tables, for those who want to read or explain them. */
  List<String> tables();

  /**
   * The rules of a table as they are written, in their order, for those who want to see thresholds.
   *
   * @return for each rule its conditions by the names that the input expressions use ("" stands for
   *     any), its outputs by their names, and its {@code description}
   */
  List<Map<String, String>> rules(String table);
}
