package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.soql.Condition.And;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Comparison;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Membership;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Not;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Operator;
import dev.kaitsu.sandbox.salesforce.soql.Condition.Or;
import dev.kaitsu.sandbox.salesforce.soql.Condition.SemiJoin;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Turns a WHERE clause into a predicate. An empty field is unequal to everything and neither above
 * nor below anything.
 */
final class FilterCompiler {
  private final Binder binder;
  private final SObjectType type;
  private final Function<Query, Set<Object>> semiJoins;

  FilterCompiler(Binder binder, SObjectType type, Function<Query, Set<Object>> semiJoins) {
    this.binder = binder;
    this.type = type;
    this.semiJoins = semiJoins;
  }

  Predicate<Row> compile(Condition condition) {
    if (condition instanceof And and) {
      return all(and.all());
    }
    if (condition instanceof Or or) {
      return all(or.any().stream().map(Not::new).map(Condition.class::cast).toList()).negate();
    }
    if (condition instanceof Not not) {
      return compile(not.condition()).negate();
    }
    if (condition instanceof Membership in) {
      var path = binder.path(type, in.field());
      var keys = new FilterValues(binder.soql(), path.field(), in.field());
      return membership(
          path, in.negated(), in.values().stream().map(keys::key).collect(Collectors.toSet()));
    }
    if (condition instanceof SemiJoin in) {
      return membership(binder.path(type, in.field()), in.negated(), semiJoins.apply(in.query()));
    }
    return comparison((Comparison) condition);
  }

  private Predicate<Row> all(List<Condition> conditions) {
    return conditions.stream().map(this::compile).reduce(row -> true, Predicate::and);
  }

  private static Predicate<Row> membership(BoundPath path, boolean negated, Set<Object> keys) {
    Predicate<Row> in = row -> keys.contains(FilterValues.keyOf(path.field(), path.valueIn(row)));
    return negated ? in.negate() : in;
  }

  private Predicate<Row> comparison(Comparison comparison) {
    var path = binder.path(type, comparison.field());
    var values = new FilterValues(binder.soql(), path.field(), comparison.field());
    if (path.field().type() == FieldType.ADDRESS || path.field().type() == FieldType.TEXT_AREA) {
      throw values.notFilterable();
    }
    if (comparison.operator() == Operator.LIKE) {
      var pattern = values.pattern(comparison.value());
      return row ->
          path.valueIn(row).filter(v -> pattern.matcher(v.toString()).matches()).isPresent();
    }
    var key = values.key(comparison.value());
    return switch (comparison.operator()) {
      case EQUAL -> row -> key.equals(FilterValues.keyOf(path.field(), path.valueIn(row)));
      case NOT_EQUAL -> row -> !key.equals(FilterValues.keyOf(path.field(), path.valueIn(row)));
      case LESS -> ordered(path, key, sign -> sign < 0);
      case LESS_OR_EQUAL -> ordered(path, key, sign -> sign <= 0);
      case GREATER -> ordered(path, key, sign -> sign > 0);
      default -> ordered(path, key, sign -> sign >= 0);
    };
  }

  private static Predicate<Row> ordered(BoundPath path, Object key, Predicate<Integer> wanted) {
    return row -> {
      var value = FilterValues.keyOf(path.field(), path.valueIn(row));
      return value.getClass() == key.getClass() && wanted.test(FilterValues.compare(value, key));
    };
  }
}
