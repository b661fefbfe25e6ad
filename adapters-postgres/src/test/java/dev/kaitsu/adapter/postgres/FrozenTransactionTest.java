package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node that freezes in a transaction")
class FrozenTransactionTest {
  private static final Duration TAKEOVER_AFTER = Duration.ofSeconds(2);
  private static final String LOCK =
      "select order_id from kaitsu.orders where order_id = '801' for update";

  @Test
  @DisplayName("gives its order free before others take it over, and finds its transaction ended")
  void letsGo() throws SQLException {
    var database = Databases.fresh();
    Databases.execute(database, "insert into kaitsu.orders (order_id) values ('801')");
    var config = Databases.configOf(database).withTakeoverAfter(TAKEOVER_AFTER);
    try (var pool = Connections.pool(config);
        var frozen = pool.getConnection();
        var other = pool.getConnection()) {
      frozen.setAutoCommit(false);
      lock(frozen);

      long begun = System.nanoTime();
      lock(other);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TAKEOVER_AFTER);
      assertThatThrownBy(() -> lock(frozen)).isInstanceOf(SQLException.class);
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(LOCK)) {
      assertThat(rows.next()).isTrue();
    }
  }
}
