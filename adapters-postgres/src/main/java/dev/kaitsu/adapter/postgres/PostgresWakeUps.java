package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.port.out.WakeUps;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wake-ups through NOTIFY, for installations without Redis; one connection per node listens. */
final class PostgresWakeUps implements WakeUps, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresWakeUps.class);
  private static final String CHANNEL = "kaitsu_wakeup";
  private static final Duration PATIENCE = Duration.ofMillis(500); // how long closing may take
  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

  private final Database database;
  private final PGSimpleDataSource connections;
  private final String node;
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean listening;

  PostgresWakeUps(Database database, PGSimpleDataSource connections, String node) {
    this.database = database;
    this.connections = connections;
    this.node = node;
  }

  @Override
  public void publish() {
    try {
      database.with(handle -> handle.execute("select pg_notify(?, ?)", CHANNEL, node));
    } catch (StoreException e) {
      LOG.debug("no wake-up sent: {}", e.getMessage());
    }
  }

  @Override
  public synchronized void onWakeUp(Runnable action) {
    actions.add(action);
    if (!listening) {
      listening = true;
      var thread = new Thread(this::listen, "kaitsu-wake-ups");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void listen() {
    do {
      try (var connection = connections.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("listen " + CHANNEL);
        runActions(); // what was published while nobody listened
        hear(connection.unwrap(PGConnection.class));
      } catch (SQLException e) {
        LOG.debug("wake-ups are not heard for the moment: {}", e.getMessage());
      }
    } while (!isClosedWithin(RECONNECT_AFTER));
  }

  private void hear(PGConnection connection) throws SQLException {
    while (!isClosedWithin(Duration.ZERO)) {
      var notifications = connection.getNotifications(Math.toIntExact(PATIENCE.toMillis()));
      for (var notification : notifications) {
        if (!notification.getParameter().equals(node)) {
          runActions();
          break; // one run sees everything
        }
      }
    }
  }

  private void runActions() {
    actions.forEach(Runnable::run);
  }

  private boolean isClosedWithin(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Stops listening, within half a second. */
  @Override
  public void close() {
    closed.countDown();
  }
}
