package dev.kaitsu.sandbox.whmcs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice with one item.
 *
 * @param status {@code Unpaid}, {@code Payment Pending}, {@code Paid} or {@code Cancelled}
 * @param notes for staff
 * @param description of the item
 * @param charges how often the client's card was charged for it
 */
public record WhmcsInvoice(
    int id,
    int clientId,
    LocalDate date,
    BigDecimal total,
    String status,
    String notes,
    String description,
    int charges) {
  WhmcsInvoice(int id, int clientId, LocalDate date, BigDecimal total, String status) {
    this(id, clientId, date, total, status, "", "Order", 0);
  }

  WhmcsInvoice withStatus(String newStatus) {
    return new WhmcsInvoice(id, clientId, date, total, newStatus, notes, description, charges);
  }

  WhmcsInvoice charged(String newStatus) {
    return new WhmcsInvoice(id, clientId, date, total, newStatus, notes, description, charges + 1);
  }

  boolean isPaid() {
    return status.equals("Paid");
  }
}
