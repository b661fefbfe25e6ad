package dev.kaitsu.adapter.salesforce;

import java.util.concurrent.TimeUnit;

/** Time for those who wait for company: it never jumps, and tests can hold it. */
interface Ticks {
  Ticks SYSTEM =
      new Ticks() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void await(Object monitor, long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.timedWait(monitor, nanos);
        }
      };

  long nanos();

  /** Waits on a monitor that the caller holds; may end early. */
  void await(Object monitor, long nanos) throws InterruptedException;
}
