package dev.kaitsu.model.operation;

import dev.kaitsu.model.BillingClientId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An invoice to be made.
 *
 * @param reference by which it is found again; letters, digits and hyphens only
 * @param description of its one item, for the client
 * @param newest the client's newest invoice before this one; where it must be looked for, none but
 *     newer ones are read
 */
public record InvoiceDraft(
    BillingClientId client,
    BigDecimal amount,
    String reference,
    String description,
    Optional<InvoiceId> newest) {}
