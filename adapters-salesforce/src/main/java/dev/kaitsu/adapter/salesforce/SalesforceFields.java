package dev.kaitsu.adapter.salesforce;

import java.util.EnumMap;
import java.util.Map;

/**
 * The API names that this org's fields go by.
 *
 * @param names only fields the org has; the names go into queries, so each must be a plain API name
 */
public record SalesforceFields(Map<SalesforceField, String> names) {
  /** The setting by which an org says that it has no such field. */
  public static final String OFF = "off";

  /** The names of the portal's org. */
  public static final SalesforceFields DEFAULTS = overriding(Map.of());

  public SalesforceFields {
    names = Map.copyOf(names);
    names.forEach((field, name) -> ApiName.check(field.variable(), name, field.defaultName()));
    for (SalesforceField field : SalesforceField.values()) {
      if (!names.containsKey(field) && !field.isDispensable()) {
        throw new IllegalArgumentException(
            "%s cannot be off: fulfillment needs this field of %s"
                .formatted(field.variable(), field.object()));
      }
    }
  }

  /**
   * The default names, some of them replaced.
   *
   * @param settings field to API name; {@link #OFF} where the org has no such field
   * @throws IllegalArgumentException if a name is none, or a needed field is off; names the
   *     variable
   */
  public static SalesforceFields overriding(Map<SalesforceField, String> settings) {
    var names = new EnumMap<SalesforceField, String>(SalesforceField.class);
    for (SalesforceField field : SalesforceField.values()) {
      var name = settings.getOrDefault(field, field.defaultName());
      if (!name.equalsIgnoreCase(OFF)) {
        names.put(field, name);
      }
    }
    return new SalesforceFields(names);
  }

  public boolean has(SalesforceField field) {
    return names.containsKey(field);
  }

  /**
   * The field's API name in this org.
   *
   * @throws IllegalStateException if the field is off: ask {@link #has} first where it may be
   */
  public String name(SalesforceField field) {
    var name = names.get(field);
    if (name == null) {
      throw new IllegalStateException(field.variable() + " is off");
    }
    return name;
  }
}
