package dev.kaitsu.testkit;

import static dev.kaitsu.testkit.InMemoryBilling.Call.ACCEPT;
import static dev.kaitsu.testkit.InMemoryBilling.Call.CREATE;
import static dev.kaitsu.testkit.InMemoryBilling.Call.LOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.contract.BillingContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Billing in memory keeps what billing promises, and fails as billing fails")
class InMemoryBillingTest extends BillingContract {
  private static final BillingDraft DRAFT =
      new BillingDraft(
          AnOrder.ID,
          AnOrder.CLIENT,
          List.of(
              new BillingLine(ALine.ITEM, new ProductId(42), BillingCycle.MONTHLY, 5, Map.of())));

  private final CrashPoints crashes = new CrashPoints();
  private final InMemoryBilling billing = new InMemoryBilling(crashes);

  @BeforeEach
  void aClient() {
    billing.office().clientWithPaymentMethod(AnOrder.CLIENT);
  }

  @Test
  @DisplayName("a lost request leaves nothing, and looks like a lost answer")
  void losesRequests() {
    billing.losesTheNextRequest();

    assertThatThrownBy(() -> billing.create(DRAFT))
        .asInstanceOf(type(ExternalCallException.class))
        .extracting(ExternalCallException::halt)
        .isInstanceOf(Halt.Uncertain.class);
    assertThat(billing.timesBilled(AnOrder.ID)).isZero();
  }

  @Test
  @DisplayName("an order can appear after its caller gave up")
  void commitsLate() {
    billing.commitsLate();
    assertThatThrownBy(() -> billing.create(DRAFT)).isInstanceOf(ExternalCallException.class);
    assertThat(billing.look(AnOrder.CLIENT, AnOrder.ID).marked()).isEmpty();

    billing.lateCommitArrives();
    billing.lateCommitArrives();

    assertThat(billing.look(AnOrder.CLIENT, AnOrder.ID).marked()).hasSize(1);
  }

  @Test
  @DisplayName("where markers are not stored, an order is there and cannot be told from others")
  void dropsMarkers() {
    billing.office().storesNoMarkers();

    billing.create(DRAFT);

    assertThat(billing.look(AnOrder.CLIENT, AnOrder.ID).orders()).hasSize(1);
    assertThat(billing.look(AnOrder.CLIENT, AnOrder.ID).marked()).isEmpty();
    assertThat(billing.timesBilled(AnOrder.ID)).isEqualTo(1);
  }

  @Test
  @DisplayName("of a product without quantities only one unit is made, without a word")
  void losesQuantities() {
    var billed = billing.create(DRAFT);

    assertThat(billing.services(AnOrder.CLIENT, billed.id()).get(0).quantity()).isEqualTo(1);
  }

  @Test
  @DisplayName("a set-up that failed fails again until staff has done it")
  void repeatsFailedSetups() {
    var billed = billing.create(DRAFT);
    billing.office().nextSetupFails();
    assertThatThrownBy(() -> billing.accept(billed.id())).hasMessageContaining("SETUP_FAILED");
    assertThatThrownBy(() -> billing.accept(billed.id())).hasMessageContaining("SETUP_FAILED");

    billing.office().staffAccepts(billed.id());

    billing.accept(billed.id());
  }

  @Test
  @DisplayName("the process can die before and after the order is made")
  void crashes() {
    crashes.crashAt(1);
    assertThatThrownBy(() -> billing.create(DRAFT)).isInstanceOf(SimulatedCrash.class);
    assertThat(billing.created()).isEmpty();

    crashes.crashAt(2);
    assertThatThrownBy(() -> billing.create(DRAFT)).isInstanceOf(SimulatedCrash.class);
    assertThat(billing.created()).containsExactly(DRAFT);

    billing.create(DRAFT);
    assertThat(billing.created()).hasSize(2);
    assertThat(billing.script().calls(CREATE)).isEqualTo(3);
  }

  @Override
  protected Billing billing() {
    return billing;
  }

  @Override
  protected Billing unreachableBilling() {
    billing.failsBeforeActing(FailureCode.ECONNREFUSED);
    billing.script().failsBeforeActing(InMemoryBilling.Call.LABEL, FailureCode.ECONNREFUSED);
    return billing;
  }

  @Override
  protected void hasClient(BillingClientId client, boolean withPaymentMethod) {
    if (withPaymentMethod) {
      billing.office().clientWithPaymentMethod(client);
    } else {
      billing.office().clientWithoutPaymentMethod(client);
    }
  }

  @Override
  protected void hasProduct(ProductId product, boolean allowsQuantity) {
    if (allowsQuantity) {
      billing.office().productAllowsQuantity(product);
    }
  }

  @Override
  protected void hasSimProduct(ProductId product) {
    billing.office().productHasSimFields(product);
  }

  @Override
  protected Optional<String> numberOn(ServiceId service) {
    return billing.office().labelOf(service).map(sim -> sim.line().digits());
  }

  @Override
  protected BillingOrderId staffOrders(BillingClientId client) {
    return billing.office().staffOrders(client);
  }

  @Override
  protected void staffSets(BillingOrderId order, BillingOrderStatus status) {
    billing.office().staffSets(order, status);
  }

  @Override
  protected int ordersOf(BillingClientId client) {
    return billing.office().ordersOf(client).size();
  }

  @Override
  protected void losesTheAnswerOfTheNextCreate() {
    billing.losesTheNextAnswer();
  }

  @Override
  protected void losesTheAnswerOfTheNextAccept() {
    billing.script().losesTheAnswer(ACCEPT, FailureCode.ETIMEOUT);
  }

  @Override
  protected void breaksTheNextLook() {
    billing.script().failsBeforeActing(LOOK, FailureCode.HTTP_500);
  }

  @Override
  protected void failsTheNextSetup() {
    billing.office().nextSetupFails();
  }

  @Override
  protected void setsUpItsFirstService(BillingOrderId order) {
    billing.office().staffSetsUpFirstService(order);
  }

  @Override
  protected List<String> secrets() {
    return List.of();
  }
}
