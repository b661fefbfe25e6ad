package dev.kaitsu.crash.world;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.port.out.Holds;
import java.util.Optional;

/** What a node's work asks of the holds, at the other end of a wire. */
record WiredHolds(Holds holds, Wire wire) implements Holds {
  @Override
  public Optional<SystemHold> current() {
    return wire.carry(Call.HELD, holds::current);
  }

  @Override
  public boolean enqueue(SystemHold hold, OrderId order) {
    return wire.carry(Call.ENQUEUE, () -> holds.enqueue(hold, order));
  }

  @Override
  public boolean down(String system, String reason) {
    return holds.down(system, reason);
  }

  @Override
  public void back(String system) {
    holds.back(system);
  }

  @Override
  public int startNext(String system, int most) {
    return holds.startNext(system, most);
  }

  @Override
  public void lift(String system) {
    holds.lift(system);
  }
}
