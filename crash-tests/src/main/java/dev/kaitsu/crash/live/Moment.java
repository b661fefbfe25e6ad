package dev.kaitsu.crash.live;

import dev.kaitsu.process.Control;
import dev.kaitsu.process.Patience;
import dev.kaitsu.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Where orders are held, so that what happens then finds them there.
 *
 * @param words for readers of the matrix
 */
record Moment(String words, String system, Hold hold, List<String> operations) {
  private static final String FREEBIT = "freebit";

  static final Moment READ = of("the order is being read", "salesforce", Hold.BEFORE, "query");
  static final Moment PAYMENT_METHOD =
      of("GetPayMethods is under way", "whmcs", Hold.BEFORE, "GetPayMethods");
  static final Moment LOOK =
      of("the look for earlier orders is under way", "whmcs", Hold.BEFORE, "GetOrders");
  static final Moment ADD_ORDER_BEFORE_COMMIT =
      of("AddOrder is under way and takes effect afterwards", "whmcs", Hold.BEFORE, "AddOrder");
  static final Moment ADD_ORDER_AFTER_COMMIT =
      of("AddOrder has taken effect, its answer is on its way", "whmcs", Hold.AFTER, "AddOrder");
  static final Moment ADD_ORDER_NEVER =
      of("AddOrder is under way and never takes effect", "whmcs", Hold.NEVER, "AddOrder");
  static final Moment ACCEPT_BEFORE_COMMIT =
      of(
          "AcceptOrder is under way and takes effect afterwards",
          "whmcs",
          Hold.BEFORE,
          "AcceptOrder");
  static final Moment ACCEPT_AFTER_COMMIT =
      of(
          "AcceptOrder has taken effect, its answer is on its way",
          "whmcs",
          Hold.AFTER,
          "AcceptOrder");
  static final Moment WRITE_BEFORE_COMMIT =
      of(
          "the write to Salesforce is under way and takes effect afterwards",
          "salesforce",
          Hold.BEFORE,
          "composite",
          "collections.update");
  static final Moment WRITE_AFTER_COMMIT =
      of(
          "the write to Salesforce has taken effect, its answer is on its way",
          "salesforce",
          Hold.AFTER,
          "composite",
          "collections.update");
  static final Moment ANY = of("at any moment", "whmcs", Hold.BRIEF, "*");

  static final List<Moment> ALL =
      List.of(
          READ,
          PAYMENT_METHOD,
          LOOK,
          ADD_ORDER_BEFORE_COMMIT,
          ADD_ORDER_AFTER_COMMIT,
          ADD_ORDER_NEVER,
          ACCEPT_BEFORE_COMMIT,
          ACCEPT_AFTER_COMMIT,
          WRITE_BEFORE_COMMIT,
          WRITE_AFTER_COMMIT,
          ANY);

  /** Where SIM orders are held. */
  static final List<Moment> OF_SIMS =
      List.of(
          sim("the look at the line is under way", Hold.BEFORE, "PA03-02"),
          sim(
              "the SIM's activation is under way and takes effect afterwards",
              Hold.BEFORE,
              "PA05-41",
              "PA02-01"),
          sim(
              "the SIM's activation has taken effect, its answer is on its way",
              Hold.AFTER,
              "PA05-41",
              "PA02-01"),
          sim(
              "the SIM's activation is under way and never takes effect",
              Hold.NEVER,
              "PA05-41",
              "PA02-01"),
          sim(
              "the voice registration is under way and takes effect afterwards",
              Hold.BEFORE,
              "PA05-05"),
          sim(
              "the voice registration has taken effect, its answer is on its way",
              Hold.AFTER,
              "PA05-05"),
          of(
              "AddOrder is under way and takes effect afterwards",
              "whmcs",
              Hold.BEFORE,
              "AddOrder"));

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int HELD_MS = 1500;
  private static final int BRIEF_MS = 150;
  private static final int MANY = 200;

  /** How they are held. */
  enum Hold {
    BEFORE,
    AFTER,
    NEVER,
    BRIEF
  }

  private static Moment sim(String words, Hold hold, String... operations) {
    return of(words, FREEBIT, hold, operations);
  }

  private static Moment of(String words, String system, Hold hold, String... operations) {
    return new Moment(words, system, hold, List.of(operations));
  }

  /** Whether the node that goes on cannot know before the look window has closed. */
  boolean leavesDoubt() {
    return hold == Hold.NEVER || system.equals(FREEBIT);
  }

  /** The codes with which orders of nodes that live on may fail by this hold alone. */
  Set<String> mayFailWith() {
    return hold == Hold.NEVER ? Set.of("ECONNRESET") : Set.of();
  }

  private void hold(Control control) throws InterruptedException {
    for (String operation : operations) {
      switch (hold) {
        case BEFORE -> control.latency(system, operation, HELD_MS);
        case AFTER -> control.fault(system, operation, "AFTER_COMMIT", "DELAY", MANY, HELD_MS);
        case NEVER -> control.fault(system, operation, "BEFORE_COMMIT", "DROP", MANY, HELD_MS);
        case BRIEF -> {
          control.latency("whmcs", operation, BRIEF_MS);
          control.latency("salesforce", operation, BRIEF_MS);
        }
      }
    }
  }

  /** Holds what comes from now on, and waits until the node has orders in its hands there. */
  void holdAt(ServerProcess node, Control control) throws IOException, InterruptedException {
    hold(control);
    Patience.within(SOON, () -> holds(control) && (isBeforeWork() || hasWork(node)));
  }

  /** What is being read has not been begun, so that no log can tell whose it is. */
  private boolean isBeforeWork() {
    return equals(READ);
  }

  private static boolean hasWork(ServerProcess node) throws IOException {
    return !ServerLog.read(node.output()).inWork().isEmpty();
  }

  private boolean holds(Control control) throws InterruptedException {
    if (hold == Hold.BRIEF) {
      return true;
    }
    int held = 0;
    for (String operation : operations) {
      held += control.underWay(system, operation);
    }
    return held > 0;
  }
}
