package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.QueueStatus;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.WorkQueue;
import dev.kaitsu.testkit.AnOrder;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order that has something left to do is never without a next look")
class LivenessTest {
  private final World world = new World();
  private final LivenessSweep sweep =
      new LivenessSweep(
          world.ports,
          new WorkQueue() {
            @Override
            public QueueStatus status() {
              throw new AssertionError("not asked for");
            }

            @Override
            public List<OrderId> stranded() {
              return world.store.stranded();
            }
          });

  @Test
  @DisplayName("a forgotten one is found, told, and carried to its end")
  void forgotten() {
    world.salesforce.put(AnOrder.activating());
    var claim = world.store.claim(AnOrder.ID);
    world.ledger.record(
        claim, List.of(new LedgerFact.AttemptStarted(1, world.order().modifiedAt())));
    world.store.complete(claim, new WorkOutcome.Settled()); // as only a defect would

    assertThat(sweep.check()).isEqualTo(1);

    assertThat(world.listener.heard("stranded")).containsExactly(List.of(AnOrder.ID));
    world.jobs.runDue();
    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(sweep.check()).isZero();
  }

  @Test
  @DisplayName("an order in a search has a next look, and none after it")
  void searching() {
    world.billing.losesTheNextRequest();
    world.fulfill(AnOrder.activating());
    assertThat(sweep.check()).isZero();
    world.jobs.runFor(World.LONG_ENOUGH);

    assertThat(sweep.check()).isZero();
    assertThat(world.listener.heard("stranded")).isEmpty();
  }
}
