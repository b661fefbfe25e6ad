package dev.kaitsu.sandbox.salesforce.store;

import java.util.Map;
import java.util.Optional;

/** A record-triggered Flow of the before-save kind: it may change the values about to be saved. */
@FunctionalInterface
public interface BeforeSave {
  /**
   * Looks at one record about to be saved.
   *
   * @param values the new values; what is put or removed here is what gets saved
   */
  void beforeSave(SObjectType type, Optional<Row> before, Map<String, Object> values);
}
