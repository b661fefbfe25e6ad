package dev.kaitsu.crash.live;

import dev.kaitsu.process.Control;
import dev.kaitsu.process.Patience;
import dev.kaitsu.process.Way;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One trial: orders keep coming while something fails, until every one of them has ended. */
final class Trial {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int RETRIES = 3;
  private static final double MICROS = 1e6;

  private final Control control;
  private final SteadyLoad load;
  private long struckAt;

  Trial(Control control, SteadyLoad load) {
    this.control = control;
    this.load = load;
  }

  /**
   * What became of a trial.
   *
   * @param orders how many were approved
   * @param seconds from the stroke to the last end of an order approved before it
   * @param retried how many an operator had to retry
   * @param broken every broken promise
   */
  record Result(int orders, double seconds, int retried, List<String> broken) {}

  /** Notes that it fails now; orders approved before are those that it strikes. */
  void strike() {
    struckAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** The orders that were struck. */
  List<String> struck() throws InterruptedException {
    return control.times().stream()
        .filter(way -> way.approvedAt() < struckAt)
        .map(Way::orderId)
        .toList();
  }

  /** How many orders that were approved after the stroke have ended. */
  long endedSince() throws InterruptedException {
    return control.times().stream()
        .filter(way -> way.approvedAt() > struckAt && !way.outcome().isEmpty())
        .count();
  }

  /** Whether all orders that were struck have ended. */
  boolean isOver() throws InterruptedException {
    return control.times().stream()
        .filter(way -> way.approvedAt() < struckAt)
        .noneMatch(way -> way.outcome().isEmpty());
  }

  /** Waits for {@link #isOver}, while more orders come. */
  boolean awaitOver() throws IOException, InterruptedException {
    return Patience.within(PATIENCE, this::isOver);
  }

  /**
   * Ends the load, waits until all orders have ended, retries what failed, and judges by the books.
   *
   * @param mayFailWith the codes with which an order may have failed
   */
  Result end(Set<String> mayFailWith) throws IOException, InterruptedException {
    var orders = load.stop();
    boolean over = awaitEnds();
    var ways = control.times();
    double seconds = ways.stream().mapToDouble(this::secondsAfter).max().orElse(0);
    int retried = retried(mayFailWith);
    var books = new Books(control.books());
    var broken = new ArrayList<String>();
    if (!over) {
      broken.add("orders had not ended after %s".formatted(PATIENCE));
    }
    books.unmarked().forEach(order -> broken.add("WHMCS holds an order of nobody: " + order));
    for (String order : orders) {
      books
          .broken(order, mayFailWith)
          .forEach(promise -> broken.add("%s: %s".formatted(order, promise)));
    }
    return new Result(orders.size(), seconds, retried, broken);
  }

  private boolean awaitEnds() throws IOException, InterruptedException {
    return Patience.within(PATIENCE, () -> control.open() == 0);
  }

  /** What an operator does with failed orders, as often as the trial makes them fail. */
  private int retried(Set<String> mayFailWith) throws IOException, InterruptedException {
    int retried = 0;
    for (int round = 0; round < RETRIES && !mayFailWith.isEmpty(); round++) {
      var failed =
          control.times().stream()
              .filter(way -> way.outcome().equals("Failed"))
              .map(Way::orderId)
              .toList();
      if (failed.isEmpty()) {
        break;
      }
      control.retry(failed);
      retried += failed.size();
      awaitEnds();
    }
    return retried;
  }

  private double secondsAfter(Way way) {
    boolean struck = way.approvedAt() < struckAt && way.endedAt() > struckAt;
    return struck ? (way.endedAt() - struckAt) / MICROS : 0;
  }
}
