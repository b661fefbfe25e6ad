package dev.kaitsu.wiring.observe;

import dev.kaitsu.model.CorrelationId;
import dev.kaitsu.model.OrderId;
import java.util.Optional;
import org.slf4j.MDC;

/** Puts an order's ids on every line that is logged meanwhile, and takes them off again. */
final class LogContext {
  static final String ORDER = "orderId";
  static final String CORRELATION = "correlationId";

  private LogContext() {}

  static void about(OrderId order, Optional<CorrelationId> correlation, Runnable logging) {
    MDC.put(ORDER, order.value());
    correlation.ifPresent(id -> MDC.put(CORRELATION, id.value()));
    try {
      logging.run();
    } finally {
      MDC.remove(ORDER);
      MDC.remove(CORRELATION);
    }
  }
}
