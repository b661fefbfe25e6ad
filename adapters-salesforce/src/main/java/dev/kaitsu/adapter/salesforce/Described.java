package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object as describe shows it to the integration user: a field that it may not read is missing.
 */
final class Described {
  private final Map<String, JsonNode> fields = new HashMap<>();

  private Described(JsonNode object) {
    for (JsonNode field : object.path("fields")) {
      Json.text(field, "name").ifPresent(name -> fields.put(lower(name), field));
    }
  }

  static Described read(SalesforceRest rest, String object) {
    var path = rest.versioned("/sobjects/" + object + "/describe");
    return new Described(rest.read(SalesforceCheckups.OPERATION, path));
  }

  /** Names are compared without regard to case, as Salesforce does. */
  boolean has(String field) {
    return fields.containsKey(lower(field));
  }

  boolean isUpdateable(String field) {
    return find(field).filter(found -> found.path("updateable").asBoolean()).isPresent();
  }

  /** Whether queries may ask for it; believed where describe does not say. */
  boolean isFilterable(String field) {
    return find(field).filter(found -> found.path("filterable").asBoolean(true)).isPresent();
  }

  /** The active values of a picklist; empty if the field takes any text. */
  Set<String> values(String field) {
    var values = new LinkedHashSet<String>();
    find(field)
        .ifPresent(
            found ->
                found
                    .path("picklistValues")
                    .forEach(
                        value -> {
                          if (value.path("active").asBoolean()) {
                            Json.text(value, "value").ifPresent(values::add);
                          }
                        }));
    return values;
  }

  /** Whether the picklist refuses values beyond its own. */
  boolean isRestricted(String field) {
    return find(field).filter(found -> found.path("restrictedPicklist").asBoolean()).isPresent();
  }

  private Optional<JsonNode> find(String field) {
    return Optional.ofNullable(fields.get(lower(field)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
