package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.WakeUps;

/** Tells those who wait for work, here and on other nodes, that a commit has brought some. */
final class Doorbell {
  private volatile Runnable here = Doorbell::nobody;
  private volatile WakeUps elsewhere;

  Doorbell(WakeUps elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** Rings at this node's scheduler as well, from now on. */
  void answeredBy(Runnable scheduler) {
    here = scheduler;
  }

  void unanswered() {
    here = Doorbell::nobody;
  }

  void reachesOthersThrough(WakeUps wakeUps) {
    elsewhere = wakeUps;
  }

  WakeUps elsewhere() {
    return elsewhere;
  }

  void ring() {
    ringHere();
    elsewhere.publish();
  }

  void ringHere() {
    here.run();
  }

  private static void nobody() {}
}
