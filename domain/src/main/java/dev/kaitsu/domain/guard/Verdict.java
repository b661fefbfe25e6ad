package dev.kaitsu.domain.guard;

import dev.kaitsu.port.out.FulfillmentListener.Skip;
import java.time.Instant;

/** What a guard says about starting work on an order. */
public sealed interface Verdict {
  Verdict PROCEED = new Proceed();

  record Proceed() implements Verdict {}

  /** There is nothing to do; that is no error. */
  record LeaveAlone(Skip kind, String reason) implements Verdict {}

  /** It is too early; look again then. */
  record Wait(Instant until, String reason) implements Verdict {}
}
