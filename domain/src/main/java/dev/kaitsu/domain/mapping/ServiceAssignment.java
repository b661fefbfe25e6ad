package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.ServiceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which services of a billing order belong to which order item. */
public final class ServiceAssignment {
  private ServiceAssignment() {}

  /**
   * Assigns the ids that the creating call answered, which come in the order of its lines: one a
   * line, or one a unit. Empty if their number fits neither, so that the services must be read.
   */
  public static Optional<Map<OrderItemId, List<ServiceId>>> byPosition(
      BillingDraft draft, List<ServiceId> services) {
    int units = draft.lines().stream().mapToInt(BillingLine::quantity).sum();
    boolean perLine = services.size() == draft.lines().size();
    if (!perLine && services.size() != units) {
      return Optional.empty();
    }
    Map<OrderItemId, List<ServiceId>> assigned = new LinkedHashMap<>();
    int next = 0;
    for (BillingLine line : draft.lines()) {
      int count = perLine ? 1 : line.quantity();
      assigned
          .computeIfAbsent(line.item(), item -> new ArrayList<>())
          .addAll(services.subList(next, next + count));
      next += count;
    }
    return Optional.of(assigned);
  }

  /**
   * Assigns services as the billing system lists them, by their product; leftovers go to nobody.
   */
  public static Map<OrderItemId, List<ServiceId>> byProduct(
      BillingDraft draft, List<BilledService> services) {
    Map<ProductId, Deque<BilledService>> free = new LinkedHashMap<>();
    services.forEach(
        service -> free.computeIfAbsent(service.product(), id -> new ArrayDeque<>()).add(service));
    Map<OrderItemId, List<ServiceId>> assigned = new LinkedHashMap<>();
    for (BillingLine line : draft.lines()) {
      var candidates = free.getOrDefault(line.product(), new ArrayDeque<>());
      for (int units = line.quantity(); units > 0 && !candidates.isEmpty(); ) {
        var service = candidates.remove();
        assigned.computeIfAbsent(line.item(), item -> new ArrayList<>()).add(service.id());
        units -= service.quantity();
      }
    }
    return assigned;
  }
}
