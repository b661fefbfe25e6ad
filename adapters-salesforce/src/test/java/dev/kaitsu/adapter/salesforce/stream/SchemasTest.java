package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.sandbox.salesforce.bus.SchemaId;
import dev.kaitsu.testkit.InMemorySchemas;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A schema")
class SchemasTest {
  private static final String JSON = SampleEvents.REQUESTED.toString();
  private static final String ID = SchemaId.of(SampleEvents.REQUESTED);
  private static final Duration DENIAL_LIFE = Duration.ofMinutes(10);

  private final InMemorySchemas store = new InMemorySchemas();
  private final List<String> fetched = new ArrayList<>();
  private boolean serviceAway;

  private Schemas restarted() {
    return new Schemas(this::fetch, store, DENIAL_LIFE);
  }

  private String fetch(String id) {
    fetched.add(id);
    if (serviceAway) {
      throw new SchemaCallException(
          id, new RpcFailure(Status.Code.UNAVAILABLE, "away", "schema.api.unavailable", "rpc"));
    }
    return JSON;
  }

  @Test
  @DisplayName("is fetched once, and after a restart found in the store")
  void durable() {
    restarted().find(ID);
    serviceAway = true;

    assertThat(restarted().find(ID).schema()).isEqualTo(SampleEvents.REQUESTED);
    assertThat(fetched).containsExactly(ID);
  }

  @Test
  @DisplayName("in memory needs neither the store nor the service")
  void inMemory() {
    var schemas = restarted();
    schemas.find(ID);
    store.goesAway();
    serviceAway = true;

    assertThat(schemas.find(ID).schema()).isEqualTo(SampleEvents.REQUESTED);
  }

  @Test
  @DisplayName("is fetched if the store is away, and used although it cannot be kept")
  void storeAway() {
    store.goesAway();

    assertThat(restarted().find(ID).schema()).isEqualTo(SampleEvents.REQUESTED);
    store.comesBack();
    assertThat(store.find(ID)).isEmpty();
  }

  @Test
  @DisplayName("damaged in the store is fetched again, and mended there")
  void damaged() {
    store.save(ID, JSON.substring(0, JSON.length() / 2));

    assertThat(restarted().find(ID).schema()).isEqualTo(SampleEvents.REQUESTED);

    assertThat(fetched).containsExactly(ID);
    assertThat(store.find(ID)).contains(JSON);
  }

  @Test
  @DisplayName("damaged in the store is no poison while the service is away: it is asked for again")
  void damagedAndAway() {
    store.save(ID, "{");
    serviceAway = true;
    var schemas = restarted();

    assertThatThrownBy(() -> schemas.find(ID)).isInstanceOf(SchemaCallException.class);
    serviceAway = false;
    assertThat(schemas.find(ID).schema()).isEqualTo(SampleEvents.REQUESTED);
  }

  @Test
  @DisplayName("with an id that its content does not give is used all the same")
  void otherId() {
    var other = SchemaId.of(SampleEvents.ORDER_CHANGED);

    assertThat(SchemaIds.fits(other, SampleEvents.REQUESTED)).isFalse();
    assertThat(SchemaIds.fits(ID, SampleEvents.REQUESTED)).isTrue();
    assertThat(SchemaIds.fits("another-form-of-id", SampleEvents.REQUESTED)).isTrue();
    assertThat(restarted().find(other).schema()).isEqualTo(SampleEvents.REQUESTED);
  }

  @Test
  @DisplayName("that the service gives as no Avro schema is not kept")
  void unreadable() {
    var schemas = new Schemas(id -> "no schema", store, DENIAL_LIFE);

    assertThatThrownBy(() -> schemas.find(ID)).isInstanceOf(UnreadableEventException.class);
    assertThat(store.find(ID)).isEmpty();
  }
}
