package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An order on which work dies again and again is parked, and holds nobody else up")
class DyingOrderTest {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final int LIMIT = FulfillmentSettings.DEFAULTS.takeoverLimit();

  private final World world = new World();

  @ParameterizedTest(name = "in {0}")
  @EnumSource(
      value = InMemoryBilling.Call.class,
      names = {"HAS_PAYMENT_METHOD", "LOOK", "CREATE", "ACCEPT"})
  @DisplayName("after the limit it is Failed with its own code, and a person must look")
  void parked(InMemoryBilling.Call deadly) {
    world.approve(PLAIN);
    diesIn(world.billing.script(), deadly, LIMIT);
    diesIn(world.billing.script(), InMemoryBilling.Call.ACCEPT_AGAIN, LIMIT - 1);
    world.jobs.runFor(World.WINDOW.multipliedBy(2L * LIMIT));

    assertThat(world.jobs.crashes()).isEqualTo(LIMIT);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.TAKEOVER_LIMIT);
    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .extracting(LedgerFact.AttemptEnded::outcome)
        .containsExactly(LedgerFact.Outcome.PARKED);
    assertThat(world.billing.created()).hasSizeLessThan(2);
  }

  @Test
  @DisplayName("the reason says how often, and before which step")
  void reason() {
    world.approve(PLAIN);
    diesIn(world.billing.script(), InMemoryBilling.Call.LOOK, LIMIT);
    world.jobs.runFor(World.WINDOW);

    assertThat(world.facts(LedgerFact.Halted.class))
        .containsExactly(
            new LedgerFact.Halted(
                "validation",
                LedgerFact.HaltKind.UNCERTAIN,
                FailureCode.TAKEOVER_LIMIT,
                "work on this order died 5 times in a row before validation was recorded; see the logs of its nodes"));
  }

  @Test
  @DisplayName("that is the first step that was not recorded as finished")
  void reasonLater() {
    world.approve(PLAIN);
    diesIn(world.billing.script(), InMemoryBilling.Call.ACCEPT, 1);
    diesIn(world.billing.script(), InMemoryBilling.Call.ACCEPT_AGAIN, LIMIT);
    world.jobs.runFor(World.WINDOW);

    assertThat(world.facts(LedgerFact.Halted.class))
        .extracting(LedgerFact.Halted::step)
        .containsExactly("whmcs_accept");
  }

  @Test
  @DisplayName("the limit counts deaths at one place: an order that gets further is not parked")
  void progressCounts() {
    world.approve(PLAIN);
    diesIn(world.billing.script(), InMemoryBilling.Call.LOOK, LIMIT - 1);
    diesIn(world.billing.script(), InMemoryBilling.Call.ACCEPT, 1);
    diesIn(world.billing.script(), InMemoryBilling.Call.ACCEPT_AGAIN, LIMIT - 2);
    diesIn(world.salesforce.script(), InMemoryOrders.Call.WRITE, LIMIT - 1);
    world.jobs.runFor(World.WINDOW);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("a look that is put off in between does not forget the deaths before it")
  void puttingOffIsNoProgress() {
    world.approve(PLAIN);
    for (int i = 0; i < LIMIT; i++) {
      diesIn(world.salesforce.script(), InMemoryOrders.Call.FIND, 1);
      world.salesforce.script().failsBeforeActing(InMemoryOrders.Call.FIND, FailureCode.HTTP_503);
    }
    world.jobs.runFor(World.WINDOW);
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.TAKEOVER_LIMIT);
  }

  @Test
  @DisplayName("the retry starts anew, and goes through if the cause is mended")
  void retry() {
    world.approve(PLAIN);
    diesIn(world.billing.script(), InMemoryBilling.Call.CREATE, LIMIT);
    world.jobs.runFor(World.WINDOW.multipliedBy(2L * LIMIT));
    world.retry(AnOrder.ID);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("telling Salesforce dies as well: set aside without another call to anybody")
  void setAside() {
    world.approve(PLAIN);
    diesIn(world.salesforce.script(), InMemoryOrders.Call.FIND, 2 * LIMIT);
    world.jobs.runFor(World.WINDOW);
    int calls = world.calls(InMemoryOrders.Call.FIND);

    assertThat(calls).isEqualTo(2 * LIMIT);
    assertThat(world.store.dueAt(AnOrder.ID)).isEmpty();
    assertThat(world.listener.heard("setAside")).hasSize(1);
    assertThat(world.facts(LedgerFact.WriteBackDropped.class)).as("nothing was owed").isEmpty();
    assertThat(world.listener.heard("attemptEnded"))
        .extracting(details -> details.get(1))
        .containsExactly(LedgerFact.Outcome.PARKED);
    assertThat(world.facts(LedgerFact.WriteBackParked.class)).as("nothing was owed").isEmpty();
    world.inbox.hintIfIdle(List.of(Hint.of(AnOrder.ID, HintSource.SWEEP)));
    world.jobs.runFor(World.WINDOW);
    assertThat(world.calls(InMemoryOrders.Call.FIND)).as("after a sweep").isEqualTo(calls);
    world.hint(AnOrder.ID);
    world.jobs.runFor(World.WINDOW);
    assertThat(world.activation()).as("after somebody asked").isEqualTo("Activated");
  }

  @Test
  @DisplayName("a result that kills whoever tells it is no longer told, until somebody asks")
  void deadlyResult() {
    world.approve(PLAIN);
    diesIn(world.salesforce.script(), InMemoryOrders.Call.WRITE, 2 * LIMIT);
    world.jobs.runFor(World.WINDOW);

    assertThat(world.file(AnOrder.ID).owed()).isEmpty();
    assertThat(world.file(AnOrder.ID).open()).isEmpty();
    assertThat(world.facts(LedgerFact.WriteBackDropped.class)).hasSize(1);
    world.hint(AnOrder.ID);
    world.jobs.runFor(World.WINDOW);
    assertThat(world.activation()).as("after somebody asked").isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("a store that fails is no death of the order")
  void storeFailures() {
    world.approve(PLAIN);
    for (int i = 0; i < 3 * LIMIT; i++) {
      world.store.failsNext();
      world.jobs.runFor(Duration.ofSeconds(1));
    }
    world.jobs.runFor(World.WINDOW);
    assertThat(world.activation()).isEqualTo("Activated");
  }

  private <C extends Enum<C>> void diesIn(Script<C> script, C call, int times) {
    for (int i = 0; i < times; i++) {
      script.before(call, () -> world.crashes.crashAt(1));
    }
  }
}
