package dev.kaitsu.cli;

import dev.kaitsu.model.LedgerFact.Skipped;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrder;
import dev.kaitsu.sandbox.demo.Expected.Result;
import dev.kaitsu.wiring.Node;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Approves the demo's orders and watches, from outside, how each one ends. */
final class DemoRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MS = 5;

  private final OutsideWorld world;
  private final Node node;
  private final PrintWriter talk;

  DemoRun(OutsideWorld world, Node node, PrintWriter talk) {
    this.world = world;
    this.node = node;
    this.talk = talk;
  }

  /** How one order ended, and how long that took from its approval. */
  record Ended(DemoOrder order, Optional<Result> result, String code, Duration took) {}

  void waitForStreams() throws InterruptedException {
    waitUntil(
        () -> node.streams().statuses().stream().allMatch(each -> each.state() == State.LIVE));
  }

  /** An order whose end is awaited. */
  private record Awaited(DemoOrder order, Instant approvedAt, boolean approveAgain) {}

  List<Ended> approve(List<DemoOrder> orders) throws InterruptedException {
    talk.printf("Approving %d orders …%n", orders.size());
    var waiting = new ArrayList<Awaited>();
    for (DemoOrder order : orders) {
      waiting.add(approve(order, order.secondApproval()));
    }
    var ended = new ArrayList<Ended>();
    var giveUp = Instant.now().plus(PATIENCE);
    while (!waiting.isEmpty() && Instant.now().isBefore(giveUp)) {
      for (Awaited awaited : List.copyOf(waiting)) {
        var result = resultOf(awaited.order());
        if (result.isPresent() && awaited.approveAgain()) {
          waiting.remove(awaited);
          world.salesforce().cancel(awaited.order().orderId());
          waiting.add(approve(awaited.order(), false));
        } else if (result.isPresent()) {
          waiting.remove(awaited);
          ended.add(end(awaited, result));
          tell(ended.get(ended.size() - 1), ended.size(), orders.size());
        }
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    waiting.forEach(awaited -> ended.add(end(awaited, Optional.empty())));
    return ended;
  }

  private Awaited approve(DemoOrder order, boolean approveAgain) {
    var approvedAt = Instant.now();
    world.salesforce().approve(order.orderId());
    return new Awaited(order, approvedAt, approveAgain);
  }

  private Optional<Result> resultOf(DemoOrder order) {
    return switch (text(order, "Activation_Status__c")) {
      case "Activated" -> Optional.of(Result.ACTIVATED);
      case "Failed" -> Optional.of(Result.FAILED);
      default -> isSkipped(order) ? Optional.of(Result.SKIPPED) : Optional.empty();
    };
  }

  private boolean isSkipped(DemoOrder order) {
    return !text(order, "WHMCS_Order_ID__c").isEmpty()
        && node.desk().progress(new OrderId(order.orderId())).stream()
            .flatMap(progress -> progress.history().stream())
            .anyMatch(entry -> entry.fact() instanceof Skipped);
  }

  private Ended end(Awaited awaited, Optional<Result> result) {
    return new Ended(
        awaited.order(),
        result,
        text(awaited.order(), "Activation_Error_Code__c"),
        Duration.between(awaited.approvedAt(), Instant.now()));
  }

  private String text(DemoOrder order, String field) {
    return world.salesforce().data().text(order.orderId(), field).orElse("");
  }

  private void tell(Ended ended, int done, int all) {
    talk.printf(
        "%4d/%d  %s  %-18s  %s%n",
        done,
        all,
        ended.order().orderId(),
        ended.order().kind(),
        (ended.result().map(Result::name).orElse("?") + " " + ended.code()).strip());
    talk.flush();
  }

  private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
    var giveUp = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean() && Instant.now().isBefore(giveUp)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
  }
}
