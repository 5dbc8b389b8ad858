package app.chancery.platform.forms;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

/** The expressions of forms without an office: FEEL as the engine sets it up. */
final class FeelOfTheEngine implements Expressions {

  private final DefaultDmnEngineConfiguration dmn =
      (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();

  FeelOfTheEngine() {
    dmn.buildEngine();
  }

  @Override
  public Object value(String expression, Map<String, Object> known) {
    return dmn.getFeelEngine()
        .evaluateSimpleExpression(expression, Variables.fromMap(known).asVariableContext());
  }
}
