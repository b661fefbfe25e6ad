package dev.kaitsu.sandbox.salesforce.store;

import java.util.List;
import java.util.Optional;

/**
 * One field of an object.
 *
 * @param length longest text it takes, in characters; 0 where length means nothing
 * @param values the picklist's values, in order
 * @param parent the record it points at, for a lookup
 * @param component the place it has in a compound field, e.g. City of BillingAddress
 */
public record Field(
    String name,
    FieldType type,
    int length,
    Access access,
    boolean required,
    List<String> values,
    Optional<Parent> parent,
    Optional<Component> component) {

  /** Who may write the field. */
  public enum Access {
    READ_ONLY,
    CREATE_ONLY,
    WRITABLE
  }

  /** The relationship name a query uses and the object it leads to. */
  public record Parent(String relationship, String object) {}

  /** A field's place in a compound field. */
  public record Component(String compound, String name) {}

  public Field {
    values = List.copyOf(values);
  }

  static Field of(String name, FieldType type) {
    return new Field(
        name, type, 0, Access.WRITABLE, false, List.of(), Optional.empty(), Optional.empty());
  }

  static Field text(String name, int length) {
    return of(name, FieldType.TEXT).withLength(length);
  }

  static Field longText(String name, int length) {
    return of(name, FieldType.TEXT_AREA).withLength(length);
  }

  static Field number(String name) {
    return of(name, FieldType.NUMBER);
  }

  static Field currency(String name) {
    return of(name, FieldType.CURRENCY);
  }

  static Field checkbox(String name) {
    return of(name, FieldType.CHECKBOX);
  }

  static Field date(String name) {
    return of(name, FieldType.DATE);
  }

  static Field datetime(String name) {
    return of(name, FieldType.DATETIME);
  }

  static Field picklist(String name, String... values) {
    return of(name, FieldType.PICKLIST).withLength(255).withValues(List.of(values));
  }

  static Field restricted(String name, String... values) {
    return of(name, FieldType.RESTRICTED_PICKLIST).withLength(255).withValues(List.of(values));
  }

  /**
   * A lookup whose relationship is named by the platform's rule: FooId is Foo, Foo__c is Foo__r.
   */
  static Field lookup(String name, String object) {
    var relationship =
        name.endsWith("__c")
            ? name.substring(0, name.length() - 1) + "r"
            : name.substring(0, name.length() - 2);
    return new Field(
        name,
        FieldType.REFERENCE,
        18,
        Access.WRITABLE,
        false,
        List.of(),
        Optional.of(new Parent(relationship, object)),
        Optional.empty());
  }

  Field readOnly() {
    return new Field(name, type, length, Access.READ_ONLY, required, values, parent, component);
  }

  Field createOnly() {
    return new Field(name, type, length, Access.CREATE_ONLY, required, values, parent, component);
  }

  Field mandatory() {
    return new Field(name, type, length, access, true, values, parent, component);
  }

  Field in(String compound, String componentName) {
    return new Field(
        name,
        type,
        length,
        access,
        required,
        values,
        parent,
        Optional.of(new Component(compound, componentName)));
  }

  private Field withLength(int newLength) {
    return new Field(name, type, newLength, access, required, values, parent, component);
  }

  private Field withValues(List<String> newValues) {
    return new Field(name, type, length, access, required, newValues, parent, component);
  }
}
