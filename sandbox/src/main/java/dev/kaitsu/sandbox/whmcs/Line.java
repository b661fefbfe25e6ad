package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.whmcs.WhmcsOrder.OrderLine;
import java.math.BigDecimal;
import java.util.Map;

/**
 * One line of an order, understood.
 *
 * @param services how many services it makes
 * @param qtyPerService the quantity each of them has
 */
record Line(
    WhmcsProduct product,
    OrderLine asked,
    String cycle,
    int services,
    int qtyPerService,
    BigDecimal unitPrice,
    String domain,
    Map<Integer, String> customFields,
    Map<Integer, String> configOptions) {

  BigDecimal amountPerService() {
    return unitPrice.multiply(BigDecimal.valueOf(qtyPerService));
  }
}
