package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets those with equal keys act one after the other, in the order in which they came. */
final class InTurn<K> {
  private final Map<K, Turn> turns = new ConcurrentHashMap<>();

  /** The lock of one key, kept while somebody wants it. */
  private record Turn(ReentrantLock lock, int wanted) {
    Turn and(Turn another) {
      return new Turn(lock, wanted + another.wanted);
    }

    Optional<Turn> less() {
      return wanted == 1 ? Optional.empty() : Optional.of(new Turn(lock, wanted - 1));
    }
  }

  /**
   * Acts when everybody who came earlier with this key is done.
   *
   * @throws ExternalCallException unavailable, if interrupted before it acted
   */
  void act(K key, Runnable act) {
    var lock = turns.merge(key, new Turn(new ReentrantLock(true), 1), Turn::and).lock();
    try {
      lock.lockInterruptibly();
      try {
        act.run();
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ExternalCallException.unavailable(
          FailureCode.ETIMEOUT, "interrupted while another write of this order went on");
    } finally {
      turns.computeIfPresent(key, (same, turn) -> turn.less().orElse(null));
    }
  }
}
