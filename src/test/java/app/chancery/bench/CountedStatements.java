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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what is sent to the database: statements, and the trips they take, as a batch is one.
 * Counting takes time, so nothing is counted unless told to.
 */
final class CountedStatements implements BeanPostProcessor {

  private static final int TEXTS = 60;
  private static final int LENGTH_OF_TEXT = 150;

  private final LongAdder statements = new LongAdder();
  private final LongAdder trips = new LongAdder();

  /** By text, for who looks for what to save. */
  private final Map<String, LongAdder> texts = new ConcurrentHashMap<>();

  private volatile boolean counting;

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource dataSource ? new Counted(dataSource) : bean;
  }

  /**
   * Counts what is counted in the course of this work, and lists the statements if {@code
   * -Dbench.texts=true}.
   *
   * @param times how often the work does what is asked for
   * @param work is given what counts while it does something
   * @return "statements (trips)", of each time
   */
  String of(int times, Consumer<Consumer<Runnable>> work) {
    statements.reset();
    trips.reset();
    texts.clear();
    work.accept(this::count);
    if (Boolean.getBoolean("bench.texts")) {
      printTexts(times);
    }
    return String.format(
        Locale.ROOT,
        "%.0f (%.0f)",
        statements.sum() / (double) times,
        trips.sum() / (double) times);
  }

  private void count(Runnable work) {
    counting = true;
    work.run();
    counting = false;
  }

  private void printTexts(int times) {
    texts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(other.sum(), one.sum())))
        .limit(TEXTS)
        .forEach(
            text -> {
              String line = text.getKey().strip().replaceAll("\\s+", " ");
              System.out.printf(
                  Locale.ROOT,
                  "%8.2f %s%n",
                  text.getValue().sum() / (double) times,
                  line.substring(0, Math.min(LENGTH_OF_TEXT, line.length())));
            });
  }

  private final class Counted extends DelegatingDataSource {

    Counted(DataSource counted) {
      super(counted);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return counting
          ? proxy(
              Connection.class,
              connection,
              (method, arguments, result) ->
                  result instanceof CallableStatement
                      ? result
                      : result instanceof PreparedStatement statement
                          ? counted(PreparedStatement.class, statement, (String) arguments[0])
                          : result instanceof Statement statement
                              ? counted(Statement.class, statement, null)
                              : result)
          : connection;
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
    texts.computeIfAbsent(text, each -> new LongAdder()).increment();
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
