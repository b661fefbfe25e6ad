package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.port.out.SchemaStore;
import dev.kaitsu.port.out.StoreException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link SchemaStore} promises. */
public abstract class SchemaStoreContract {
  private final String id = Fresh.name("schema");

  protected abstract SchemaStore schemas();

  /** Schemas whose store is away. */
  protected abstract SchemaStore brokenSchemas();

  @Test
  @DisplayName("a schema is found by its id, character by character")
  void finds() {
    schemas().save(id, "{\"doc\": \"開通 'quoted' \\\\ \"}\n");

    assertThat(schemas().find(id)).contains("{\"doc\": \"開通 'quoted' \\\\ \"}\n");
  }

  @Test
  @DisplayName("an id never saved has none")
  void absent() {
    schemas().save(id, "{}");

    assertThat(schemas().find(Fresh.name("schema"))).isEmpty();
  }

  @Test
  @DisplayName("saving again changes nothing, and another text mends a damaged one")
  void savesAgain() {
    schemas().save(id, "damaged");
    schemas().save(id, "{}");
    schemas().save(id, "{}");

    assertThat(schemas().find(id)).contains("{}");
  }

  @Test
  @DisplayName("a store that is away is a store failure")
  void storeFailure() {
    assertThatThrownBy(() -> brokenSchemas().find(id)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenSchemas().save(id, "{}")).isInstanceOf(StoreException.class);
  }
}
