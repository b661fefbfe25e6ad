package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What Linux says a process is doing (proc(5), third field of {@code stat}). */
record ProcessState(long pid) {
  private static final char STOPPED = 'T';

  /** Waits until the process is frozen by a signal; false if it is not within the time. */
  boolean awaitStopped(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (now() != STOPPED) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return true;
  }

  /** The letter after the program's name, which stands in brackets and may hold brackets. */
  private char now() throws IOException {
    var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }
}
