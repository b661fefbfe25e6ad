package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.sim.SimIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Writes which SIM a service is into its custom fields. A field that shows its value already is not
 * written again, so that a repeat costs one read.
 */
final class ServiceLabels {
  private final WhmcsClient client;
  private final ProductCatalogue catalogue;
  private final SimFields fields;

  ServiceLabels(WhmcsClient client, ProductCatalogue catalogue, SimFields fields) {
    this.client = client;
    this.catalogue = catalogue;
    this.fields = fields;
  }

  /** How many services of the order have such fields; they carry the SIM once this returns. */
  int write(BillingClientId of, BillingOrderId order, SimIdentity sim) {
    var values = fields.valuesOf(sim);
    int labelled = 0;
    for (WireObject row : client.serviceRows(of)) {
      if (row.id("orderid").orElse(0) == order.value()) {
        labelled += label(row, values) ? 1 : 0;
      }
    }
    return labelled;
  }

  private boolean label(WireObject service, Map<String, String> values) {
    var missing = new TreeMap<Long, String>();
    boolean has = false;
    for (var value : values.entrySet()) {
      var shown = shown(service, value.getKey());
      var id = shown.map(field -> field.id("id")).orElseGet(() -> sold(service, value.getKey()));
      has |= id.isPresent();
      if (id.isPresent()
          && shown
              .flatMap(field -> field.text("value"))
              .filter(value.getValue()::equals)
              .isEmpty()) {
        missing.put(id.getAsLong(), value.getValue());
      }
    }
    if (!missing.isEmpty()) {
      client.updateCustomFields(service.id("id").orElseThrow(ServiceLabels::odd), missing);
    }
    return has;
  }

  private static Optional<WireObject> shown(WireObject service, String name) {
    return service.rows("customfields", "customfield").stream()
        .filter(field -> field.text("name").filter(name::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  /** Where the service shows no such field, the product may: an empty field can be left out. */
  private OptionalLong sold(WireObject service, String name) {
    var pid = service.id("pid");
    return pid.isEmpty()
        ? OptionalLong.empty()
        : catalogue
            .product(new ProductId(pid.getAsLong()))
            .map(product -> product.customField(name))
            .orElse(OptionalLong.empty());
  }

  private static WireObject.OddListException odd() {
    return new WireObject.OddListException("products");
  }
}
