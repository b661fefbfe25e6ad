package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.util.ArrayList;

/** Holds the names of one query against the schema. */
final class Binder {
  private final Store store;
  private final String soql;

  Binder(Store store, String soql) {
    this.store = store;
    this.soql = soql;
  }

  Store store() {
    return store;
  }

  String soql() {
    return soql;
  }

  SObjectType object(Name name) {
    return store
        .schema()
        .object(name.text())
        .orElseThrow(() -> SoqlErrors.noObject(soql, name.at(), name.text()));
  }

  SObjectType.Children children(SObjectType parent, Name relationship) {
    return parent
        .children(relationship.text())
        .orElseThrow(() -> SoqlErrors.noRelationship(soql, relationship.at(), relationship.text()));
  }

  /** Resolves a path; the object's own name may stand in front, as in {@code Order.Status}. */
  BoundPath path(SObjectType from, Name name) {
    var parts = name.parts();
    var lookups = new ArrayList<Field>();
    var owner = from;
    int first = parts.length > 1 && parts[0].equalsIgnoreCase(from.name()) ? 1 : 0;
    for (int i = first; i < parts.length - 1; i++) {
      var relationship = parts[i];
      var lookup =
          owner
              .lookup(relationship)
              .orElseThrow(() -> SoqlErrors.noRelationship(soql, name.at(), relationship));
      lookups.add(lookup);
      owner = parentType(lookup);
    }
    var column = parts[parts.length - 1];
    var entity = owner.name();
    var field =
        owner.field(column).orElseThrow(() -> SoqlErrors.noColumn(soql, name.at(), column, entity));
    return new BoundPath(store, lookups, owner, field);
  }

  SObjectType parentType(Field lookup) {
    return lookup
        .parent()
        .flatMap(parent -> store.schema().object(parent.object()))
        .orElseThrow(() -> new IllegalStateException("a lookup to nowhere: " + lookup.name()));
  }
}
