package dev.kaitsu.sandbox.whmcs;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An order and the services it made, as they are at one moment.
 *
 * @param orderNumber ten random digits, shown to the client; not the id
 * @param date in the installation's own time zone
 * @param lines what the caller asked for, line by line
 */
public record WhmcsOrder(
    int id,
    int clientId,
    String orderNumber,
    LocalDateTime date,
    String paymentMethod,
    BigDecimal amount,
    Optional<Integer> invoiceId,
    String status,
    String notes,
    List<OrderLine> lines,
    List<WhmcsService> services) {

  /** One line of an AddOrder call, after unknown products were left out. */
  public record OrderLine(int pid, String cycle, int qty) {}

  public WhmcsOrder {
    lines = List.copyOf(lines);
    services = List.copyOf(services);
  }

  public boolean isPending() {
    return status.equals("Pending");
  }

  WhmcsOrder withStatus(String newStatus) {
    return copy(clientId, newStatus, services);
  }

  WhmcsOrder with(List<WhmcsService> newServices) {
    return copy(clientId, status, newServices);
  }

  WhmcsOrder ownedBy(int newClientId) {
    var moved = services.stream().map(service -> service.ownedBy(newClientId)).toList();
    return copy(newClientId, status, moved);
  }

  private WhmcsOrder copy(int newClientId, String newStatus, List<WhmcsService> newServices) {
    return new WhmcsOrder(
        id,
        newClientId,
        orderNumber,
        date,
        paymentMethod,
        amount,
        invoiceId,
        newStatus,
        notes,
        lines,
        newServices);
  }
}
