package dev.kaitsu.sandbox.salesforce.soql;

import java.util.List;
import java.util.Optional;

/** A query as written, not yet held against the schema. */
record Query(
    List<SelectItem> select,
    boolean count,
    Name from,
    Optional<Condition> where,
    List<OrderKey> orderBy,
    Optional<Integer> limit,
    int offset) {

  /** What a query asks for: a field by its path, or the children of each row. */
  sealed interface SelectItem {
    record Path(Name field) implements SelectItem {}

    record Children(Query query) implements SelectItem {}
  }

  /** Empty values come first unless the query says NULLS LAST. */
  record OrderKey(Name field, boolean descending, boolean nullsLast) {}
}
