package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A query held against the schema, ready to choose among candidate rows. */
record BoundQuery(
    SObjectType type,
    Projection projection,
    Predicate<Row> filter,
    Optional<Comparator<Row>> order,
    Optional<Integer> limit,
    int offset) {

  List<Row> choose(Stream<Row> candidates) {
    var chosen = candidates.filter(filter);
    if (order.isPresent()) {
      chosen = chosen.sorted(order.get());
    }
    if (offset > 0) {
      chosen = chosen.skip(offset);
    }
    if (limit.isPresent()) {
      chosen = chosen.limit(limit.get());
    }
    return chosen.toList();
  }
}
