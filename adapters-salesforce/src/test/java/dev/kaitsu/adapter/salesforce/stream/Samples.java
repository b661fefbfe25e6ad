package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.testkit.InMemorySchemas;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;

/** Decoders of provision requests that need no service. */
final class Samples {
  private Samples() {}

  static EventDecoder decoder() {
    var schemas =
        new Schemas(
            id -> SampleEvents.REQUESTED.toString(), new InMemorySchemas(), Duration.ofMinutes(1));
    return new EventDecoder(schemas, new ProvisionEvents(new SettableClock()));
  }
}
