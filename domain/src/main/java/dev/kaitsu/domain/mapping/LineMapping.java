package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OrderLine;
import dev.kaitsu.model.ProductId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Maps one order line to billing lines, or says which field of which item stands in the way. */
final class LineMapping {
  private static final int MOST_UNITS = 100;

  private final Predicate<ProductId> allowsQuantity;

  LineMapping(Predicate<ProductId> allowsQuantity) {
    this.allowsQuantity = allowsQuantity;
  }

  List<BillingLine> map(OrderLine line) throws MappingRefused {
    var terms = termsOf(line);
    int units = unitsOf(line);
    if (units > 1 && allowsQuantity.test(terms.product())) {
      return List.of(billed(line, terms, units));
    }
    return Collections.nCopies(units, billed(line, terms, 1));
  }

  private static BillingLine billed(OrderLine line, ProductTerms terms, int quantity) {
    return new BillingLine(line.item(), terms.product(), terms.cycle(), quantity, terms.options());
  }

  private static ProductTerms termsOf(OrderLine line) throws MappingRefused {
    try {
      return ProductTerms.of(line.billingProduct(), line.billingCycle(), line.configOptions());
    } catch (UnusableProduct unusable) {
      throw refused(unusable.code(), line, unusable.what());
    }
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

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static MappingRefused refused(FailureCode code, OrderLine line, String what) {
    var product = line.product().map(" (%s)"::formatted).orElse("");
    return new MappingRefused(
        new Halt.Refused(code, "order item %s%s: %s".formatted(line.item(), product, what)));
  }
}
