package dev.kaitsu.testkit;

import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.OrderLine;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** Sample order lines: one that maps without complaint, and the same with one thing changed. */
public final class ALine {
  /** The item of {@link #internet()}. */
  public static final OrderItemId ITEM = new OrderItemId("8025g00000XyZzQAAV");

  private OrderItemId item = ITEM;
  private Optional<String> product = Optional.of("INTERNET-HOME-1G");
  private Optional<String> category = Optional.of("Internet");
  private Optional<BigDecimal> billingProduct = Optional.of(BigDecimal.valueOf(42));
  private Optional<String> billingCycle = Optional.of("Monthly");
  private BigDecimal quantity = BigDecimal.ONE;
  private Optional<String> configOptions = Optional.empty();

  private ALine() {}

  /** One unit of product 42, paid monthly. */
  public static ALine internet() {
    return new ALine();
  }

  /** A line that needs a SIM. */
  public static ALine sim() {
    return internet().withProduct("SIM-DATA-50GB").withCategory("SIM").withBillingProduct("99");
  }

  /** A line that was described elsewhere, to change one thing of it. */
  public static ALine like(OrderLine line) {
    var copy = new ALine();
    copy.item = line.item();
    copy.product = line.product();
    copy.category = line.category();
    copy.billingProduct = line.billingProduct();
    copy.billingCycle = line.billingCycle();
    copy.quantity = line.quantity();
    copy.configOptions = line.configOptions();
    return copy;
  }

  public OrderLine line() {
    return new OrderLine(
        item, product, category, billingProduct, billingCycle, quantity, configOptions);
  }

  /** The same line as another item: the n-th of the org, for n up to 99999. */
  public ALine numbered(int n) {
    return withItem(new OrderItemId("8025g00000%05d".formatted(n)));
  }

  public ALine withItem(OrderItemId value) {
    return with(copy -> copy.item = value);
  }

  public ALine withProduct(String value) {
    return with(copy -> copy.product = Optional.of(value));
  }

  public ALine withCategory(String value) {
    return with(copy -> copy.category = Optional.of(value));
  }

  public ALine withBillingProduct(String number) {
    return with(copy -> copy.billingProduct = Optional.of(new BigDecimal(number)));
  }

  public ALine withoutBillingProduct() {
    return with(copy -> copy.billingProduct = Optional.empty());
  }

  public ALine withBillingCycle(String value) {
    return with(copy -> copy.billingCycle = Optional.of(value));
  }

  public ALine withoutBillingCycle() {
    return with(copy -> copy.billingCycle = Optional.empty());
  }

  public ALine withQuantity(String number) {
    return with(copy -> copy.quantity = new BigDecimal(number));
  }

  public ALine withConfigOptions(String json) {
    return with(copy -> copy.configOptions = Optional.of(json));
  }

  private ALine with(Consumer<ALine> change) {
    var copy = like(line());
    change.accept(copy);
    return copy;
  }
}
