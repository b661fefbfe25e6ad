package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.port.out.Holds;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store of holds promises. */
@DisplayName("Orders wait for a system that is down")
public abstract class HoldsContract {
  private static final String SYSTEM = "whmcs";
  private static final OrderId FIRST = new OrderId("8015g00000HoLd1");
  private static final OrderId SECOND = new OrderId("8015g00000HoLd2");
  private static final OrderId THIRD = new OrderId("8015g00000HoLd3");

  /** Fresh, with nothing held. */
  protected abstract Holds holds();

  /** Makes an order known, and carries its job to the end of a look that comes back much later. */
  protected abstract void lookedAt(Hint hint);

  /** Whether the engine looks at the order now. */
  protected abstract boolean isDue(OrderId order);

  @BeforeEach
  void knowOrders() {
    for (var order : List.of(FIRST, SECOND, THIRD)) {
      lookedAt(Hint.of(order, HintSource.CHANGE_EVENT));
    }
  }

  private SystemHold current() {
    return holds().current().orElseThrow();
  }

  @Test
  @DisplayName("nothing is held at first, and nothing comes of ending what is not held")
  void nothingAtFirst() {
    holds().back(SYSTEM);
    holds().lift(SYSTEM);

    assertThat(holds().startNext(SYSTEM, 10)).isZero();
    assertThat(holds().current()).isEmpty();
  }

  @Test
  @DisplayName("while the system is down every order waits")
  void waitsWhileDown() {
    holds().down(SYSTEM, "it does not answer");

    assertThat(current().reason()).isEqualTo("it does not answer");
    assertThat(current().back()).isFalse();
    assertThat(holds().enqueue(current(), FIRST)).isTrue();
    assertThat(holds().enqueue(current(), FIRST)).isTrue();
    assertThat(isDue(FIRST)).isFalse();
  }

  @Test
  @DisplayName("found down again, it is down since the first time")
  void downSinceTheFirstTime() {
    assertThat(holds().down(SYSTEM, "first")).isTrue();
    var since = current().since();
    assertThat(holds().down(SYSTEM, "second")).as("that is no news").isFalse();

    assertThat(current().since()).isEqualTo(since);
    assertThat(current().reason()).isEqualTo("second");
  }

  @Test
  @DisplayName("once it is back, those start first that wait longest, in rounds")
  void oldestFirst() {
    holds().down(SYSTEM, "away");
    var down = current();
    for (var order : List.of(THIRD, FIRST, SECOND)) {
      holds().enqueue(down, order);
    }
    holds().enqueue(down, THIRD); // looked at again meanwhile: keeps its place
    holds().back(SYSTEM);

    assertThat(holds().startNext(SYSTEM, 2)).isEqualTo(2);
    assertThat(List.of(isDue(THIRD), isDue(FIRST), isDue(SECOND)))
        .containsExactly(true, true, false);
    var ramp = current();
    assertThat(ramp.back()).isTrue();
    assertThat(ramp.rounds()).isEqualTo(1);
    assertThat(holds().enqueue(ramp, FIRST)).as("its turn has come").isFalse();
    assertThat(holds().enqueue(ramp, SECOND)).as("it still waits").isTrue();
  }

  @Test
  @DisplayName("a new order waits behind those that wait")
  void newOrdersWaitBehind() {
    holds().down(SYSTEM, "away");
    holds().enqueue(current(), FIRST);
    holds().back(SYSTEM);

    assertThat(holds().enqueue(current(), SECOND)).isTrue();
    assertThat(holds().startNext(SYSTEM, 1)).isEqualTo(1);
    assertThat(List.of(isDue(FIRST), isDue(SECOND))).containsExactly(true, false);
  }

  @Test
  @DisplayName("down again, the orders of whom the turn had come wait again")
  void downAgain() {
    holds().down(SYSTEM, "away");
    holds().enqueue(current(), FIRST);
    holds().back(SYSTEM);
    holds().startNext(SYSTEM, 1);

    assertThat(holds().down(SYSTEM, "away again")).isTrue();

    assertThat(current().back()).isFalse();
    assertThat(current().rounds()).isZero();
    assertThat(holds().enqueue(current(), FIRST)).isTrue();
    holds().back(SYSTEM);
    assertThat(holds().enqueue(current(), FIRST)).as("it has lost its turn").isTrue();
  }

  @Test
  @DisplayName("whoever still believes in a hold that was lifted lets no order wait")
  void liftedMeanwhile() {
    holds().down(SYSTEM, "away");
    holds().back(SYSTEM);
    var seen = current();
    holds().lift(SYSTEM);

    assertThat(holds().enqueue(seen, FIRST)).isFalse();
    holds().down(SYSTEM, "away again");
    assertThat(holds().startNext(SYSTEM, 10)).as("nobody waits").isZero();
  }

  @Test
  @DisplayName("a hold is lifted when no order waits any more, not before")
  void lifted() {
    holds().down(SYSTEM, "away");
    holds().enqueue(current(), FIRST);
    holds().back(SYSTEM);
    holds().lift(SYSTEM);
    assertThat(holds().current()).isPresent();

    holds().startNext(SYSTEM, 1);
    holds().lift(SYSTEM);

    assertThat(holds().current()).isEmpty();
  }
}
