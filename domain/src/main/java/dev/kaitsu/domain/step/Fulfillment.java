package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.Order;
import java.util.Optional;

/**
 * An order on its way, and what is established about it so far.
 *
 * @param file what the ledger knew when this look began
 * @param readAt when the order was read, by the monotonic clock
 * @param sim what is known about the order's SIM
 * @param look the newest look at the client's billing orders, begun after the file was read
 */
public record Fulfillment(
    CaseFile file,
    Order order,
    long readAt,
    Optional<BillingClientId> client,
    Optional<BillingDraft> draft,
    SimPart sim,
    Optional<BillingLook> look,
    Optional<BilledOrder> billed,
    boolean accepted) {

  /** Goes on where the file ends. */
  public static Fulfillment of(CaseFile file, Order order, long readAt) {
    return new Fulfillment(
        file,
        order,
        readAt,
        file.client(),
        Optional.empty(),
        SimPart.NONE,
        Optional.empty(),
        file.billed(),
        file.accepted());
  }

  Fulfillment readAgain(Order newer, long at) {
    return new Fulfillment(file, newer, at, client, draft, sim, look, billed, accepted);
  }

  Fulfillment forClient(BillingClientId known) {
    return new Fulfillment(
        file, order, readAt, Optional.of(known), draft, sim, look, billed, accepted);
  }

  Fulfillment drafted(BillingDraft newDraft) {
    return new Fulfillment(
        file, order, readAt, client, Optional.of(newDraft), sim, look, billed, accepted);
  }

  Fulfillment looked(BillingLook newLook) {
    return new Fulfillment(
        file, order, readAt, client, draft, sim, Optional.of(newLook), billed, accepted);
  }

  Fulfillment billedAs(BilledOrder order, boolean isAccepted) {
    return new Fulfillment(
        file, this.order, readAt, client, draft, sim, look, Optional.of(order), isAccepted);
  }

  Fulfillment withSim(SimPart known) {
    return new Fulfillment(file, order, readAt, client, draft, known, look, billed, accepted);
  }
}
