package dev.kaitsu.adapter.salesforce.stream;

import com.google.protobuf.ByteString;
import dev.kaitsu.adapter.salesforce.AccessSource;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.Undecodable;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.port.out.EventDecoding;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.RetainedEvents;
import dev.kaitsu.port.out.SchemaStore;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads topics, and single events, beside the subscriptions: over a connection of its own, and
 * saving nothing but schemas. Safe for use by many threads.
 */
public final class EventArchive implements RetainedEvents, EventDecoding, AutoCloseable {
  private final StreamConfig config;
  private final InstantSource clock;
  private final PubSubConnection connection;
  private final Schemas schemas;

  /** Connects to nothing until something is read. */
  public EventArchive(
      StreamConfig config, AccessSource session, SchemaStore schemas, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.connection = new PubSubConnection(config.endpoint(), session);
    this.schemas = new Schemas(connection::schema, schemas, config.times().recheck());
  }

  @Override
  public SpanEnd read(
      String topic, StreamPosition from, SpanLimits limits, Consumer<List<StreamEvent>> seen) {
    var named = topic(topic);
    try {
      return new Span(connection, named, decoder(named), limits, seen, clock).read(Start.of(from));
    } catch (SchemaCallException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ExternalCallException.unavailable(
          FailureCode.ETIMEOUT, "reading channel %s was interrupted".formatted(topic), e);
    }
  }

  @Override
  public StreamEvent decode(ParkedEvent event, Payload payload) {
    var arrival =
        new Arrival(
            event.key(), event.schemaId(), ByteString.copyFrom(payload.bytes()), event.replayId());
    try {
      return decoder(topic(event.topic())).decode(arrival).event();
    } catch (SchemaCallException e) {
      if (!e.saysThereIsNone()) {
        throw unavailable(e);
      }
      var reason = "the service knows no schema " + event.schemaId();
      return new Undecodable(event.key(), event.replayId(), event.schemaId(), payload, reason);
    }
  }

  private EventDecoder decoder(StreamTopic topic) {
    return new EventDecoder(schemas, EventReader.of(topic, config.fields(), clock));
  }

  /** A channel that is configured no more is still what its path says. */
  private StreamTopic topic(String name) {
    return config.topics().stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseGet(() -> StreamTopic.byPath(name));
  }

  private static ExternalCallException unavailable(SchemaCallException e) {
    return ExternalCallException.unavailable(
        FailureCode.HTTP_503, String.valueOf(e.getMessage()), e);
  }

  @Override
  public void close() {
    connection.close();
  }
}
