package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.contract.Failures.haltOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.port.out.Billing;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Billing} promises. */
public abstract class BillingContract extends LabellingPromises {
  private static final int MORE_THAN_A_PAGE = 60;

  @Test
  @DisplayName("a payment method is asked for anew each time")
  void paymentMethod() {
    hasClient(client, false);
    assertThat(billing().hasPaymentMethod(client)).isFalse();

    hasClient(client, true);
    assertThat(billing().hasPaymentMethod(client)).isTrue();
  }

  @Test
  @DisplayName("quantities are allowed where the product says so, and nowhere else")
  void quantities() {
    hasProduct(PLAIN, false);
    hasProduct(COUNTED, true);

    assertThat(billing().allowsQuantity(PLAIN)).isFalse();
    assertThat(billing().allowsQuantity(COUNTED)).isTrue();
    assertThat(billing().allowsQuantity(new ProductId(999_999))).isFalse();
  }

  @Test
  @DisplayName("a created order is found by its marker, pending")
  void findsWhatWasCreated() {
    ready();

    var billed = billing().create(draft(line(PLAIN, 1)));

    assertThat(billing().look(client, order).orders())
        .containsExactly(new SeenOrder(billed.id(), BillingOrderStatus.PENDING, true));
  }

  @Test
  @DisplayName("creating twice makes two orders, and the look shows both")
  void createsTwice() {
    ready();

    var first = billing().create(draft(line(PLAIN, 1)));
    var second = billing().create(draft(line(PLAIN, 1)));

    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(ordersOf(client)).isEqualTo(2);
    assertThat(billing().look(client, order).marked())
        .extracting(SeenOrder::id)
        .containsExactly(first.id(), second.id());
  }

  @Test
  @DisplayName("the marker of another order does not count, nor does the order of another client")
  void markersAreExact() {
    ready();
    billing().create(draft(line(PLAIN, 1)));

    assertThat(billing().look(client, Fresh.order().order().id()).marked()).isEmpty();
    var other = Fresh.client();
    hasClient(other, true);
    assertThat(billing().look(other, order).orders()).isEmpty();
  }

  @Test
  @DisplayName("orders that staff made are seen without a marker")
  void seesUnmarkedOrders() {
    ready();

    var staffs = staffOrders(client);

    assertThat(billing().look(client, order).orders())
        .extracting(SeenOrder::id, SeenOrder::marked)
        .containsExactly(tuple(staffs, false));
  }

  @Test
  @DisplayName("a look is complete, however many orders the client has")
  void looksAtEveryOrder() {
    ready();
    for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
      staffOrders(client);
    }
    var billed = billing().create(draft(line(PLAIN, 1)));
    staffOrders(client);

    var look = billing().look(client, order);

    assertThat(look.orders()).hasSize(MORE_THAN_A_PAGE + 2);
    assertThat(look.marked()).extracting(SeenOrder::id).containsExactly(billed.id());
  }

  @Test
  @DisplayName("a look that cannot be completed fails, whatever it has seen")
  void failsIncompleteLooks() {
    ready();
    billing().create(draft(line(PLAIN, 1)));
    breaksTheNextLook();

    assertThat(haltOf(() -> billing().look(client, order))).isNotNull();
  }

  @Test
  @DisplayName("each line makes its service, counted lines make as many units as ordered")
  void makesServices() {
    ready();
    var lines = List.of(line(PLAIN, 1), line(PLAIN, 1), line(COUNTED, 3));

    var billed = billing().create(new BillingDraft(order, client, lines));

    var services = billing().services(client, billed.id());
    assertThat(services).extracting(BilledService::id).isSorted().doesNotHaveDuplicates();
    assertThat(units(services, PLAIN)).isEqualTo(2);
    assertThat(units(services, COUNTED)).isEqualTo(3);
    assertThat(services).noneMatch(BilledService::active);
    assertThat(services).extracting(BilledService::id).containsAll(billed.services());
  }

  @Test
  @DisplayName("a preview names client and marker, hides credentials, and creates nothing")
  void previews() {
    ready();

    var values = billing().preview(draft(line(PLAIN, 1))).stream().map(FormField::value).toList();

    assertThat(values).contains(client.toString());
    assertThat(values).anyMatch(value -> value.contains(order.toString()));
    assertThat(secrets()).noneMatch(values.toString()::contains);
    assertThat(ordersOf(client)).isZero();
  }

  @Test
  @DisplayName("a create that is refused made nothing")
  void refusesCreation() {
    ready();
    var stranger = Fresh.client();

    var halt =
        haltOf(() -> billing().create(new BillingDraft(order, stranger, List.of(line(PLAIN, 1)))));

    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(ordersOf(stranger)).isZero();
  }

  @Test
  @DisplayName("a create that reached nobody failed")
  void failsUnsentCreation() {
    assertThat(haltOf(() -> unreachableBilling().create(draft(line(PLAIN, 1)))))
        .isInstanceOf(Halt.Failed.class);
  }

  @Test
  @DisplayName("a create whose answer was lost is uncertain, is not sent again, and can be found")
  void losesAnswers() {
    ready();
    losesTheAnswerOfTheNextCreate();

    assertThat(haltOf(() -> billing().create(draft(line(PLAIN, 1)))))
        .isInstanceOf(Halt.Uncertain.class);
    assertThat(ordersOf(client)).isEqualTo(1);
    assertThat(billing().look(client, order).marked()).hasSize(1);
  }

  private static int units(List<BilledService> services, ProductId product) {
    return services.stream()
        .filter(service -> service.product().equals(product))
        .mapToInt(BilledService::quantity)
        .sum();
  }
}
