package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.port.out.SchemaStore;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every schema met so far, by its id: in memory, else in the store, else from the service. An id
 * never gets another schema, so what was fetched is kept for good; whoever needs one that is being
 * fetched waits for that call.
 */
final class Schemas {
  private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);
  // A schema made a moment ago may be unknown to one of the service's nodes.
  private static final int DENIALS_BELIEVED = 3;

  private final UnaryOperator<String> fetch;
  private final SchemaStore store;
  private final Duration denialLife;
  private final Map<String, EventSchema> known = new ConcurrentHashMap<>();
  private final Map<String, Denial> denials = new HashMap<>();

  /**
   * Knows no schema yet.
   *
   * @param fetch id to JSON; throws {@link SchemaCallException}
   * @param store outlives this process; one that is away only costs calls
   * @param denialLife how long the service is believed that there is no such schema
   */
  Schemas(UnaryOperator<String> fetch, SchemaStore store, Duration denialLife) {
    this.fetch = fetch;
    this.store = store;
    this.denialLife = denialLife;
  }

  /**
   * The schema with this id.
   *
   * @throws SchemaCallException if it is to be asked for again
   * @throws UnreadableEventException if there is none for good
   */
  EventSchema find(String id) {
    var schema = known.get(id);
    return schema != null ? schema : findOnce(id);
  }

  private synchronized EventSchema findOnce(String id) {
    var foundMeanwhile = known.get(id);
    if (foundMeanwhile != null) {
      return foundMeanwhile;
    }
    if (id.isBlank()) {
      throw new UnreadableEventException("it names no schema");
    }
    var schema = stored(id).orElseGet(() -> fetched(id));
    if (!SchemaIds.fits(id, schema.schema())) {
      LOG.warn("Schema {} has another id than its content gives; it is used as it is", id);
    }
    known.put(id, schema);
    return schema;
  }

  /** Empty as well if the store is away or holds no schema under the id: then it is fetched. */
  private Optional<EventSchema> stored(String id) {
    try {
      return store.find(id).map(EventSchema::parse);
    } catch (UnreadableEventException damaged) {
      LOG.warn("Schema {} is damaged in the store and is fetched again", id);
      return Optional.empty();
    } catch (StoreException away) {
      LOG.debug("Schema {} cannot be looked up in the store", id, away);
      return Optional.empty();
    }
  }

  private EventSchema fetched(String id) {
    var denial = Optional.ofNullable(denials.get(id)).filter(each -> each.isYoung(denialLife));
    if (denial.map(Denial::times).orElse(0) >= DENIALS_BELIEVED) {
      throw new UnreadableEventException("the service knows no schema " + id);
    }
    try {
      var json = fetch.apply(id);
      var schema = EventSchema.parse(json);
      denials.remove(id);
      keep(id, json);
      return schema;
    } catch (SchemaCallException e) {
      if (e.saysThereIsNone()) {
        denials.put(id, Denial.next(denial));
      }
      throw e;
    }
  }

  private void keep(String id, String json) {
    try {
      store.save(id, json);
    } catch (StoreException away) {
      LOG.debug("Schema {} is not kept; the next start fetches it again", id, away);
    }
  }

  private record Denial(int times, long nanos) {
    static Denial next(Optional<Denial> earlier) {
      return new Denial(earlier.map(Denial::times).orElse(0) + 1, System.nanoTime());
    }

    boolean isYoung(Duration life) {
      return System.nanoTime() - nanos < life.toNanos();
    }
  }
}
