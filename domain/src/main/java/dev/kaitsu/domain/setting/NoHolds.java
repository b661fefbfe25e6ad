package dev.kaitsu.domain.setting;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.port.out.Holds;
import java.util.Optional;

/** Starts every order at once, whatever is down: an order that meets an outage fails. */
public final class NoHolds implements Holds {
  /** Knows nothing. */
  public NoHolds() {}

  @Override
  public Optional<SystemHold> current() {
    return Optional.empty();
  }

  @Override
  public boolean enqueue(SystemHold hold, OrderId order) {
    return false;
  }

  @Override
  public boolean down(String system, String reason) {
    return false;
  }

  @Override
  public void back(String system) {
    // nothing is held
  }

  @Override
  public int startNext(String system, int most) {
    return 0;
  }

  @Override
  public void lift(String system) {
    // nothing is held
  }
}
