package dev.kaitsu.wiring.observe;

import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.End;
import dev.kaitsu.model.StreamStatus.State;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The metrics of the subscriptions: all states and reasons are there, zeros as well. */
final class StreamMetrics {
  private static final double NEVER = -1;

  private final MeterRegistry registry;
  private final Supplier<List<StreamStatus>> statuses;
  private final InstantSource clock;

  StreamMetrics(
      MeterRegistry registry, Supplier<List<StreamStatus>> statuses, InstantSource clock) {
    this.registry = registry;
    this.statuses = statuses;
    this.clock = clock;
  }

  /** For the topics that are subscribed at this moment. */
  void register() {
    statuses.get().forEach(status -> register(status.topic()));
  }

  private void register(String topic) {
    var tags = Tags.of("topic", topic);
    gauge(
        "kaitsu.stream.live",
        "1 while the subscription is live",
        tags,
        () -> of(topic, NEVER, now -> oneIf(now.state() == State.LIVE)));
    gauge(
        "kaitsu.stream.silence.seconds",
        "Seconds since the last message; -1 before the first",
        tags,
        () -> of(topic, NEVER, now -> age(now.lastMessage())));
    gauge(
        "kaitsu.stream.cursor.age.seconds",
        "Seconds since the cursor became durable; -1 without a cursor",
        tags,
        () -> of(topic, NEVER, now -> age(now.cursorSavedAt())));
    for (State state : State.values()) {
      gauge(
          "kaitsu.stream.state",
          "1 for the state that the subscription is in",
          tags.and("state", name(state)),
          () -> of(topic, 0, now -> oneIf(now.state() == state)));
    }
    for (End reason : End.values()) {
      FunctionCounter.builder(
              "kaitsu.stream.reconnects",
              this,
              any -> of(topic, 0, now -> now.ends().getOrDefault(reason, 0L)))
          .description("Streams that ended, by reason; each was or will be opened again")
          .tags(tags.and("reason", name(reason)))
          .register(registry);
    }
  }

  private void gauge(String name, String description, Tags tags, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).tags(tags).register(registry);
  }

  private double of(String topic, double otherwise, ToDoubleFunction<StreamStatus> value) {
    return statuses.get().stream()
        .filter(status -> status.topic().equals(topic))
        .mapToDouble(value)
        .findFirst()
        .orElse(otherwise);
  }

  private double age(Optional<Instant> since) {
    return since.map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0).orElse(NEVER);
  }

  private static double oneIf(boolean holds) {
    return holds ? 1 : 0;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
