package dev.kaitsu.crash.simulation;

import dev.kaitsu.model.Claim;
import dev.kaitsu.port.in.OrderWork;
import java.time.Instant;
import java.util.Optional;

/**
 * One thread of a node, with an orchestrator of its own: so the orders of one client meet at the
 * ledger and not at a lock of the process.
 */
final class Worker {
  private final Node node;
  private final Fiber fiber;
  private Optional<OrderWork> work = Optional.empty();
  private Optional<Claim> claim = Optional.empty();
  private Optional<Thread> thread = Optional.empty();
  private Instant provenAt = Instant.EPOCH;
  private boolean doomed;
  private boolean cutShort;

  Worker(Node node, int number) {
    this.node = node;
    this.fiber = new Fiber(node + "." + number);
  }

  Node node() {
    return node;
  }

  Fiber fiber() {
    return fiber;
  }

  void works(OrderWork with) {
    work = Optional.of(with);
  }

  OrderWork work() {
    return work.orElseThrow();
  }

  void runsOn(Thread platformThread) {
    thread = Optional.of(platformThread);
  }

  Thread thread() {
    return thread.orElseThrow();
  }

  Optional<Claim> claim() {
    return claim;
  }

  void begins(Claim newClaim) {
    claim = Optional.of(newClaim);
    provenAt = Instant.EPOCH;
    doomed = false;
    cutShort = false;
  }

  void ends() {
    claim = Optional.empty();
    doomed = false;
    cutShort = false;
  }

  boolean isIdle() {
    return claim.isEmpty();
  }

  /** The ledger has just confirmed that the claim is the newest. */
  void isProven(Instant at) {
    provenAt = at;
  }

  Instant provenAt() {
    return provenAt;
  }

  void doom() {
    doomed = true;
  }

  boolean isDoomed() {
    return doomed;
  }

  /** Its process is stopping, and no longer waits for the call it is in. */
  void cutShort() {
    cutShort = true;
    thread().interrupt();
  }

  boolean isCutShort() {
    return cutShort;
  }

  @Override
  public String toString() {
    return fiber.toString();
  }
}
