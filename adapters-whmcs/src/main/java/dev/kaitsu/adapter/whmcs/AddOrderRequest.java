package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.refused;

import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A draft as AddOrder's form. Every line keeps its explicit index in every array; a flag is 1 or
 * left out, since WHMCS may take any text for true.
 */
final class AddOrderRequest {
  private final WhmcsConfig.Ordering ordering;
  private final ProductCatalogue catalogue;

  AddOrderRequest(WhmcsConfig.Ordering ordering, ProductCatalogue catalogue) {
    this.ordering = ordering;
    this.catalogue = catalogue;
  }

  /** Reads the catalogue for the marker field, if one is set up. */
  WhmcsCall of(BillingDraft draft) {
    var fields = new ArrayList<FormField>();
    add(fields, "clientid", draft.client());
    add(fields, "paymentmethod", ordering.paymentMethod());
    if (ordering.noInvoice()) {
      add(fields, "noinvoice", 1);
    }
    if (ordering.noEmail()) {
      add(fields, "noemail", 1);
    }
    var marker = new Marker(draft.order()).text();
    if (ordering.markerInNotes()) {
      add(fields, "notes", marker);
    }
    addLines(fields, draft.lines(), marker);
    return WhmcsCall.write("AddOrder", fields, reply -> reply.id("orderid").isPresent());
  }

  private void addLines(List<FormField> fields, List<BillingLine> lines, String marker) {
    boolean withQuantity = lines.stream().anyMatch(line -> line.quantity() > 1);
    boolean marked = ordering.markerInNotes();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      add(fields, "pid[%d]".formatted(i), line.product());
      add(fields, "billingcycle[%d]".formatted(i), line.cycle().wireName());
      if (withQuantity) {
        add(fields, "qty[%d]".formatted(i), line.quantity());
      }
      if (!line.configOptions().isEmpty()) {
        add(fields, "configoptions[%d]".formatted(i), PhpSerialized.numbers(line.configOptions()));
      }
      var field = markerField(line);
      if (field.isPresent()) {
        var value = PhpSerialized.texts(Map.of(field.getAsLong(), marker));
        add(fields, "customfields[%d]".formatted(i), value);
        marked = true;
      }
    }
    if (!marked) {
      throw refused(
          FailureCode.BILLING_REFUSED,
          ("no product of the order has the custom field '%s', so the order could not be found"
                  + " again; add the field, shown on the order form, or set WHMCS_MARKER_IN_NOTES")
              .formatted(ordering.markerField().orElse("")));
    }
  }

  private OptionalLong markerField(BillingLine line) {
    return ordering
        .markerField()
        .flatMap(name -> catalogue.product(line.product()).map(row -> row.customField(name)))
        .orElse(OptionalLong.empty());
  }

  private static void add(List<FormField> fields, String name, Object value) {
    fields.add(new FormField(name, value.toString()));
  }
}
