package dev.kaitsu.testkit;

import dev.kaitsu.model.HealthClaim;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.port.out.HealthBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The book of checks in memory; nodes that share it compete. */
public final class InMemoryHealthBook implements HealthBook {
  private final InstantSource clock;
  private final Map<String, Entry> entries = new TreeMap<>();

  private record Entry(Instant next, Instant attended, Optional<Checked> checked) {}

  private record Checked(HealthResult result, Instant at) {}

  public InMemoryHealthBook(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized List<HealthClaim> claimDue(Collection<String> systems, Duration lease) {
    var now = clock.instant();
    var until = now.plus(lease);
    var claims = new ArrayList<HealthClaim>();
    for (String system : systems) {
      var before = Optional.ofNullable(entries.get(system));
      if (before.filter(entry -> entry.next().isAfter(now)).isEmpty()) {
        entries.put(
            system,
            new Entry(
                until, before.map(Entry::attended).orElse(now), before.flatMap(Entry::checked)));
        claims.add(new HealthClaim(system, until));
      }
    }
    return claims;
  }

  @Override
  public synchronized boolean record(HealthClaim claim, HealthResult result, Duration next) {
    boolean mine = isMine(claim);
    if (mine) {
      var now = clock.instant();
      var checked = Optional.of(new Checked(result, now));
      entries.put(claim.system(), new Entry(now.plus(next), now, checked));
    }
    return mine;
  }

  @Override
  public synchronized void putOff(HealthClaim claim, Duration next) {
    if (isMine(claim)) {
      var now = clock.instant();
      entries.computeIfPresent(
          claim.system(), (any, entry) -> new Entry(now.plus(next), now, entry.checked()));
    }
  }

  @Override
  public synchronized void hasten(String system, Duration moment) {
    var now = clock.instant();
    entries.computeIfPresent(
        system,
        (any, entry) ->
            entry.next().isAfter(now.plus(SOON)) && !entry.attended().plus(moment).isAfter(now)
                ? new Entry(now, entry.attended(), entry.checked())
                : entry);
  }

  private boolean isMine(HealthClaim claim) {
    return Optional.ofNullable(entries.get(claim.system()))
        .filter(entry -> entry.next().equals(claim.until()))
        .isPresent();
  }

  @Override
  public synchronized List<HealthStanding> standings() {
    var now = clock.instant();
    return entries.values().stream()
        .flatMap(entry -> entry.checked().map(checked -> standing(entry, checked, now)).stream())
        .toList();
  }

  private static HealthStanding standing(Entry entry, Checked checked, Instant now) {
    return new HealthStanding(
        checked.result(), checked.at(), entry.next(), Duration.between(entry.attended(), now));
  }
}
