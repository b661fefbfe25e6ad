package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.refused;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ProductId;
import java.util.List;
import java.util.Map;

/**
 * An operator's consent to one order that proves where the marker is stored.
 *
 * @param client a test client: nobody else is to be billed
 */
public record MarkerTrial(BillingClientId client, ProductId product) {
  /** No id that Salesforce gives: its numbers are not words. */
  static final OrderId ORDER = new OrderId("801KAITSUDOCTOR");

  private static final OrderItemId ITEM = new OrderItemId("802KAITSUDOCTOR");

  /**
   * The order: one unit, in the shortest cycle in which the product is sold.
   *
   * @throws dev.kaitsu.port.out.ExternalCallException if there is no such product
   */
  BillingDraft draft(WhmcsClient whmcs) {
    var cycle =
        whmcs.products(List.of(product)).stream()
            .filter(row -> row.id("pid").orElse(0) == product.value())
            .findFirst()
            .flatMap(SoldCycle::of)
            .orElseThrow(
                () ->
                    refused(
                        FailureCode.BILLING_REFUSED,
                        "no test order was made: WHMCS sells no product %s; give another --product"
                            .formatted(product)));
    return new BillingDraft(
        ORDER, client, List.of(new BillingLine(ITEM, product, cycle, 1, Map.of())));
  }
}
