package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came in one or several responses, in our words.
 *
 * @param content empty if there is neither an event nor a position to keep
 * @param position how far the stream is read with it
 * @param gaps why orders that no event names must be looked for
 */
record Batch(Optional<EventBatch> content, Position position, List<String> gaps) {

  /**
   * Decodes responses in stream order.
   *
   * @throws SchemaCallException if a schema cannot be had now
   */
  static Batch of(
      List<FetchResponse> responses, Position from, StreamTopic topic, EventDecoder decoder) {
    var position = from.current().isPresent() ? from : Position.at(firstReplayId(responses));
    List<StreamEvent> events = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (var response : responses) {
      for (var event : response.getEventsList()) {
        position = position.after(event.getReplayId());
        var reading = decoder.decode(arrival(event, position));
        events.add(reading.event());
        reading.gap().ifPresent(gaps::add);
      }
      if (response.getEventsCount() == 0 && !response.getLatestReplayId().isEmpty()) {
        // Whatever came before is in this batch or durable: nothing can be skipped by this.
        position =
            Position.at(Optional.of(new ReplayId(response.getLatestReplayId().toByteArray())));
      }
    }
    var cursor = position.cursor(topic.sharesReplayIds());
    boolean news = !events.isEmpty() || !position.equals(from);
    var content = cursor.filter(any -> news).map(id -> new EventBatch(topic.name(), id, events));
    return new Batch(content, position, gaps);
  }

  /**
   * Where a stream begins that has no place yet. Events may come without a replay id, and one that
   * is first has none before it to stand at.
   */
  private static Optional<ReplayId> firstReplayId(List<FetchResponse> responses) {
    var ofEvents =
        responses.stream()
            .flatMap(response -> response.getEventsList().stream())
            .map(ConsumerEvent::getReplayId);
    var ofResponses = responses.stream().map(FetchResponse::getLatestReplayId);
    return Stream.concat(ofEvents, ofResponses)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .map(id -> new ReplayId(id.toByteArray()));
  }

  private static Arrival arrival(ConsumerEvent event, Position position) {
    var replayId =
        position
            .current()
            .orElseThrow(() -> new IllegalStateException("the stream began without a replay id"));
    var produced = event.getEvent();
    return new Arrival(produced.getId(), produced.getSchemaId(), produced.getPayload(), replayId);
  }
}
