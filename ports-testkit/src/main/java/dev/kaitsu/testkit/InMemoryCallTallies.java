package dev.kaitsu.testkit;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.port.out.CallTallies;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tallies in memory, by the minute. */
public final class InMemoryCallTallies implements CallTallies {
  private final InstantSource clock;
  private final List<Added> added = new ArrayList<>();

  private record Added(String system, Instant minute, CallTally tally) {}

  public InMemoryCallTallies(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void add(String system, CallTally more) {
    added.add(new Added(system, clock.instant().truncatedTo(ChronoUnit.MINUTES), more));
  }

  @Override
  public synchronized Map<String, CallTally> recent() {
    var since = clock.instant().minus(WINDOW);
    return added.stream()
        .filter(each -> each.minute().isAfter(since))
        .collect(Collectors.toMap(Added::system, Added::tally, CallTally::plus));
  }
}
