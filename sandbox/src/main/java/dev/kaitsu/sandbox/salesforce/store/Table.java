package dev.kaitsu.sandbox.salesforce.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of one object in order of insertion, indexed by id and by every lookup. */
final class Table {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, Map<String, Set<String>>> byLookup = new HashMap<>();
  private final List<Field> lookups;
  private long created;

  Table(SObjectType type) {
    lookups = type.fields().stream().filter(field -> field.parent().isPresent()).toList();
    lookups.forEach(field -> byLookup.put(field.name(), new HashMap<>()));
  }

  long nextNumber() {
    return ++created;
  }

  Optional<Row> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  Collection<Row> all() {
    return rows.values();
  }

  List<Row> pointingAt(String lookupField, String parentId) {
    return byLookup.getOrDefault(lookupField, Map.of()).getOrDefault(parentId, Set.of()).stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  void put(Row row) {
    reindex(Optional.ofNullable(rows.put(row.id(), row)), Optional.of(row));
  }

  void remove(String id) {
    reindex(Optional.ofNullable(rows.remove(id)), Optional.empty());
  }

  private void reindex(Optional<Row> before, Optional<Row> after) {
    for (var field : lookups) {
      var old = before.flatMap(row -> row.value(field));
      var now = after.flatMap(row -> row.value(field));
      if (old.equals(now)) {
        continue;
      }
      var index = byLookup.getOrDefault(field.name(), new HashMap<>());
      old.ifPresent(
          parent ->
              before.ifPresent(
                  row ->
                      index.computeIfPresent(
                          parent.toString(),
                          (key, ids) -> ids.remove(row.id()) && ids.isEmpty() ? null : ids)));
      now.ifPresent(
          parent ->
              after.ifPresent(
                  row ->
                      index
                          .computeIfAbsent(parent.toString(), key -> new LinkedHashSet<>())
                          .add(row.id())));
    }
  }
}
