package dev.kaitsu.testkit;

import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.port.out.EventDecoding;
import dev.kaitsu.port.out.RejectedPositionException;
import dev.kaitsu.port.out.RetainedEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a service retains of one topic, and what it makes of events' bytes, as a test says. */
public final class ScriptedEvents implements RetainedEvents, EventDecoding {
  private final List<StreamEvent> retained = new ArrayList<>();
  private final Map<String, StreamEvent> readable = new HashMap<>();

  public void retains(StreamEvent event) {
    retained.add(event);
  }

  /** From now on, the bytes of this key can be read. */
  public void canRead(StreamEvent event) {
    readable.put(event.key(), event);
  }

  @Override
  public SpanEnd read(
      String topic, StreamPosition from, SpanLimits limits, Consumer<List<StreamEvent>> seen) {
    var rest = retained.subList(first(from), retained.size());
    boolean all = rest.size() <= limits.events();
    rest.stream().limit(limits.events()).forEach(event -> seen.accept(List.of(event)));
    return all ? SpanEnd.REACHED : SpanEnd.EVENT_LIMIT;
  }

  @Override
  public StreamEvent decode(ParkedEvent event, Payload payload) {
    return Optional.ofNullable(readable.get(event.key()))
        .orElseGet(
            () ->
                new StreamEvent.Undecodable(
                    event.key(), event.replayId(), event.schemaId(), payload, "still unreadable"));
  }

  private int first(StreamPosition from) {
    if (!(from instanceof StreamPosition.After after)) {
      return 0;
    }
    List<ReplayId> ids = retained.stream().map(StreamEvent::replayId).toList();
    if (!ids.contains(after.id())) {
      throw new RejectedPositionException("no event has replay id " + after.id());
    }
    return ids.lastIndexOf(after.id()) + 1;
  }
}
