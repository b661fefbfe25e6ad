package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each row of a result shows, in the order asked for; paths to one parent share its object.
 */
final class Projection {
  /** One column of a result. */
  sealed interface Column {
    record Value(Field field) implements Column {}

    record Parent(String relationship, Field lookup, Projection projection) implements Column {}

    record Children(String relationship, BoundQuery query, Field lookup) implements Column {}
  }

  private final SObjectType type;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Projection> parents = new LinkedHashMap<>();

  Projection(SObjectType type) {
    this.type = type;
  }

  SObjectType type() {
    return type;
  }

  List<Column> columns() {
    return columns;
  }

  boolean has(Field field) {
    return columns.stream()
        .anyMatch(c -> c instanceof Column.Value value && value.field().equals(field));
  }

  void add(Column column) {
    columns.add(column);
  }

  /** The object that shows a parent's columns; made at its first mention. */
  Projection parent(Field lookup, SObjectType parentType) {
    var relationship = lookup.parent().orElseThrow().relationship();
    return parents.computeIfAbsent(
        relationship,
        name -> {
          var projection = new Projection(parentType);
          columns.add(new Column.Parent(name, lookup, projection));
          return projection;
        });
  }
}
