package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** Does by hand, one move at a time, what the job engine does with tickets. */
final class Engine {
  private static final String PICK =
      """
      update kaitsu.scheduled_tasks
      set picked = true, picked_by = :me, last_heartbeat = now(), version = version + 1
      where task_name = 'fulfil' and task_instance = :order
      returning version
      """;

  private final Database database;
  private final PostgresInbox inbox;
  private final Map<Claim, Ticket> tickets = new ConcurrentHashMap<>();

  Engine(PostgresDatabase database) {
    this.database = databaseOf(database);
    this.inbox = new PostgresInbox(this.database, new Doorbell(new SilentWakeUps()));
  }

  static Database databaseOf(PostgresDatabase database) {
    return new Database(
        PostgresStore.jdbi(Connections.plain(PostgresConfig.of(database.databaseUrl()))));
  }

  /** A database where nothing listens. */
  static Database brokenDatabase() {
    var nowhere = PostgresConfig.of("postgresql://kaitsu@127.0.0.1:1/kaitsu");
    return new Database(Jdbi.create(Connections.plain(nowhere)));
  }

  /** Takes the order's ticket, from whoever has it; an order without one is hinted at first. */
  Ticket pick(OrderId order, String node) {
    var version = tryPick(order, node);
    if (version.isEmpty()) {
      hint(order);
      version = tryPick(order, node);
    }
    return new Ticket(order, node, version.get(0), 0);
  }

  void hint(OrderId order) {
    inbox.hint(List.of(Hint.of(order, HintSource.OPERATOR)));
  }

  Claim claim(OrderId order) {
    var ticket = pick(order, "node-" + tickets.size());
    var claim = new Claims(database).claim(ticket).orElseThrow();
    tickets.put(claim, ticket);
    return claim;
  }

  void complete(Claim claim, WorkOutcome outcome) {
    new Completions(database, new Doorbell(new SilentWakeUps()))
        .complete(tickets.get(claim), claim, outcome);
  }

  private List<Long> tryPick(OrderId order, String node) {
    return database.with(
        handle ->
            handle
                .createQuery(PICK)
                .bind("me", node)
                .bind("order", order.value())
                .mapTo(Long.class)
                .list());
  }
}
