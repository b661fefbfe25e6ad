package dev.kaitsu.testkit;

import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.OrderLine;
import java.math.BigDecimal;
import java.util.Optional;

/** Sample order lines: one that maps without complaint, and the same with one thing changed. */
public record ALine(OrderLine line) {
  /** The item of {@link #internet()}. */
  public static final OrderItemId ITEM = new OrderItemId("8025g00000XyZzQAAV");

  /** One unit of product 42, paid monthly. */
  public static ALine internet() {
    return new ALine(
        new OrderLine(
            ITEM,
            Optional.of("INTERNET-HOME-1G"),
            Optional.of("Internet"),
            Optional.of(BigDecimal.valueOf(42)),
            Optional.of("Monthly"),
            BigDecimal.ONE,
            Optional.empty()));
  }

  /** A line that needs a SIM. */
  public static ALine sim() {
    return internet().withProduct("SIM-DATA-50GB").withCategory("SIM").withBillingProduct("99");
  }

  /** The same line as another item: the n-th of the org, for n up to 99999. */
  public ALine numbered(int n) {
    return withItem(new OrderItemId("8025g00000%05d".formatted(n)));
  }

  public ALine withItem(OrderItemId item) {
    return new ALine(
        new OrderLine(
            item,
            line.product(),
            line.category(),
            line.billingProduct(),
            line.billingCycle(),
            line.quantity(),
            line.configOptions()));
  }

  public ALine withProduct(String product) {
    return new ALine(
        new OrderLine(
            line.item(),
            Optional.of(product),
            line.category(),
            line.billingProduct(),
            line.billingCycle(),
            line.quantity(),
            line.configOptions()));
  }

  public ALine withCategory(String category) {
    return new ALine(
        new OrderLine(
            line.item(),
            line.product(),
            Optional.of(category),
            line.billingProduct(),
            line.billingCycle(),
            line.quantity(),
            line.configOptions()));
  }

  public ALine withBillingProduct(String number) {
    return withBillingProduct(Optional.of(new BigDecimal(number)));
  }

  public ALine withoutBillingProduct() {
    return withBillingProduct(Optional.<BigDecimal>empty());
  }

  public ALine withBillingCycle(String cycle) {
    return withBillingCycle(Optional.of(cycle));
  }

  public ALine withoutBillingCycle() {
    return withBillingCycle(Optional.<String>empty());
  }

  public ALine withQuantity(String quantity) {
    return new ALine(
        new OrderLine(
            line.item(),
            line.product(),
            line.category(),
            line.billingProduct(),
            line.billingCycle(),
            new BigDecimal(quantity),
            line.configOptions()));
  }

  public ALine withConfigOptions(String json) {
    return new ALine(
        new OrderLine(
            line.item(),
            line.product(),
            line.category(),
            line.billingProduct(),
            line.billingCycle(),
            line.quantity(),
            Optional.of(json)));
  }

  private ALine withBillingProduct(Optional<BigDecimal> number) {
    return new ALine(
        new OrderLine(
            line.item(),
            line.product(),
            line.category(),
            number,
            line.billingCycle(),
            line.quantity(),
            line.configOptions()));
  }

  private ALine withBillingCycle(Optional<String> cycle) {
    return new ALine(
        new OrderLine(
            line.item(),
            line.product(),
            line.category(),
            line.billingProduct(),
            cycle,
            line.quantity(),
            line.configOptions()));
  }
}
