package app.chancery.platform.decisions;

import java.util.Map;

/** Several rules of a policy table match a case of which only one may. */
public class SeveralRulesMatched extends TableWithoutAnswer {

  public SeveralRulesMatched(String table, Map<String, Object> inputs) {
    super("tableWithoutAnswer.severalRules", table, inputs);
  }
}
