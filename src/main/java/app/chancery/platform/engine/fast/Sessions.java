package app.chancery.platform.engine.fast;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** What the engine opens at the beginning of a command, by the class it asks for. */
final class Sessions {

  private Sessions() {}

  static SessionFactory of(Class<? extends Session> type, Supplier<Session> open) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return type;
      }

      @Override
      public Session openSession() {
        return open.get();
      }
    };
  }
}
