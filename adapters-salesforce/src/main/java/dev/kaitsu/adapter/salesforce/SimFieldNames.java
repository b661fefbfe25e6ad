package dev.kaitsu.adapter.salesforce;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The API names that this org's SIM fields go by.
 *
 * @param names only fields that are asked for; the names go into queries, so each must be a plain
 *     API name
 * @param assignedStatus {@code SF_SIM_ASSIGNED_STATUS}: the state that a card gets once it is
 *     assigned; empty leaves it as it is
 */
public record SimFieldNames(Map<SimField, String> names, Optional<String> assignedStatus) {
  /** The names as documented; the card's state is left as it is. */
  public static final SimFieldNames DEFAULTS = overriding(Map.of(), Optional.empty());

  public SimFieldNames {
    names = Map.copyOf(names);
    names.forEach((field, name) -> ApiName.check(field.variable(), name, field.defaultName()));
  }

  /**
   * The default names, some of them replaced.
   *
   * @param settings field to API name; {@link SalesforceFields#OFF} where the org has no such field
   * @throws IllegalArgumentException if a name is none; names the variable
   */
  public static SimFieldNames overriding(
      Map<SimField, String> settings, Optional<String> assignedStatus) {
    var names = new EnumMap<SimField, String>(SimField.class);
    for (SimField field : SimField.values()) {
      var name = settings.getOrDefault(field, field.defaultName());
      if (!name.equalsIgnoreCase(SalesforceFields.OFF)) {
        names.put(field, name);
      }
    }
    return new SimFieldNames(names, assignedStatus);
  }

  Optional<String> name(SimField field) {
    return Optional.ofNullable(names.get(field));
  }
}
