package app.chancery.platform.engine.fast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Asks a decision table before anybody does, in a thread of its own and on an engine of its own:
 * what reads and asks tables is some thousand classes, and whoever asks first waits until they are
 * loaded, a second of a start. The answer is of no use and is not kept.
 */
class DecisionsAhead implements BeanFactoryPostProcessor {

  private static final String TABLE = "score-readiness";

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    // Not of a pool: it needs this thread's class loader.
    Thread asking = new Thread(DecisionsAhead::ask, "decisions-ahead");
    asking.setDaemon(true);
    asking.start();
  }

  static DmnDecisionResult ask() {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (InputStream table =
        DecisionsAhead.class.getResourceAsStream("/processes/readiness/" + TABLE + ".dmn")) {
      return engine.evaluateDecision(
          engine.parseDecision(TABLE, table),
          Variables.createVariables()
              .putValue("region", "europe")
              .putValue("dimension", "militaryCapability"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
