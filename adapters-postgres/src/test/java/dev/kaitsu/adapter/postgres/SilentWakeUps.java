package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.WakeUps;

/** Wake-ups that reach nobody. */
final class SilentWakeUps implements WakeUps {
  @Override
  public void publish() {
    // nobody listens
  }

  @Override
  public void onWakeUp(Runnable action) {
    // nobody publishes
  }
}
