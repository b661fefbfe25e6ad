package dev.kaitsu.adapter.salesforce.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Every schema met so far, by its id. An id never gets another schema, so what was fetched is kept
 * for good; whoever needs one that is being fetched waits for that call.
 */
final class Schemas {
  // A schema made a moment ago may be unknown to one of the service's nodes.
  private static final int DENIALS_BELIEVED = 3;

  private final UnaryOperator<String> fetch;
  private final Duration denialLife;
  private final Map<String, EventSchema> known = new ConcurrentHashMap<>();
  private final Map<String, Denial> denials = new HashMap<>();

  /**
   * Knows no schema yet.
   *
   * @param fetch id to JSON; throws {@link SchemaCallException}
   * @param denialLife how long the service is believed that there is no such schema
   */
  Schemas(UnaryOperator<String> fetch, Duration denialLife) {
    this.fetch = fetch;
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
    return schema != null ? schema : fetchOnce(id);
  }

  private synchronized EventSchema fetchOnce(String id) {
    var fetchedMeanwhile = known.get(id);
    if (fetchedMeanwhile != null) {
      return fetchedMeanwhile;
    }
    if (id.isBlank()) {
      throw new UnreadableEventException("it names no schema");
    }
    var denial = Optional.ofNullable(denials.get(id)).filter(each -> each.isYoung(denialLife));
    if (denial.map(Denial::times).orElse(0) >= DENIALS_BELIEVED) {
      throw new UnreadableEventException("the service knows no schema " + id);
    }
    try {
      var schema = EventSchema.parse(fetch.apply(id));
      known.put(id, schema);
      denials.remove(id);
      return schema;
    } catch (SchemaCallException e) {
      if (e.saysThereIsNone()) {
        denials.put(id, Denial.next(denial));
      }
      throw e;
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
