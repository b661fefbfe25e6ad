package dev.kaitsu.port.out;

import java.util.Optional;

/**
 * Event schemas by id, kept for good: an id never gets another schema. All calls throw {@link
 * StoreException} if the store fails.
 */
public interface SchemaStore {
  /** The schema as JSON text, if it was ever saved. */
  Optional<String> find(String schemaId);

  /** Saving the same one again changes nothing; another text, which mends a damaged one, counts. */
  void save(String schemaId, String json);
}
