package dev.kaitsu.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node is crowded")
class WorkloadTest {
  private final SettableClock clock = new SettableClock();
  private final Claim claim = new InMemoryStore(clock, new CrashPoints()).claim(AnOrder.ID);
  private final List<Boolean> crowded = new ArrayList<>();

  @Test
  @DisplayName("once all its workers have an order, and for a moment after")
  void full() {
    var workload = new Workload(8, clock::nanoTime);

    nested(workload, 8).work(claim);

    assertThat(crowded).containsExactly(false, false, false, false, false, false, false, true);
    clock.advance(Duration.ofMillis(99));
    assertThat(workload.isCrowded()).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(workload.isCrowded()).isFalse();
  }

  @Test
  @DisplayName("never with so few workers that there is no company to be had")
  void few() {
    var workload = new Workload(3, clock::nanoTime);

    nested(workload, 3).work(claim);

    assertThat(crowded).containsOnly(false);
  }

  @Test
  @DisplayName("no longer by an order whose work broke")
  void broken() {
    var workload = new Workload(4, clock::nanoTime);
    var breaking =
        workload.counting(
            order -> {
              throw new IllegalStateException("broken");
            });

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> breaking.work(claim)).hasMessage("broken");
    }

    assertThat(workload.isCrowded()).isFalse();
  }

  /** So many orders at work at once; each notes whether it was crowded then. */
  private OrderWork nested(Workload workload, int orders) {
    if (orders == 0) {
      return order -> new WorkOutcome.Settled();
    }
    return workload.counting(
        order -> {
          crowded.add(workload.isCrowded());
          return nested(workload, orders - 1).work(order);
        });
  }
}
