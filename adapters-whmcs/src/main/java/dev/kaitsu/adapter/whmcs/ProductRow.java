package dev.kaitsu.adapter.whmcs;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What GetProducts says of a product, as far as ordering needs it.
 *
 * @param allowsQuantity false before 8.12, where the field is absent and {@code qty} is ignored
 * @param customFields id by name, without regard to case; only those shown on the order form
 */
record ProductRow(boolean allowsQuantity, Map<String, Long> customFields) {
  static ProductRow of(WireObject row) {
    var fields = new TreeMap<String, Long>(String.CASE_INSENSITIVE_ORDER);
    for (WireObject field : row.rows("customfields", "customfield")) {
      var id = field.id("id");
      if (id.isPresent()) {
        field.text("name").ifPresent(name -> fields.put(name, id.getAsLong()));
      }
    }
    return new ProductRow(row.number("allowqty").orElse(0) > 0, fields);
  }

  OptionalLong customField(String name) {
    var id = customFields.get(name);
    return id == null ? OptionalLong.empty() : OptionalLong.of(id);
  }
}
