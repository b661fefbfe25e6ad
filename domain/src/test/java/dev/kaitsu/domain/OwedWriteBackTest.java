package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A result is owed to Salesforce until it is taken, dropped or parked")
class OwedWriteBackTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final AnOrder UNMAPPABLE = PLAIN.withLines();

  private final World world = new World();

  static Stream<AnOrder> orders() {
    return Stream.of(
        PLAIN, UNMAPPABLE, PLAIN.withStaleError(true), UNMAPPABLE.withStaleError(true));
  }

  @ParameterizedTest
  @MethodSource("orders")
  @DisplayName("Salesforce is down: the result follows later, and nothing is done twice")
  void down(AnOrder order) {
    salesforceIsDown(3);
    world.fulfill(order);
    assertThat(world.activation()).isEqualTo("Activating");
    assertThat(world.file(AnOrder.ID).owed()).isPresent();
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.activation()).isNotEqualTo("Activating");
    assertThat(world.salesforce.writes()).hasSize(1);
    assertThat(world.facts(LedgerFact.AttemptStarted.class)).hasSize(1);
    assertThat(world.billing.created().size()).isLessThan(2);
    assertThat(world.file(AnOrder.ID).owed()).isEmpty();
    assertThat(world.listener.heard("writeBackPostponed")).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("orders")
  @DisplayName("the answer is lost: the record is read, and the result is not written again")
  void lostAnswer(AnOrder order) {
    world.salesforce.script().losesTheAnswer(InMemoryOrders.Call.WRITE, FailureCode.ETIMEOUT);
    world.fulfill(order);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.salesforce.writes()).hasSize(1);
    assertThat(world.calls(InMemoryOrders.Call.WRITE)).isEqualTo(1);
    assertThat(world.facts(LedgerFact.WriteBackDelivered.class)).hasSize(1);
    assertThat(world.file(AnOrder.ID).open()).isEmpty();
  }

  @Test
  @DisplayName("waits grow from a second to a minute")
  void backoff() {
    salesforceIsDown(12);
    world.fulfill(PLAIN);
    var waited = new ArrayList<Long>();
    for (int i = 0; i < 9; i++) {
      var due = world.store.dueAt(AnOrder.ID).orElseThrow();
      waited.add(Duration.between(world.clock.instant(), due).toSeconds());
      world.clock.advanceTo(due);
      world.jobs.runDue();
    }
    assertThat(waited).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  @DisplayName("the record cannot be read before a repeat: the debt stays")
  void unreadable() {
    salesforceIsDown(1);
    world.fulfill(PLAIN);
    world.salesforce.script().failsBeforeActing(InMemoryOrders.Call.FIND, FailureCode.HTTP_503);
    world.jobs.runFor(Duration.ofSeconds(1));
    assertThat(world.file(AnOrder.ID).owed()).isPresent();
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("an owed Failed is dropped where an operator asks again: a new attempt starts")
  void operatorAsksAgain() {
    salesforceIsDown(1);
    world.fulfill(UNMAPPABLE);
    world.clock.advance(Duration.ofMillis(500));
    world.salesforce.operatorEdits(AnOrder.ID, order -> PLAIN);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.facts(LedgerFact.WriteBackDropped.class)).hasSize(1);
    assertThat(world.facts(LedgerFact.AttemptStarted.class)).hasSize(2);
    assertThat(world.salesforce.writes()).allMatch(WriteBack.Activated.class::isInstance);
  }

  @Test
  @DisplayName("a change that we made ourselves is no operator's: the Failed is delivered")
  void ownChange() {
    salesforceIsDown(1);
    world.fulfill(UNMAPPABLE.withStaleError(true));
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.MAPPING_NO_LINES);
    assertThat(world.facts(LedgerFact.WriteBackDropped.class)).isEmpty();
    assertThat(world.facts(LedgerFact.AttemptStarted.class)).hasSize(1);
  }

  @Test
  @DisplayName("an owed Failed is dropped where the order is no longer activating")
  void noLongerActivating() {
    salesforceIsDown(1);
    world.fulfill(UNMAPPABLE);
    world.salesforce.operatorEdits(AnOrder.ID, order -> order.withActivationStatus("Activated"));
    world.jobs.runFor(World.LONG_ENOUGH);
    assertThat(world.salesforce.writes()).isEmpty();
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.listener.heard("writeBackDropped"))
        .extracting(details -> details.get(1))
        .containsExactly("Activation_Status__c is Activated by now");
  }

  @Test
  @DisplayName("Status is not written over an operator's newer one; the bill is told all the same")
  void newerStatus() {
    salesforceIsDown(1);
    world.fulfill(PLAIN);
    world.salesforce.operatorSetsStatus(AnOrder.ID, "Cancelled");
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.order().status()).contains("Cancelled");
    assertThat(world.order().billedAs()).contains("1");
    assertThat(((WriteBack.Activated) world.salesforce.writes().get(0)).completesStatus())
        .isFalse();
  }

  @Test
  @DisplayName("another WHMCS id that an operator has written stays")
  void newerId() {
    salesforceIsDown(1);
    world.fulfill(PLAIN);
    world.salesforce.operatorEdits(AnOrder.ID, order -> order.billedAs("77"));
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.order().billedAs()).contains("77");
    assertThat(world.facts())
        .contains(new LedgerFact.WriteBackDropped("Salesforce shows WHMCS order 77, ours is 1"));
  }

  @Test
  @DisplayName("an order that is no longer to be seen parks the debt")
  void gone() {
    salesforceIsDown(1);
    world.fulfill(PLAIN);
    world.salesforce.hide(AnOrder.ID);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.facts(LedgerFact.WriteBackParked.class)).hasSize(1);
    assertThat(world.file(AnOrder.ID).owed()).isEmpty();
    assertThat(world.store.dueAt(AnOrder.ID)).isEmpty();
  }

  @Test
  @DisplayName(
      "an order cannot be read from Salesforce: no attempt, and the hint waits ever longer")
  void noAttemptWithoutTheOrder() {
    world.approve(PLAIN);
    for (int i = 0; i < 4; i++) {
      world.salesforce.script().failsBeforeActing(InMemoryOrders.Call.FIND, FailureCode.HTTP_503);
    }
    world.jobs.runFor(Duration.ofSeconds(14));
    assertThat(world.facts()).isEmpty();
    assertThat(world.ledger.progress(AnOrder.ID).orElseThrow().waitingFor())
        .contains("the order cannot be read from Salesforce: 503");
    assertThat(world.store.dueAt(AnOrder.ID))
        .contains(SettableClock.START.plusSeconds(1 + 2 + 4 + 8));
    world.jobs.runFor(Duration.ofSeconds(1));
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("the day's calls are used up: an order waits five minutes to be read, not a second")
  void readWaitsForCalls() {
    world.approve(PLAIN);
    callsAreUsedUp(InMemoryOrders.Call.FIND);
    world.jobs.runFor(Duration.ofSeconds(10));

    assertThat(world.store.dueAt(AnOrder.ID)).contains(SettableClock.START.plusSeconds(300));
    assertThat(world.ledger.progress(AnOrder.ID).orElseThrow().waitingFor())
        .contains("the order cannot be read from Salesforce: SALESFORCE_CALLS_USED_UP");
    world.jobs.runFor(Duration.ofMinutes(5));
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("the day's calls are used up: a result stays owed as long")
  void resultWaitsForCalls() {
    world.approve(PLAIN);
    callsAreUsedUp(InMemoryOrders.Call.WRITE);
    world.jobs.runFor(Duration.ofSeconds(10));

    assertThat(world.store.dueAt(AnOrder.ID)).contains(SettableClock.START.plusSeconds(300));
    world.jobs.runFor(Duration.ofMinutes(5));
    assertThat(world.activation()).isEqualTo("Activated");
  }

  private void callsAreUsedUp(InMemoryOrders.Call call) {
    world.salesforce.script().failsBeforeActing(call, FailureCode.SALESFORCE_CALLS_USED_UP);
  }

  private void salesforceIsDown(int writes) {
    for (int i = 0; i < writes; i++) {
      world.salesforce.script().failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
    }
  }
}
