package app.chancery.platform.engine.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts what reads faster in the place of the engine's own. */
class FastReading extends AbstractProcessEnginePlugin {

  private final Supplier<JdbcClient> db;

  /**
   * @param db of the engine's own tables, in the engine's own transactions
   */
  FastReading(Supplier<JdbcClient> db) {
    this.db = db;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<SessionFactory> sessions = new ArrayList<>(ReadTogether.sessions(db));
    sessions.addAll(ReadAhead.sessions());
    sessions.add(Entities.session());
    sessions.add(PlainRights.session(db));
    Optional.ofNullable(configuration.getCustomSessionFactories())
        .ifPresent(others -> sessions.addAll(0, others));
    configuration.setCustomSessionFactories(sessions);
    configuration.setResourceAuthorizationProvider(new ReadTogether.RightsToTasks());
    configuration.setEnableDefaultDbHistoryEventHandler(false);
    KnownGetters.areUsed();
    KnownFunctions.areUsed(configuration);
  }

  /** Beside the handlers that others ask for; their list is theirs. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    ((CompositeHistoryEventHandler) configuration.getHistoryEventHandler())
        .add(new ReadTogether.History(db));
  }
}
