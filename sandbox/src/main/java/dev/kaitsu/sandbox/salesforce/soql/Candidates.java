package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.soql.Condition.And;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Comparison;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Membership;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Operator;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rows worth looking at: few where an id or a lookup is asked for by value, else all. */
final class Candidates {
  private final Binder names;
  private final SObjectType type;

  Candidates(Binder names, SObjectType type) {
    this.names = names;
    this.type = type;
  }

  Stream<Row> rows(Optional<Condition> where) {
    return where.flatMap(this::byIndex).orElseGet(() -> names.store().rows(type).stream());
  }

  private Optional<Stream<Row>> byIndex(Condition condition) {
    if (condition instanceof And and) {
      return and.all().stream().flatMap(part -> byIndex(part).stream()).findFirst();
    }
    if (condition instanceof Comparison comparison && comparison.operator() == Operator.EQUAL) {
      return byIndex(comparison.field(), List.of(comparison.value()));
    }
    if (condition instanceof Membership in && !in.negated()) {
      return byIndex(in.field(), in.values());
    }
    return Optional.empty();
  }

  private Optional<Stream<Row>> byIndex(Name name, List<Literal> values) {
    var path = names.path(type, name);
    var keys = new FilterValues(names.soql(), path.field(), name);
    if (!path.lookups().isEmpty() || !path.field().type().isId()) {
      return Optional.empty();
    }
    Set<Object> ids = new LinkedHashSet<>();
    values.forEach(value -> ids.add(keys.key(value)));
    if (ids.contains(FilterValues.EMPTY)) {
      return Optional.empty();
    }
    return Optional.of(
        path.field().type() == FieldType.ID
            ? ids.stream()
                .flatMap(id -> names.store().findEvenDeleted(id.toString()).stream())
                .filter(row -> row.type().equals(type))
            : ids.stream()
                .flatMap(
                    id ->
                        names
                            .store()
                            .pointingAt(type, path.field().name(), id.toString())
                            .stream()));
  }
}
