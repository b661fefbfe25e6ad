package dev.kaitsu.model.operation;

import dev.kaitsu.model.BillingClientId;
import java.math.BigDecimal;

/**
 * An invoice to be made.
 *
 * @param reference by which it is found again; letters, digits and hyphens only
 * @param description of its one item, for the client
 */
public record InvoiceDraft(
    BillingClientId client, BigDecimal amount, String reference, String description) {}
