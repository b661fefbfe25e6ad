package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.testkit.AnOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While WHMCS is down, orders that have not started wait")
class HeldSystemTest {
  private static final String WHMCS = "whmcs";

  private final World world = new World();
  private Optional<String> problem = Optional.of("nothing listens there");
  private final RampUp review =
      new RampUp(
          world.holds,
          new HealthProbe() {
            @Override
            public String name() {
              return WHMCS;
            }

            @Override
            public Optional<String> problem() {
              return problem;
            }
          },
          world.listener);

  private List<OrderId> approve(int orders) {
    var ids = new ArrayList<OrderId>();
    for (int number = 1; number <= orders; number++) {
      var order = AnOrder.numbered(number);
      world.approve(order);
      ids.add(order.order().id());
    }
    world.jobs.runDue();
    return ids;
  }

  private long billed() {
    return world.billing.office().orders().size();
  }

  @Test
  @DisplayName("nothing of them begins: no attempt, no call, no failure in Salesforce")
  void nothingBegins() {
    world.holds.down(WHMCS, "3 calls in a row failed");

    var order = approve(1).get(0);
    review.review();
    world.jobs.runFor(Duration.ofMinutes(30));

    assertThat(billed()).isZero();
    assertThat(world.ledger.recall(order).entries())
        .noneMatch(entry -> entry.fact() instanceof LedgerFact.AttemptStarted);
    assertThat(world.salesforce.find(order).orElseThrow().isActivating()).isTrue();
    assertThat(world.ledger.progress(order).orElseThrow().waitingFor())
        .contains("whmcs is down: nothing listens there");
  }

  @Test
  @DisplayName("back again, they start in rounds that double, until nothing is held")
  void startsWithARamp() {
    world.holds.down(WHMCS, "away");
    approve(20);
    problem = Optional.empty();

    var started = new ArrayList<Long>();
    for (int round = 0; round < 3; round++) {
      review.review();
      world.jobs.runDue();
      started.add(billed());
    }

    assertThat(started).containsExactly(4L, 12L, 20L);
    review.review();
    assertThat(world.holds.current()).isEmpty();
  }

  @Test
  @DisplayName("an order approved during the ramp starts after those that wait")
  void newOrdersStartLast() {
    world.holds.down(WHMCS, "away");
    approve(10);
    problem = Optional.empty();
    review.review();
    var late = AnOrder.numbered(999);

    world.fulfill(late);
    assertThat(world.ledger.progress(late.order().id()).orElseThrow().waitingFor())
        .contains("whmcs is back, older orders start first");
    for (int round = 0; round < 3; round++) {
      review.review();
      world.jobs.runDue();
    }

    assertThat(billed()).isEqualTo(11);
  }

  @Test
  @DisplayName("gone again in the middle of the ramp, the rest waits on")
  void goneAgain() {
    world.holds.down(WHMCS, "away");
    approve(10);
    problem = Optional.empty();
    review.review();
    problem = Optional.of("gone again");

    review.review();
    world.jobs.runDue();

    assertThat(world.holds.current().orElseThrow().back()).isFalse();
    assertThat(billed()).as("not even those whose turn had come").isZero();
  }

  @Test
  @DisplayName("an attempt that had begun before goes on, wherever its node died")
  void startedOrdersGoOn() {
    int begun = 0;
    for (int point = 3; point < 40; point++) {
      var dying = new World();
      dying.crashes.crashAt(point);
      dying.fulfill(AnOrder.activating());
      if (hasOpenAttempt(dying)) {
        begun++;
        dying.holds.down(WHMCS, "away");
        dying.jobs.runFor(World.LONG_ENOUGH);
        assertThat(dying.billing.office().orders()).hasSize(1);
        assertThat(hasOpenAttempt(dying)).as("crashed at point %d", point).isFalse();
      }
    }
    assertThat(begun).isGreaterThan(5);
  }

  private static boolean hasOpenAttempt(World world) {
    var facts = world.ledger.recall(AnOrder.ID).entries().stream().map(LedgerEntry::fact).toList();
    return facts.stream().filter(LedgerFact.AttemptStarted.class::isInstance).count()
        > facts.stream().filter(LedgerFact.AttemptEnded.class::isInstance).count();
  }

  @Test
  @DisplayName("another system's hold is not this review's")
  void anotherSystem() {
    world.holds.down("freebit", "away");
    problem = Optional.empty();

    review.review();

    assertThat(world.holds.current()).isPresent();
  }
}
