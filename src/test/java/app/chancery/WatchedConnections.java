package app.chancery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Three rules about the database that every application that a test starts keeps, or fails. What
 * says that it only reads, opening a form for instance, writes nothing and locks nothing;
 * PostgreSQL watches that by itself, H2 does not. And whoever has a connection asks for no second
 * one before it has given the first back: as many of those at once as the pool is large would wait
 * for each other. And nothing is asked to be one of none: PostgreSQL refuses an empty list, H2 does
 * not.
 */
@Component
@ConditionalOnProperty(name = "watched-connections", matchIfMissing = true)
public class WatchedConnections implements BeanPostProcessor {

  /** Given where time is taken: each statement is read. */
  public static final String NOT = "--watched-connections=false";

  private static final Pattern WRITES =
      Pattern.compile(
          "\\s*(insert|update|delete|merge|truncate)\\b.*|.*\\bfor\\s+(no\\s+key\\s+)?update\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern AMONG_NONE =
      Pattern.compile("\\bin\\s*\\(\\s*\\)", Pattern.CASE_INSENSITIVE);

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource dataSource ? new Watched(dataSource) : bean;
  }

  private static final ThreadLocal<Integer> HELD = ThreadLocal.withInitial(() -> 0);

  private static final class Watched extends DelegatingDataSource {

    Watched(DataSource watched) {
      super(watched);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (HELD.get() > 0) {
        throw new IllegalStateException("A second connection was asked for beside the first");
      }
      Connection connection = super.getConnection();
      HELD.set(1);
      return (Connection)
          Proxy.newProxyInstance(
              Watched.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              new WatchedConnection(connection));
    }
  }

  private static final class WatchedConnection implements InvocationHandler {

    private final Connection connection;

    /** H2 does not keep it. */
    private boolean readOnly;

    WatchedConnection(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("close")) {
        HELD.set(0);
      } else if (method.getName().equals("setReadOnly")) {
        readOnly = (Boolean) arguments[0];
      } else if (method.getName().equals("isReadOnly")) {
        return readOnly;
      } else if (readOnly
          && method.getName().startsWith("prepare")
          && WRITES.matcher((String) arguments[0]).matches()) {
        throw new IllegalStateException("Written while reading: " + arguments[0]);
      }
      if (method.getName().startsWith("prepare")
          && AMONG_NONE.matcher((String) arguments[0]).find()) {
        throw new IllegalStateException("PostgreSQL refuses this: " + arguments[0]);
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
