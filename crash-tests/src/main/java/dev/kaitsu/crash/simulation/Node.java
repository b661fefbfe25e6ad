package dev.kaitsu.crash.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A process with its workers, which die, freeze and stop together. */
final class Node {
  enum State {
    UP,
    /** Takes no new work. */
    STOPPING,
    DOWN
  }

  private final String name;
  private final List<Worker> workers = new ArrayList<>();
  private State state = State.UP;
  private Instant frozenSince = Instant.EPOCH;
  private Instant frozenUntil = Instant.EPOCH;

  Node(String name) {
    this.name = name;
  }

  void add(Worker worker) {
    workers.add(worker);
  }

  List<Worker> workers() {
    return workers;
  }

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
    if (next == State.DOWN) {
      frozenUntil = Instant.EPOCH; // whoever starts again is awake
    }
  }

  /** Freezes, or stays frozen; a node that was awake in between has given a sign of life. */
  void freeze(Instant now, Instant until) {
    frozenSince = isFrozen(now) ? frozenSince : now;
    frozenUntil = frozenUntil.isAfter(until) ? frozenUntil : until;
  }

  Instant frozenSince() {
    return frozenSince;
  }

  Instant frozenUntil() {
    return frozenUntil;
  }

  boolean isFrozen(Instant now) {
    return now.isBefore(frozenUntil);
  }

  boolean takesWork(Instant now) {
    return state == State.UP && !isFrozen(now);
  }

  @Override
  public String toString() {
    return name;
  }
}
