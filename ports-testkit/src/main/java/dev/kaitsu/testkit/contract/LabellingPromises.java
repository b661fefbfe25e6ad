package dev.kaitsu.testkit.contract;

import static dev.kaitsu.testkit.contract.Failures.haltOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.testkit.ASim;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link dev.kaitsu.port.out.Billing#labelServices} promises. */
abstract class LabellingPromises extends AcceptingPromises {
  private final SimIdentity sim =
      new SimIdentity(SimKind.PHYSICAL_NEW, Fresh.line(), Optional.of(ASim.CARD), Optional.empty());

  @Test
  @DisplayName("the services that have fields for a SIM carry it, however often it is written")
  void labels() {
    ready();
    hasSimProduct(SIM);
    var ours = billing().create(draft(line(SIM, 1)));

    assertThat(billing().labelServices(client, ours.id(), sim)).isEqualTo(1);
    assertThat(billing().labelServices(client, ours.id(), sim)).isEqualTo(1);

    assertThat(numberOfFirst(ours.id())).contains(sim.line().digits());
  }

  @Test
  @DisplayName("services of other orders keep what they have")
  void otherOrders() {
    ready();
    hasSimProduct(SIM);
    var others = billing().create(draft(line(SIM, 1)));
    var ours = billing().create(draft(line(SIM, 1)));

    billing().labelServices(client, ours.id(), sim);

    assertThat(numberOfFirst(others.id())).isEmpty();
  }

  @Test
  @DisplayName("an order without such services is told apart")
  void nothingToLabel() {
    ready();
    var ours = billing().create(draft(line(PLAIN, 1)));

    assertThat(billing().labelServices(client, ours.id(), sim)).isZero();
  }

  @Test
  @DisplayName("nobody being there is a failure before anything was written")
  void nobodyThere() {
    assertThat(haltOf(() -> unreachableBilling().labelServices(client, someOrder(), sim)))
        .isInstanceOf(Halt.Failed.class);
  }

  private static BillingOrderId someOrder() {
    return new BillingOrderId(1);
  }

  private Optional<String> numberOfFirst(BillingOrderId order) {
    return billing().services(client, order).stream()
        .map(BilledService::id)
        .findFirst()
        .flatMap(this::numberOn);
  }
}
