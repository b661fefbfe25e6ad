package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.ServiceId;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One row of GetClientsProducts. Its password field is never read.
 *
 * @param order empty for a service that no order made
 * @param texts where a marker may stand: the notes and the custom field values
 */
record ServiceRow(
    OptionalLong id,
    OptionalLong order,
    OptionalLong client,
    OptionalLong product,
    long quantity,
    String status,
    List<String> texts) {

  static ServiceRow of(WireObject row) {
    var texts = Stream.concat(row.text("notes").stream(), row.textsBelow("customfields").stream());
    return new ServiceRow(
        row.id("id"),
        row.id("orderid"),
        row.id("clientid"),
        row.id("pid"),
        row.number("qty").orElse(1), // absent before 8.12
        row.text("status").orElse(""),
        texts.toList());
  }

  /** A one-time service is done, not active, after it was set up. */
  boolean isActive() {
    return status.equalsIgnoreCase("Active") || status.equalsIgnoreCase("Completed");
  }

  boolean belongsTo(long orderId) {
    return order.isPresent() && order.getAsLong() == orderId;
  }

  /**
   * @throws WireObject.OddListException if the service or its product has no id
   */
  BilledService billed() {
    return new BilledService(
        new ServiceId(id.orElseThrow(ServiceRow::odd)),
        new ProductId(product.orElseThrow(ServiceRow::odd)),
        (int) Math.max(1, Math.min(quantity, Integer.MAX_VALUE)),
        isActive());
  }

  private static WireObject.OddListException odd() {
    return new WireObject.OddListException("products");
  }
}
