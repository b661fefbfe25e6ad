package dev.kaitsu.domain.guard;

import dev.kaitsu.model.Order;
import java.time.Instant;

/** A claim that must hold before work on an order starts. */
interface Guard {
  Verdict check(Order order, Instant now);
}
