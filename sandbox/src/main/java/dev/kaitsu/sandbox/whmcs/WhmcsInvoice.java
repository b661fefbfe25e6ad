package dev.kaitsu.sandbox.whmcs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice.
 *
 * @param status {@code Unpaid} or {@code Paid}
 */
public record WhmcsInvoice(int id, int clientId, LocalDate date, BigDecimal total, String status) {}
