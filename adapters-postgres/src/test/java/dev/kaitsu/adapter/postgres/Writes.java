package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every write of the store, made ready so far that only the write itself is left. */
enum Writes {
  HINT("scheduled_tasks") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      return () -> inbox(database).hint(List.of(hint(number)));
    }
  },
  RECEIVE("cursors") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      return () -> inbox(database).receive(receipt(number));
    }
  },
  CLAIM("orders") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      var ticket = new Engine(database).pick(order(number), "node");
      var claims = new Claims(Engine.databaseOf(database));
      return () -> assertThat(claims.claim(ticket)).isPresent();
    }
  },
  RECORD("facts") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      return record(database, number, new LedgerFact.AcceptSent());
    }
  },
  RECORD_BILLED("billing_links") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      var billed = new LedgerFact.Billed(new BillingOrderId(number), List.of(), false);
      return record(database, number, billed);
    }
  },
  RECORD_SENDING("client_turns") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      var claim = new Engine(database).claim(order(number));
      var client = new BillingClientId(number);
      var sent = new LedgerFact.CreationSent(client, Optional.empty(), "digest");
      return () -> ledger(database).recordSending(claim, client, List.of(sent));
    }
  },
  COMPLETE("scheduled_tasks") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      var engine = new Engine(database);
      var claim = engine.claim(order(number));
      return () -> engine.complete(claim, new WorkOutcome.Settled());
    }
  },
  RELEASE("scheduled_tasks") {
    @Override
    Runnable ready(PostgresDatabase database, int number) {
      var ticket = new Engine(database).pick(order(number), "node");
      var store = Engine.databaseOf(database);
      var claim = new Claims(store).claim(ticket).orElseThrow();
      return () -> new Releases(store).release(ticket, claim, Rest.brief(ticket));
    }
  };

  private final String lastTable;

  Writes(String lastTable) {
    this.lastTable = lastTable;
  }

  /** The table that is written last: a failure there must undo all that was written before it. */
  String lastTable() {
    return lastTable;
  }

  /** Prepares it for an order that no other test uses. */
  abstract Runnable ready(PostgresDatabase database, int number);

  static PostgresInbox inbox(PostgresDatabase database) {
    return new PostgresInbox(Engine.databaseOf(database), new Doorbell(new SilentWakeUps()));
  }

  private static PostgresLedger ledger(PostgresDatabase database) {
    return new PostgresLedger(Engine.databaseOf(database), Duration.ofMinutes(1));
  }

  /** An order's event and one that nobody can read: two events, a hint, a parked one, a cursor. */
  private static Receipt receipt(int number) {
    var cursor = new ReplayId(new byte[] {(byte) number});
    var key = "event-" + number;
    var event =
        new StreamEvent.ProvisionRequested(
            key, cursor, Instant.EPOCH, order(number), Optional.empty());
    var odd =
        new StreamEvent.Undecodable(
            "odd-" + number, cursor, "schema", new Payload(new byte[] {7}), "no Avro");
    return new Receipt(
        new EventBatch("/data/OrderChangeEvent", cursor, List.of(event, odd)),
        List.of(new Receipt.ReceivedHint(key, hint(number))));
  }

  private static Runnable record(PostgresDatabase database, int number, LedgerFact fact) {
    Claim claim = new Engine(database).claim(order(number));
    return () -> ledger(database).record(claim, List.of(fact));
  }
}
