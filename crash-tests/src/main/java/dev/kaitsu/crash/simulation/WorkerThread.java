package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.ProcessDeath;
import dev.kaitsu.crash.world.Wire;

/** The thread of one worker: what it calls goes over that worker's wire. */
final class WorkerThread extends Thread {
  private final Wire wire;

  WorkerThread(Worker worker, Wire wire, Runnable work) {
    super(() -> untilTheEnd(work), worker.toString());
    this.wire = wire;
    setDaemon(true);
  }

  static WorkerThread current() {
    return (WorkerThread) Thread.currentThread();
  }

  Wire wire() {
    return wire;
  }

  private static void untilTheEnd(Runnable work) {
    try {
      work.run();
    } catch (ProcessDeath end) {
      // the world is over
    }
  }
}
