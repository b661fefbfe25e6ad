package dev.kaitsu.crash.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * All chance there is in a world, from its seed. Each world has faults of some kinds, each as often
 * as the seed says, and none of the others: so rare combinations are not drowned by common ones.
 */
final class Luck {
  private static final double SHARE_OF_KINDS = 0.3;
  private static final double RAREST = 0.01;
  private static final double MOST_FREQUENT = 0.25;

  private final SplittableRandom random;
  private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
  private boolean calm;

  Luck(long seed) {
    random = new SplittableRandom(seed);
    for (Fault fault : Fault.values()) {
      boolean present = random.nextDouble() < SHARE_OF_KINDS;
      double rate = RAREST + random.nextDouble() * random.nextDouble() * MOST_FREQUENT;
      if (present) {
        rates.put(fault, rate);
      }
    }
  }

  /** From now on nothing goes wrong any more. */
  void calm() {
    calm = true;
  }

  boolean isCalm() {
    return calm;
  }

  /** Whether this world has faults of this kind at all. */
  boolean has(Fault fault) {
    return rates.containsKey(fault);
  }

  /** Whether it strikes here and now; if so, it is counted. */
  boolean strikes(Fault fault) {
    var rate = rates.get(fault);
    if (calm || rate == null || random.nextDouble() >= rate) {
      return false;
    }
    struck(fault);
    return true;
  }

  void struck(Fault fault) {
    struck.merge(fault, 1, Integer::sum);
  }

  Map<Fault, Integer> struck() {
    return Map.copyOf(struck);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from 0 to below this one. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  Duration between(Duration least, Duration most) {
    return least.plusNanos(random.nextLong(most.minus(least).toNanos() + 1));
  }

  Duration upTo(Duration most) {
    return between(Duration.ZERO, most);
  }

  <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
