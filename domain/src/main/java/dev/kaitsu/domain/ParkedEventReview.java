package dev.kaitsu.domain;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.StreamEvent.Undecodable;
import dev.kaitsu.port.in.ParkedEventDesk;
import dev.kaitsu.port.out.EventDecoding;
import dev.kaitsu.port.out.ParkedEvents;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads parked events again, one at a time, and settles those that can be read. */
public final class ParkedEventReview implements ParkedEventDesk {
  private final ParkedEvents parked;
  private final EventDecoding decoding;

  @Inject
  public ParkedEventReview(ParkedEvents parked, EventDecoding decoding) {
    this.parked = parked;
    this.decoding = decoding;
  }

  @Override
  public List<ParkedEvent> open() {
    return parked.open();
  }

  @Override
  public List<Redecoded> redecode(Optional<String> topic, Optional<String> key) {
    List<Redecoded> results = new ArrayList<>();
    for (var event : parked.open()) {
      if (topic.filter(each -> !each.equals(event.topic())).isEmpty()
          && key.filter(each -> !each.equals(event.key())).isEmpty()) {
        parked.payload(event.topic(), event.key()).ifPresent(p -> results.add(again(event, p)));
      }
    }
    return results;
  }

  @Override
  public boolean drop(String topic, String key, String by) {
    return parked.settle(topic, key, "dropped by " + by, List.of());
  }

  private Redecoded again(ParkedEvent event, Payload payload) {
    var decoded = decoding.decode(event, payload);
    if (decoded instanceof Undecodable still) {
      parked.explain(event.topic(), event.key(), still.reason());
      return new Redecoded(event, false, still.reason());
    }
    var hints = EventHints.of(decoded);
    var outcome = outcome(hints);
    boolean first = parked.settle(event.topic(), event.key(), outcome, hints);
    return new Redecoded(event, true, first ? outcome : "somebody else has settled it meanwhile");
  }

  private static String outcome(List<Hint> hints) {
    return hints.isEmpty()
        ? "read: it asks for no order"
        : "read: it asks for " + String.join(", ", orders(hints));
  }

  private static List<String> orders(List<Hint> hints) {
    return hints.stream().map(hint -> hint.order().value()).distinct().toList();
  }
}
