package dev.kaitsu.testkit.contract;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.testkit.AnOrder;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other test of this process uses. */
final class Fresh {
  private static final AtomicInteger LAST = new AtomicInteger(50_000);

  private Fresh() {}

  static int number() {
    return LAST.incrementAndGet();
  }

  static AnOrder order() {
    return AnOrder.numbered(number());
  }

  static PhoneNumber line() {
    return new PhoneNumber("090%08d".formatted(number()));
  }

  static BillingClientId client() {
    return new BillingClientId(number());
  }

  static String name(String what) {
    return what + "-" + number();
  }

  static ReplayId replayId() {
    return new ReplayId(ByteBuffer.allocate(Long.BYTES).putLong(number()).array());
  }
}
