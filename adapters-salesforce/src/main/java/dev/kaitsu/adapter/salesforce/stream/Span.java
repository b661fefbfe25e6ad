package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.adapter.salesforce.SalesforceAccess;
import dev.kaitsu.adapter.salesforce.stream.StreamCall.Ended;
import dev.kaitsu.adapter.salesforce.stream.StreamCall.Message;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.RejectedPositionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One reading of a topic from a place to its end, over a stream that no cursor follows. */
final class Span {
  /** Retained events come one batch on the other's heels: a pause so long means there are none. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  private static final int MOST_AT_ONCE = 100;

  /** Stands in for the place of events before the first that tells its own. */
  private static final ReplayId NOWHERE = new ReplayId(new byte[] {0});

  private final PubSubConnection connection;
  private final StreamTopic topic;
  private final EventDecoder decoder;
  private final SpanLimits limits;
  private final Consumer<List<StreamEvent>> seen;
  private final Instant began;
  private final long deadline;
  private int received;
  private int requested;
  private SpanEnd end = SpanEnd.TIME_LIMIT;
  private Position position = Position.at(Optional.empty());

  Span(
      PubSubConnection connection,
      StreamTopic topic,
      EventDecoder decoder,
      SpanLimits limits,
      Consumer<List<StreamEvent>> seen,
      InstantSource clock) {
    this.connection = connection;
    this.topic = topic;
    this.decoder = decoder;
    this.limits = limits;
    this.seen = seen;
    this.began = clock.instant();
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  /** Reads from there on; a session that is refused is renewed once. */
  SpanEnd read(Start start) throws InterruptedException {
    var access = connection.access();
    var failure = attempt(start, access);
    if (failure.isPresent() && Remedy.of(failure.get()) == Remedy.NEW_SESSION) {
      connection.invalidate(access);
      failure = received == 0 ? attempt(start, connection.access()) : failure;
    }
    if (failure.isPresent()) {
      throw exception(failure.get(), start);
    }
    return end;
  }

  /** How the service ended the call; empty if we did. */
  private Optional<RpcFailure> attempt(Start start, SalesforceAccess access)
      throws InterruptedException {
    requested = Math.min(MOST_AT_ONCE, limits.events());
    position = Position.at(start.after());
    var call = connection.subscribe(access, start.request(topic, requested));
    try {
      return follow(call);
    } finally {
      call.cancel();
    }
  }

  private Optional<RpcFailure> follow(StreamCall call) throws InterruptedException {
    boolean open = false;
    while (true) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      boolean last = left.compareTo(QUIET) <= 0;
      var signal = call.next(last ? left : QUIET);
      if (signal.isEmpty() && !open) {
        throw ExternalCallException.unavailable(
            FailureCode.ETIMEOUT, "the Pub/Sub API does not answer: check SF_PUBSUB_ENDPOINT");
      }
      if (signal.isEmpty()) {
        end = last ? SpanEnd.TIME_LIMIT : SpanEnd.REACHED;
        return Optional.empty();
      }
      open = true;
      if (signal.get() instanceof Ended ended) {
        return Optional.of(ended.how());
      }
      if (signal.get() instanceof Message message && isOver(message.response(), call)) {
        return Optional.empty();
      }
    }
  }

  private boolean isOver(FetchResponse response, StreamCall call) {
    int count = response.getEventsCount();
    if (count == 0) {
      end = SpanEnd.REACHED; // a keepalive: there was nothing else to send
      return true;
    }
    var events = decoded(response);
    seen.accept(events);
    received += count;
    if (received >= limits.events()) {
      end = SpanEnd.EVENT_LIMIT;
      return true;
    }
    if (events.stream().anyMatch(this::isNew)) {
      end = SpanEnd.REACHED;
      return true;
    }
    int more = Math.min(count, limits.events() - requested);
    if (more > 0) {
      requested += more;
      call.request(more);
    }
    return false;
  }

  private List<StreamEvent> decoded(FetchResponse response) {
    List<StreamEvent> events = new ArrayList<>();
    for (var event : response.getEventsList()) {
      position = position.after(event.getReplayId());
      var produced = event.getEvent();
      events.add(
          decoder
              .decode(
                  new Arrival(
                      produced.getId(),
                      produced.getSchemaId(),
                      produced.getPayload(),
                      position.current().orElse(NOWHERE)))
              .event());
    }
    return events;
  }

  /** Published since this began: on a busy topic nothing else tells that the end is reached. */
  private boolean isNew(StreamEvent event) {
    if (event instanceof StreamEvent.ProvisionRequested requestedNow) {
      return requestedNow.createdAt().isAfter(began);
    }
    return event instanceof StreamEvent.OrdersChanged changed
        && changed.committedAt().isAfter(began);
  }

  private static RuntimeException exception(RpcFailure failure, Start start) {
    return switch (Remedy.of(failure)) {
      case START_OVER ->
          new RejectedPositionException(
              "Salesforce cannot begin %s: no such id is retained (%s)".formatted(start, failure));
      case REFUSED, NEW_SESSION ->
          ExternalCallException.refused(
              FailureCode.SALESFORCE_REFUSED, Ending.of(failure).detail());
      default ->
          ExternalCallException.unavailable(FailureCode.HTTP_503, Ending.of(failure).detail());
    };
  }
}
