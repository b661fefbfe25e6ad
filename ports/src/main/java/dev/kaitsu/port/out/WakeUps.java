package dev.kaitsu.port.out;

/**
 * Tells other nodes that there is work, so that they need not wait for their next poll. Expendable:
 * no call throws, and a lost wake-up only costs that time.
 */
public interface WakeUps {
  void publish();

  /** Runs the action whenever another node publishes, and after each reconnect. */
  void onWakeUp(Runnable action);
}
