package dev.kaitsu.sandbox.salesforce.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object of the org: its fields and relationships, found by name whatever the letter case. */
public final class SObjectType {
  /** The rows of another object that point at a row of this one, as a subquery names them. */
  public record Children(String relationship, String object, String field) {}

  private final String name;
  private final String keyPrefix;
  private final List<Field> fields;
  private final List<Children> children;
  private final Map<String, Field> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Field> byRelationship = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  SObjectType(String name, String keyPrefix, List<Field> fields, List<Children> children) {
    this.name = name;
    this.keyPrefix = keyPrefix;
    this.fields = List.copyOf(fields);
    this.children = List.copyOf(children);
    for (var field : fields) {
      byName.put(field.name(), field);
      field.parent().ifPresent(parent -> byRelationship.put(parent.relationship(), field));
    }
  }

  public String name() {
    return name;
  }

  public String keyPrefix() {
    return keyPrefix;
  }

  public List<Field> fields() {
    return fields;
  }

  public Optional<Field> field(String fieldName) {
    return Optional.ofNullable(byName.get(fieldName));
  }

  /** The lookup field behind a relationship name such as {@code Product2}. */
  public Optional<Field> lookup(String relationship) {
    return Optional.ofNullable(byRelationship.get(relationship));
  }

  public Optional<Children> children(String relationship) {
    return children.stream()
        .filter(child -> child.relationship().equalsIgnoreCase(relationship))
        .findFirst();
  }

  /** The component fields of a compound, in the order the platform lists them. */
  public List<Field> componentsOf(String compound) {
    return fields.stream()
        .filter(field -> field.component().filter(c -> c.compound().equals(compound)).isPresent())
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
