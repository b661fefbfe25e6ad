package dev.kaitsu.sandbox.salesforce.store;

import java.util.Optional;

/** What a transaction did to one record: no before is a creation, no after a removal. */
public record Change(SObjectType type, String id, Optional<Row> before, Optional<Row> after) {

  /** Whether the record ceased to be visible: removed, or put into the recycle bin. */
  public boolean isDelete() {
    return after.map(Row::isDeleted).orElse(true);
  }

  /** Whether a field has another value than before. */
  public boolean changed(String field) {
    return !before.flatMap(row -> row.value(field)).equals(after.flatMap(row -> row.value(field)));
  }
}
