package dev.kaitsu.wiring;

import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.port.out.EventDecoding;
import dev.kaitsu.port.out.RetainedEvents;
import dev.kaitsu.wiring.config.ConfigurationException;
import java.util.List;
import java.util.function.Consumer;

/** What stands in for Salesforce's events where they are switched off: there is no way to them. */
final class WithoutEvents implements RetainedEvents, EventDecoding {
  @Override
  public SpanEnd read(
      String topic, StreamPosition from, SpanLimits limits, Consumer<List<StreamEvent>> seen) {
    throw switchedOff();
  }

  @Override
  public StreamEvent decode(ParkedEvent event, Payload payload) {
    throw switchedOff();
  }

  private static ConfigurationException switchedOff() {
    return new ConfigurationException(
        List.of("SF_EVENTS_ENABLED must be true, and a channel set, to read events"));
  }
}
