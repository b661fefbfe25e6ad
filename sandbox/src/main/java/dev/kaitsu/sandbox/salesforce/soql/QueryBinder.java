package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.soql.Projection.Column;
import dev.kaitsu.sandbox.salesforce.soql.Query.OrderKey;
import dev.kaitsu.sandbox.salesforce.soql.Query.SelectItem;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Holds a whole query against the schema. */
final class QueryBinder {
  private static final int MAX_OFFSET = 2_000;

  private final Binder names;
  private final Function<Query, Set<Object>> semiJoins;

  QueryBinder(Binder names, Function<Query, Set<Object>> semiJoins) {
    this.names = names;
    this.semiJoins = semiJoins;
  }

  BoundQuery bind(Query query, SObjectType type) {
    if (query.offset() > MAX_OFFSET) {
      throw Refusal.badRequest(
          "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + MAX_OFFSET);
    }
    var filters = new FilterCompiler(names, type, semiJoins);
    Predicate<Row> filter =
        query.where().isPresent() ? filters.compile(query.where().get()) : row -> true;
    return new BoundQuery(
        type, projection(query, type), filter, order(query, type), query.limit(), query.offset());
  }

  private Projection projection(Query query, SObjectType type) {
    var projection = new Projection(type);
    for (var item : query.select()) {
      if (item instanceof SelectItem.Path path) {
        addPath(projection, names.path(type, path.field()), path.field());
      } else if (item instanceof SelectItem.Children children) {
        projection.add(children(children.query(), type));
      }
    }
    return projection;
  }

  private void addPath(Projection root, BoundPath path, Name written) {
    var target = root;
    for (var lookup : path.lookups()) {
      target = target.parent(lookup, names.parentType(lookup));
    }
    if (target.has(path.field())) {
      throw SoqlErrors.malformed(
          names.soql(), written.at(), "duplicate field selected: " + written.text());
    }
    target.add(new Column.Value(path.field()));
  }

  private Column children(Query query, SObjectType parent) {
    var relation = names.children(parent, query.from());
    var childType = names.object(new Name(relation.object(), query.from().at()));
    var lookup = childType.field(relation.field()).orElseThrow();
    return new Column.Children(relation.relationship(), bind(query, childType), lookup);
  }

  private Optional<Comparator<Row>> order(Query query, SObjectType type) {
    return query.orderBy().stream()
        .map(key -> comparator(key, names.path(type, key.field())))
        .reduce(Comparator::thenComparing);
  }

  private static Comparator<Row> comparator(OrderKey key, BoundPath path) {
    return (left, right) -> {
      var a = FilterValues.keyOf(path.field(), path.valueIn(left));
      var b = FilterValues.keyOf(path.field(), path.valueIn(right));
      boolean aEmpty = a.equals(FilterValues.EMPTY);
      boolean bEmpty = b.equals(FilterValues.EMPTY);
      if (aEmpty || bEmpty) {
        return Boolean.compare(key.nullsLast() == aEmpty, key.nullsLast() == bEmpty)
            * (aEmpty == bEmpty ? 0 : 1);
      }
      int sign = FilterValues.compare(a, b);
      return key.descending() ? -sign : sign;
    };
  }
}
