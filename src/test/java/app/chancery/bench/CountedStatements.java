package app.chancery.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is sent to the database: statements, and the trips they take, as a batch is one. */
final class CountedStatements implements BeanPostProcessor {

  private final LongAdder statements = new LongAdder();
  private final LongAdder trips = new LongAdder();

  /** By text, for who looks for what to save. */
  private final Map<String, LongAdder> texts = new ConcurrentHashMap<>();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource dataSource ? new Counted(dataSource) : bean;
  }

  long statements() {
    return statements.sum();
  }

  long trips() {
    return trips.sum();
  }

  Map<String, LongAdder> texts() {
    return texts;
  }

  void reset() {
    statements.reset();
    trips.reset();
    texts.clear();
  }

  private final class Counted extends DelegatingDataSource {

    Counted(DataSource counted) {
      super(counted);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return proxy(
          Connection.class,
          connection,
          (method, arguments, result) ->
              result instanceof CallableStatement
                  ? result
                  : result instanceof PreparedStatement statement
                      ? counted(PreparedStatement.class, statement, (String) arguments[0])
                      : result instanceof Statement statement
                          ? counted(Statement.class, statement, null)
                          : result);
    }
  }

  private <T extends Statement> T counted(Class<T> type, T statement, String text) {
    return proxy(
        type,
        statement,
        (method, arguments, result) -> {
          String name = method.getName();
          if (name.equals("addBatch")) {
            count(text == null ? (String) arguments[0] : text);
          } else if (name.equals("executeBatch") || name.equals("executeLargeBatch")) {
            trips.increment();
          } else if (name.startsWith("execute")) {
            trips.increment();
            count(text == null ? (String) arguments[0] : text);
          }
          return result;
        });
  }

  private void count(String text) {
    statements.increment();
    texts
        .computeIfAbsent(text.strip().replaceAll("\\s+", " "), each -> new LongAdder())
        .increment();
  }

  private interface After {
    Object returned(Method method, Object[] arguments, Object result);
  }

  private static <T> T proxy(Class<T> type, T target, After after) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          try {
            return after.returned(method, arguments, method.invoke(target, arguments));
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader() == null
                ? CountedStatements.class.getClassLoader()
                : type.getClassLoader(),
            new Class<?>[] {type},
            handler));
  }
}
