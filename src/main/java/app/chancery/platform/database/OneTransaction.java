package app.chancery.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * A connection whose user commits as it likes, but all that is one transaction: a commit is no more
 * than a point to which a rollback goes back. Whoever made the connection commits it.
 */
final class OneTransaction implements InvocationHandler {

  private final Connection connection;
  private Savepoint last;

  private OneTransaction(Connection connection) {
    this.connection = connection;
  }

  static Connection on(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            OneTransaction.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new OneTransaction(connection));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("commit")) {
      commit();
      return null;
    }
    if (method.getName().equals("rollback") && arguments == null && last != null) {
      connection.rollback(last);
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void commit() throws SQLException {
    if (last != null) {
      connection.releaseSavepoint(last);
    }
    last = connection.setSavepoint();
  }
}
