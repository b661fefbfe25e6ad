package dev.kaitsu.sandbox.salesforce.store;

import static dev.kaitsu.sandbox.salesforce.store.Field.number;
import static dev.kaitsu.sandbox.salesforce.store.Field.picklist;
import static dev.kaitsu.sandbox.salesforce.store.Field.text;

import java.util.List;

/** The compound address: one field to look at, eight to write. */
final class Addresses {
  private Addresses() {}

  static List<Field> of(String kind) {
    var compound = kind + "Address";
    return List.of(
        Field.of(compound, FieldType.ADDRESS).readOnly(),
        Field.longText(kind + "Street", 255).in(compound, "Street"),
        text(kind + "City", 40).in(compound, "City"),
        text(kind + "State", 80).in(compound, "State"),
        text(kind + "PostalCode", 20).in(compound, "PostalCode"),
        text(kind + "Country", 80).in(compound, "Country"),
        number(kind + "Latitude").in(compound, "Latitude"),
        number(kind + "Longitude").in(compound, "Longitude"),
        picklist(kind + "GeocodeAccuracy").in(compound, "GeocodeAccuracy"));
  }
}
