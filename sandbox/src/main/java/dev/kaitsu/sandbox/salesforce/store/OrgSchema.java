package dev.kaitsu.sandbox.salesforce.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every object the org knows. */
public final class OrgSchema {
  private final Map<String, SObjectType> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, SObjectType> byPrefix = new HashMap<>();

  OrgSchema(Collection<SObjectType> objects) {
    for (var object : objects) {
      byName.put(object.name(), object);
      byPrefix.put(object.keyPrefix(), object);
    }
  }

  public Collection<SObjectType> objects() {
    return byName.values();
  }

  public Optional<SObjectType> object(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The object whose key prefix an id begins with. */
  public Optional<SObjectType> objectOf(String id) {
    return id.length() < 3
        ? Optional.empty()
        : Optional.ofNullable(byPrefix.get(id.substring(0, 3)));
  }
}
