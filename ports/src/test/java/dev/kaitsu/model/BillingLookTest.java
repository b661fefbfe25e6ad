package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A look at billing says what is whose and what is new")
class BillingLookTest {
  private final SeenOrder third = seen(30, true);
  private final SeenOrder first = seen(9, false);
  private final SeenOrder second = seen(10, true);
  private final BillingLook look = new BillingLook(List.of(third, first, second));

  @Test
  @DisplayName("orders are sorted by the number of their id")
  void sorts() {
    assertThat(look.orders()).containsExactly(first, second, third);
  }

  @Test
  @DisplayName("the marked ones come with the lowest id first")
  void marked() {
    assertThat(look.marked()).containsExactly(second, third);
  }

  @Test
  @DisplayName("the highest id is that of the newest order, and none if there is no order")
  void highest() {
    assertThat(look.highest()).contains(new BillingOrderId(30));
    assertThat(new BillingLook(List.of()).highest()).isEmpty();
  }

  @Test
  @DisplayName("newer than an order excludes that order")
  void newerThanAnOrder() {
    assertThat(look.newerThan(Optional.of(new BillingOrderId(10)))).containsExactly(third);
    assertThat(look.newerThan(Optional.of(new BillingOrderId(30)))).isEmpty();
  }

  @Test
  @DisplayName("if there was no order before, all are newer")
  void newerThanNone() {
    assertThat(look.newerThan(Optional.empty())).containsExactly(first, second, third);
  }

  private static SeenOrder seen(long id, boolean marked) {
    return new SeenOrder(new BillingOrderId(id), BillingOrderStatus.PENDING, marked);
  }
}
