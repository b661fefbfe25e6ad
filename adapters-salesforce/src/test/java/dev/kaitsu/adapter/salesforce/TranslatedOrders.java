package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.OrderLine;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contract names ids itself, an org gives its own: stands between the two. */
final class TranslatedOrders implements Orders {
  private final Orders org;
  private final Map<String, String> inOrg = new HashMap<>();
  private final Map<String, String> inContract = new HashMap<>();

  TranslatedOrders(Orders org) {
    this.org = org;
  }

  void pair(String contractId, String orgId) {
    inOrg.put(contractId, orgId);
    inContract.put(orgId, contractId);
  }

  Optional<String> inOrg(String contractId) {
    return Optional.ofNullable(inOrg.get(contractId));
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return org.find(inOrg(id)).map(this::inContract);
  }

  @Override
  public List<OrderId> awaitingFulfillment() {
    return org.awaitingFulfillment().stream()
        .map(id -> new OrderId(inContract.get(id.value())))
        .toList();
  }

  @Override
  public void clearError(OrderId id) {
    org.clearError(inOrg(id));
  }

  @Override
  public void write(WriteBack writeBack) {
    if (writeBack instanceof WriteBack.Failed failed) {
      org.write(new WriteBack.Failed(inOrg(failed.order()), failed.code(), failed.message()));
      return;
    }
    var activated = (WriteBack.Activated) writeBack;
    org.write(
        new WriteBack.Activated(
            inOrg(activated.order()),
            activated.billedAs(),
            activated.client(),
            activated.completesStatus(),
            activated.services().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> new OrderItemId(inOrg.get(entry.getKey().value())),
                        Map.Entry::getValue)),
            activated.opportunity()));
  }

  private OrderId inOrg(OrderId id) {
    return new OrderId(inOrg.getOrDefault(id.value(), id.value()));
  }

  private Order inContract(Order order) {
    return new Order(
        new OrderId(inContract.get(order.id().value())),
        order.account().map(account -> new AccountId(inContract.get(account.value()))),
        order.opportunity(),
        order.status(),
        order.activationStatus(),
        order.type(),
        order.scheduled(),
        order.scheduledFor(),
        order.billedAs(),
        order.staleError(),
        order.modifiedAt(),
        order.lines().stream().map(this::inContract).toList());
  }

  private OrderLine inContract(OrderLine line) {
    return new OrderLine(
        new OrderItemId(inContract.get(line.item().value())),
        line.product(),
        line.category(),
        line.billingProduct(),
        line.billingCycle(),
        line.quantity(),
        line.configOptions());
  }
}
