package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the SIM fields this org shows to us, asked of its own description once an hour, or once
 * a minute while something is missing. What is not there is left out of queries, which would fail
 * as a whole otherwise.
 */
final class KnownSimFields {
  private static final Logger log = LoggerFactory.getLogger(KnownSimFields.class);
  private static final long GOOD_FOR_NANOS = Duration.ofHours(1).toNanos();

  /** Somebody may be about to add what is missing, and to retry. */
  private static final long GAPS_GOOD_FOR_NANOS = Duration.ofMinutes(1).toNanos();

  private record Known(List<SimField> fields, long until) {}

  private final SalesforceRest rest;
  private final SimFieldNames names;
  private final LongSupplier nanoTime;
  private final Map<SimObject, Known> known = new EnumMap<>(SimObject.class);

  KnownSimFields(SalesforceRest rest, SimFieldNames names, LongSupplier nanoTime) {
    this.rest = rest;
    this.names = names;
    this.nanoTime = nanoTime;
  }

  /** The fields of the object that queries may name. */
  synchronized List<SimField> of(SimObject object) {
    var cached = Optional.ofNullable(known.get(object));
    if (cached.filter(each -> nanoTime.getAsLong() - each.until() < 0).isPresent()) {
      return cached.get().fields();
    }
    var fields = read(object);
    boolean whole = fields.size() == named(object);
    long goodFor = whole ? GOOD_FOR_NANOS : GAPS_GOOD_FOR_NANOS;
    known.put(object, new Known(fields, nanoTime.getAsLong() + goodFor));
    return fields;
  }

  String name(SimField field) {
    return names.name(field).orElseThrow();
  }

  private List<SimField> read(SimObject object) {
    Optional<Described> described = describe(object);
    return List.of(SimField.values()).stream()
        .filter(field -> field.object() == object && names.name(field).isPresent())
        .filter(field -> described.isPresent() && isThere(field, described.get()))
        .toList();
  }

  private long named(SimObject object) {
    return List.of(SimField.values()).stream()
        .filter(field -> field.object() == object && names.name(field).isPresent())
        .count();
  }

  private Optional<Described> describe(SimObject object) {
    try {
      return Optional.of(Described.read(rest, object.apiName()));
    } catch (ExternalCallException failure) {
      if (!(failure.halt() instanceof Halt.Refused)) {
        throw failure;
      }
      log.warn(
          "{} is not shown to the integration user; SIM orders go on without it", object.apiName());
      return Optional.empty();
    }
  }

  private boolean isThere(SimField field, Described described) {
    boolean there = described.has(name(field));
    if (!there) {
      log.warn(
          "{}.{} does not exist or is not shown to the integration user; SIM orders go on without"
              + " it; name it by {} or set that to off",
          field.object().apiName(),
          name(field),
          field.variable());
    }
    return there;
  }
}
