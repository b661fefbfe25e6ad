package dev.kaitsu.wiring;

import dev.kaitsu.adapter.whmcs.WhmcsCallListener;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.Holds;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts calls to WHMCS, and notices that it is down: so many calls in a row failed for reasons
 * that have nothing to do with their order. Too early is no harm, since it is asked within seconds
 * whether it is there.
 */
final class OutageWatch implements WhmcsCallListener {
  private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);
  private static final String WHMCS = "whmcs";
  private static final int IN_A_ROW = 3;

  /** Asked every two seconds while it is down: counted, it would look worse than it is. */
  private static final String PROBE = "WhmcsDetails";

  /** Answers of a WHMCS that is there and well. */
  private static final Set<FailureCode> OF_THE_ORDER =
      EnumSet.of(FailureCode.BILLING_REFUSED, FailureCode.INTERNAL_ERROR);

  private final CallCounter counter;

  private final Holds holds;
  private final FulfillmentListener listener;
  private final Executor beside;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicBoolean telling = new AtomicBoolean();

  OutageWatch(CallCounter counter, Holds holds, FulfillmentListener listener, Executor beside) {
    this.counter = counter;
    this.holds = holds;
    this.listener = listener;
    this.beside = beside;
  }

  @Override
  public void called(String action, Duration duration, Optional<FailureCode> failure) {
    var outage = failure.filter(code -> !OF_THE_ORDER.contains(code));
    if (!action.equals(PROBE)) {
      counter.called(outage.isPresent());
    }
    if (outage.isEmpty()) {
      failures.set(0);
    } else if (failures.incrementAndGet() >= IN_A_ROW && telling.compareAndSet(false, true)) {
      tellBeside(outage.get());
    }
  }

  private void tellBeside(FailureCode last) {
    try {
      beside.execute(() -> tell(last));
    } catch (RejectedExecutionException stopping) {
      telling.set(false);
    }
  }

  private void tell(FailureCode last) {
    try {
      var reason = "%d calls in a row failed, the last with %s".formatted(failures.get(), last);
      if (holds.down(WHMCS, reason)) {
        listener.systemDown(WHMCS, reason);
      }
    } catch (StoreException away) {
      LOG.debug("the hold could not be noted: {}", away.getMessage());
    } finally {
      telling.set(false);
    }
  }
}
