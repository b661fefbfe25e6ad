package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.contract.Failures.haltOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.ALine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Billing} promises. */
public abstract class BillingContract {
  private static final ProductId PLAIN = new ProductId(42);
  private static final ProductId COUNTED = new ProductId(43);
  private static final int MORE_THAN_A_PAGE = 60;

  private final BillingClientId client = Fresh.client();
  private final OrderId order = Fresh.order().order().id();

  protected abstract Billing billing();

  /** A billing system that nobody answers for, not even the network. */
  protected abstract Billing unreachableBilling();

  protected abstract void hasClient(BillingClientId client, boolean withPaymentMethod);

  protected abstract void hasProduct(ProductId product, boolean allowsQuantity);

  /** Staff makes an order without a marker, and without lines if that can be. */
  protected abstract BillingOrderId staffOrders(BillingClientId client);

  protected abstract void staffSets(BillingOrderId order, BillingOrderStatus status);

  /** How many orders of the client there truly are. */
  protected abstract int ordersOf(BillingClientId client);

  /** The next create takes effect, and its answer is lost. */
  protected abstract void losesTheAnswerOfTheNextCreate();

  /** The next accept takes effect, and its answer is lost. */
  protected abstract void losesTheAnswerOfTheNextAccept();

  /** Some part of the next look cannot be read. */
  protected abstract void breaksTheNextLook();

  /** Setting up a service fails when the next order is accepted. */
  protected abstract void failsTheNextSetup();

  /** What must never show in a preview. */
  protected abstract List<String> secrets();

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

  @Test
  @DisplayName("an accepted order is active with its services, however often it is accepted")
  void acceptsTwice() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));

    billing().accept(billed.id());
    billing().accept(billed.id());

    assertThat(statusOf(billed.id())).isEqualTo(BillingOrderStatus.ACTIVE);
    assertThat(billing().services(client, billed.id())).allMatch(BilledService::active);
  }

  @Test
  @DisplayName("an order that staff accepted first is accepted")
  void acceptsAfterStaff() {
    ready();
    var staffs = staffOrders(client);
    staffSets(staffs, BillingOrderStatus.ACTIVE);

    billing().accept(staffs);

    assertThat(statusOf(staffs)).isEqualTo(BillingOrderStatus.ACTIVE);
  }

  @Test
  @DisplayName("an accept whose answer was lost can be repeated")
  void acceptsAfterLostAnswer() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    losesTheAnswerOfTheNextAccept();

    acceptIgnoringOneLostAnswer(billed.id());
    billing().accept(billed.id());

    assertThat(statusOf(billed.id())).isEqualTo(BillingOrderStatus.ACTIVE);
  }

  @Test
  @DisplayName("a cancelled order is refused as such and stays cancelled")
  void refusesCancelled() {
    assertRefused(BillingOrderStatus.CANCELLED, FailureCode.BILLING_ORDER_CANCELLED);
  }

  @Test
  @DisplayName("a fraudulent order is refused as such and stays so")
  void refusesFraud() {
    assertRefused(BillingOrderStatus.FRAUD, FailureCode.BILLING_ORDER_FRAUD);
  }

  @Test
  @DisplayName("an order that is gone is unclear")
  void refusesAbsent() {
    ready();

    assertThat(haltOf(() -> billing().accept(new BillingOrderId(999_999))))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.BILLING_ORDER_UNCLEAR);
  }

  @Test
  @DisplayName("a set-up that fails is told as such")
  void tellsFailedSetup() {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    failsTheNextSetup();

    assertThat(haltOf(() -> billing().accept(billed.id())))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(FailureCode.BILLING_SETUP_FAILED);
  }

  private void ready() {
    hasClient(client, true);
    hasProduct(PLAIN, false);
    hasProduct(COUNTED, true);
  }

  private BillingDraft draft(BillingLine line) {
    return new BillingDraft(order, client, List.of(line));
  }

  private static BillingLine line(ProductId product, int quantity) {
    return new BillingLine(ALine.ITEM, product, BillingCycle.MONTHLY, quantity, Map.of());
  }

  private BillingOrderStatus statusOf(BillingOrderId id) {
    return seen(id).findFirst().orElseThrow().status();
  }

  private Stream<SeenOrder> seen(BillingOrderId id) {
    return billing().look(client, order).orders().stream().filter(each -> each.id().equals(id));
  }

  private static int units(List<BilledService> services, ProductId product) {
    return services.stream()
        .filter(service -> service.product().equals(product))
        .mapToInt(BilledService::quantity)
        .sum();
  }

  private void acceptIgnoringOneLostAnswer(BillingOrderId id) {
    try {
      billing().accept(id);
    } catch (ExternalCallException lost) {
      assertThat(lost.halt()).isInstanceOf(Halt.Uncertain.class);
    }
  }

  private void assertRefused(BillingOrderStatus status, FailureCode code) {
    ready();
    var billed = billing().create(draft(line(PLAIN, 1)));
    staffSets(billed.id(), status);

    assertThat(haltOf(() -> billing().accept(billed.id())))
        .isInstanceOf(Halt.Refused.class)
        .extracting(Halt::code)
        .isEqualTo(code);
    assertThat(statusOf(billed.id())).isEqualTo(status);
  }
}
