package dev.kaitsu.adapter.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections that commit, and then break before the answer has come. */
final class LostCommits {
  private LostCommits() {}

  static DataSource of(DataSource source) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          var result = method.invoke(source, arguments);
          return result instanceof Connection connection ? breaking(connection) : result;
        });
  }

  private static Connection breaking(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          var result = method.invoke(connection, arguments);
          if (method.getName().equals("commit")) {
            connection.close();
            throw new SQLException("An I/O error occurred", "08006");
          }
          return result;
        });
  }

  private interface Call {
    Object make(Method method, Object[] arguments)
        throws IllegalAccessException, InvocationTargetException, SQLException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            LostCommits.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.make(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
