package app.chancery.platform.engine;

import app.chancery.platform.forms.Expressions;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** FEEL as decision tables have it: forms are read by the same engine. */
@Component
class EngineExpressions implements Expressions {

  private final ProcessEngine engine;

  EngineExpressions(@Lazy ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public Object value(String expression, Map<String, Object> known) {
    FeelEngine feel =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getDmnEngineConfiguration()
            .getFeelEngine();
    return feel.evaluateSimpleExpression(expression, Variables.fromMap(known).asVariableContext());
  }
}
