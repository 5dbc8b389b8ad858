package app.chancery.platform.decisions;

import java.util.Map;

/** No rule of a policy table matches a case. */
public class NoRuleMatched extends TableWithoutAnswer {

  public NoRuleMatched(String table, Map<String, Object> inputs) {
    super("tableWithoutAnswer.noRule", table, inputs);
  }
}
