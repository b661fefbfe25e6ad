package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.LedgerFact.HaltKind;
import dev.kaitsu.model.LedgerFact.Outcome;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An operator sees in SQL")
class OperatorViewsTest {
  private final PostgresDatabase database = Databases.fresh();
  private final Engine engine = new Engine(database);
  private final PostgresLedger ledger =
      new PostgresLedger(Engine.databaseOf(database), Duration.ofMinutes(1));

  @BeforeEach
  void twoAttempts() {
    record(
        new LedgerFact.AttemptStarted(1, Instant.EPOCH),
        new LedgerFact.StepFinished("validation", Duration.ofMillis(5)),
        new LedgerFact.Halted("whmcs_create", HaltKind.FAILED, FailureCode.HTTP_503, "away"),
        new LedgerFact.WriteBackOwed(new WriteBack.Failed(order(1), FailureCode.HTTP_503, "away")));
  }

  @Test
  @DisplayName("each attempt with its outcome")
  void attempts() {
    endFirstAttempt();
    record(
        new LedgerFact.AttemptStarted(2, Instant.EPOCH),
        new LedgerFact.Billed(new BillingOrderId(77), List.of(), false),
        new LedgerFact.AttemptEnded(Outcome.ACTIVATED, "live"));

    assertThat(
            Databases.column(
                database,
                "select concat_ws(' ', attempt, outcome, halted_at_step, failure_code, billing_order_id)"
                    + " from kaitsu.attempts order by attempt"))
        .containsExactly("1 FAILED whmcs_create 503", "2 ACTIVATED 77");
  }

  @Test
  @DisplayName("each step of an attempt")
  void steps() {
    assertThat(
            Databases.column(
                database,
                "select concat_ws(' ', attempt, step, result, took, failure_code)"
                    + " from kaitsu.steps order by seq"))
        .containsExactly("1 validation finished PT0.005S", "1 whmcs_create failed 503");
  }

  @Test
  @DisplayName("which write-backs are owed, until they are delivered")
  void owedWriteBacks() {
    var owed = "select concat_ws(' ', kind, was_sent) from kaitsu.owed_write_backs";
    assertThat(Databases.column(database, owed)).containsExactly("Failed f");
    record(new LedgerFact.WriteBackSent(Instant.parse("2026-11-20T03:00:00.123Z")));
    assertThat(Databases.column(database, owed)).containsExactly("Failed t");
    endFirstAttempt();
    assertThat(Databases.column(database, owed)).isEmpty();
  }

  @Test
  @DisplayName("where an order stands, in its own row")
  void orders() {
    var standing =
        "select concat_ws(' ', state, failure_code, billing_order_id) from kaitsu.orders";
    assertThat(Databases.text(database, standing)).isEqualTo("WORKING 503");
    endFirstAttempt();
    assertThat(Databases.text(database, standing)).isEqualTo("FAILED 503");
    record(
        new LedgerFact.AttemptStarted(2, Instant.EPOCH),
        new LedgerFact.Billed(new BillingOrderId(77), List.of(), false));
    assertThat(Databases.text(database, standing)).isEqualTo("WORKING 77");
  }

  private void endFirstAttempt() {
    record(
        new LedgerFact.WriteBackDelivered(), new LedgerFact.AttemptEnded(Outcome.FAILED, "away"));
  }

  private void record(LedgerFact... facts) {
    ledger.record(engine.claim(order(1)), List.of(facts));
  }
}
