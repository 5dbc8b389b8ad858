package app.chancery.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Uses the engine with Chancery's own rights instead of those of the person who acts. For what the
 * business tells a process: whether the person may do it was decided where the request came in. The
 * person stays the author of what is recorded.
 */
@Component
public class OwnRights {

  private final ProcessEngine engine;

  OwnRights(@Lazy ProcessEngine engine) {
    this.engine = engine;
  }

  /** Runs in one command, and so in one transaction, of the engine. */
  public <T> T use(Supplier<T> action) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(action::get));
  }
}
