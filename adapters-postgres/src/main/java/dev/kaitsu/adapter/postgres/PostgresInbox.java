package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.LostStreamException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The inbox: each call is one transaction, and rings the doorbell after its commit. */
final class PostgresInbox implements Inbox {
  private record Received(Set<String> fresh, boolean hinted) {}

  private final Database database;
  private final Doorbell doorbell;

  PostgresInbox(Database database, Doorbell doorbell) {
    this.database = database;
    this.doorbell = doorbell;
  }

  @Override
  public Set<String> receive(Receipt receipt) {
    var received = database.inTransaction(handle -> receive(handle, receipt));
    if (received.hinted()) {
      doorbell.ring();
    }
    return received.fresh();
  }

  @Override
  public void hint(List<Hint> hints) {
    if (hints.isEmpty()) {
      return;
    }
    var hinted = HintedOrder.from(hints);
    database.inTransaction(
        handle -> {
          Hints.lock(handle, ids(hinted));
          Hints.add(handle, hinted);
          return true;
        });
    doorbell.ring();
  }

  @Override
  public int hintIfIdle(List<Hint> hints) {
    if (hints.isEmpty()) {
      return 0;
    }
    var hinted = HintedOrder.from(hints);
    int idle = database.inTransaction(handle -> hintIfIdle(handle, hinted));
    if (idle > 0) {
      doorbell.ring();
    }
    return idle;
  }

  @Override
  public Optional<ReplayId> cursor(String topic) {
    return database.with(handle -> ReceivedEvents.cursor(handle, topic));
  }

  @Override
  public Optional<StreamPosition> asked(String topic) {
    return database.with(handle -> ReplayRequests.find(handle, topic));
  }

  @Override
  public void startOver(String topic, ReplayId rejected) {
    database.with(handle -> ReplayRequests.startOver(handle, topic, rejected));
  }

  @Override
  public Optional<Duration> cursorAge(String topic) {
    return database.with(handle -> ReceivedEvents.cursorAge(handle, topic));
  }

  private static Received receive(Handle handle, Receipt receipt) {
    // Before anything else is locked, as whoever moves a cursor does.
    refuseOldTerm(handle, receipt.batch());
    var named = HintedOrder.from(receipt.hints().stream().map(Receipt.ReceivedHint::hint).toList());
    if (!named.isEmpty()) {
      Hints.lock(handle, ids(named));
    }
    var fresh = ReceivedEvents.enter(handle, receipt.batch());
    var hinted =
        HintedOrder.from(
            receipt.hints().stream()
                .filter(given -> fresh.contains(given.eventKey()))
                .map(Receipt.ReceivedHint::hint)
                .toList());
    if (!hinted.isEmpty()) {
      Hints.add(handle, hinted);
    }
    ReceivedEvents.moveCursor(handle, receipt.batch().topic(), receipt.batch().cursor());
    return new Received(fresh, !hinted.isEmpty());
  }

  private static void refuseOldTerm(Handle handle, EventBatch batch) {
    boolean current =
        batch.term().isEmpty()
            || PostgresStreamLeases.confirm(
                handle, new StreamLease(batch.topic(), batch.term().getAsLong()));
    if (!current) {
      throw new LostStreamException(batch.topic());
    }
  }

  private static int hintIfIdle(Handle handle, List<HintedOrder> hinted) {
    Hints.lock(handle, ids(hinted));
    var idle = new HashSet<>(Hints.idle(handle, ids(hinted)));
    var wanted = hinted.stream().filter(order -> idle.contains(order.order())).toList();
    if (!wanted.isEmpty()) {
      Hints.add(handle, wanted);
    }
    return wanted.size();
  }

  private static List<String> ids(List<HintedOrder> hinted) {
    return hinted.stream().map(HintedOrder::order).toList();
  }
}
