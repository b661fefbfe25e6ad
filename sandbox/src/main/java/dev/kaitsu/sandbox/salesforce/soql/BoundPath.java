package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.util.List;
import java.util.Optional;

/** A field path held against the schema: lookups to follow, then the field. */
record BoundPath(Store store, List<Field> lookups, SObjectType owner, Field field) {
  BoundPath {
    lookups = List.copyOf(lookups);
  }

  /** The value; empty where the field or anything on the way to it is. */
  Optional<Object> valueIn(Row row) {
    var current = row;
    for (var lookup : lookups) {
      var parent = current.value(lookup).flatMap(id -> store.findEvenDeleted(id.toString()));
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      current = parent.get();
    }
    return current.value(field);
  }
}
