package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OrderLine;
import dev.kaitsu.model.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Maps one order line to billing lines, or says which field of which item stands in the way. */
final class LineMapping {
  private static final int MOST_UNITS = 100;

  private final Predicate<ProductId> allowsQuantity;

  LineMapping(Predicate<ProductId> allowsQuantity) {
    this.allowsQuantity = allowsQuantity;
  }

  List<BillingLine> map(OrderLine line) throws MappingRefused {
    var product = productOf(line);
    var cycle = cycleOf(line);
    int units = unitsOf(line);
    var options = optionsOf(line);
    if (units > 1 && allowsQuantity.test(product)) {
      return List.of(new BillingLine(line.item(), product, cycle, units, options));
    }
    var single = new BillingLine(line.item(), product, cycle, 1, options);
    var repeated = new ArrayList<BillingLine>();
    for (int unit = 0; unit < units; unit++) {
      repeated.add(single);
    }
    return repeated;
  }

  private static ProductId productOf(OrderLine line) throws MappingRefused {
    var number =
        line.billingProduct()
            .orElseThrow(
                () -> refused(FailureCode.MAPPING_PRODUCT_ID, line, "WH_Product_ID__c is empty"));
    try {
      return new ProductId(number.longValueExact());
    } catch (ArithmeticException | IllegalArgumentException malformed) {
      throw refused(
          FailureCode.MAPPING_PRODUCT_ID,
          line,
          "WH_Product_ID__c is no positive whole number: " + plain(number));
    }
  }

  private static BillingCycle cycleOf(OrderLine line) throws MappingRefused {
    var text =
        line.billingCycle()
            .orElseThrow(
                () ->
                    refused(FailureCode.MAPPING_BILLING_CYCLE, line, "Billing_Cycle__c is empty"));
    return BillingCycle.parse(text)
        .orElseThrow(
            () ->
                refused(
                    FailureCode.MAPPING_BILLING_CYCLE,
                    line,
                    "Billing_Cycle__c is unknown: '%s'".formatted(text)));
  }

  private static int unitsOf(OrderLine line) throws MappingRefused {
    try {
      int units = line.quantity().intValueExact();
      if (units >= 1 && units <= MOST_UNITS) {
        return units;
      }
    } catch (ArithmeticException fractional) {
      // told below, with the other quantities that cannot be billed
    }
    throw refused(
        FailureCode.MAPPING_QUANTITY,
        line,
        "Quantity is no whole number from 1 to %d: %s"
            .formatted(MOST_UNITS, plain(line.quantity())));
  }

  private static Map<Long, Long> optionsOf(OrderLine line) throws MappingRefused {
    if (line.configOptions().isEmpty()) {
      return Map.of();
    }
    try {
      return ConfigOptions.parse(line.configOptions().get());
    } catch (IllegalArgumentException malformed) {
      throw refused(
          FailureCode.MAPPING_CONFIG_OPTIONS,
          line,
          "Portal_ConfigOptions_JSON__c is not usable: " + malformed.getMessage());
    }
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static MappingRefused refused(FailureCode code, OrderLine line, String what) {
    var product = line.product().map(" (%s)"::formatted).orElse("");
    return new MappingRefused(
        new Halt.Refused(code, "order item %s%s: %s".formatted(line.item(), product, what)));
  }
}
