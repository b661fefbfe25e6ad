package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A retry while an earlier AddOrder may still take effect waits, and adopts")
class RetryInDoubtTest {
  private static final AnOrder PLAIN = AnOrder.activating();

  private final World world = new World();

  @Test
  @DisplayName("waits for the window's end, and creates only after a clean look begun after it")
  void waits() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    var sentAt = world.clock.instant();
    world.jobs.runFor(Duration.ofMinutes(1));
    world.retry(AnOrder.ID);
    assertThat(world.ledger.progress(AnOrder.ID).orElseThrow().waitingFor().orElseThrow())
        .contains("went unanswered");

    world.jobs.runFor(World.WINDOW.minusMinutes(1).minusMillis(1));
    assertThat(world.calls(InMemoryBilling.Call.CREATE)).isEqualTo(1);
    world.jobs.runFor(Duration.ofMinutes(1));

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.clock.instant()).isAfter(sentAt.plus(World.WINDOW));
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("adopts what commits late, and makes no second order")
  void adopts() {
    world.billing.commitsLate();
    world.fulfill(PLAIN);
    world.retry(AnOrder.ID);
    world.jobs.runFor(Duration.ofMinutes(2));
    world.billing.lateCommitArrives();
    world.jobs.runFor(World.WINDOW);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("writes its steps to the ledger once, however often it looks")
  void quietLedger() {
    world.billing.losesTheNextRequest();
    world.fulfill(PLAIN);
    world.retry(AnOrder.ID);
    int before = world.facts().size();
    world.jobs.runFor(World.WINDOW.minusMinutes(1));
    assertThat(world.facts()).hasSize(before);
  }

  @Test
  @DisplayName("looks at the client of the first call, whatever id_mappings says by now")
  void sameClient() {
    var other = new BillingClientId(99);
    world.billing.office().clientWithPaymentMethod(other);
    world.billing.commitsLate();
    world.fulfill(PLAIN);
    world.billing.lateCommitArrives();
    world.customers.link(AnOrder.ACCOUNT, other);
    world.retry(AnOrder.ID);
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(world.billing.created()).hasSize(1);
    assertThat(world.activation()).isEqualTo("Activated");
  }
}
