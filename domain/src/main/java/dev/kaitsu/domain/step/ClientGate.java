package dev.kaitsu.domain.step;

import dev.kaitsu.model.BillingClientId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets one creating call per client through at a time within this process, so that orders of one
 * client queue here and not at the ledger, which holds the turn for the whole cluster.
 */
final class ClientGate {
  private static final int STRIPES = 64;

  private final Lock[] stripes =
      Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(Lock[]::new);

  Lock of(BillingClientId client) {
    return stripes[Math.floorMod(Long.hashCode(client.value()), STRIPES)];
  }
}
