package dev.kaitsu.crash.world;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.port.out.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inbox at the other end of a wire. */
record WiredInbox(Inbox inbox, Wire wire) implements Inbox {
  @Override
  public Set<String> receive(Receipt receipt) {
    return wire.carry(Call.HINT, () -> inbox.receive(receipt));
  }

  @Override
  public void hint(List<Hint> hints) {
    wire.carry(
        Call.HINT,
        () -> {
          inbox.hint(hints);
          return hints;
        });
  }

  @Override
  public int hintIfIdle(List<Hint> hints) {
    return wire.carry(Call.HINT, () -> inbox.hintIfIdle(hints));
  }

  @Override
  public Optional<ReplayId> cursor(String topic) {
    return inbox.cursor(topic);
  }

  @Override
  public Optional<StreamPosition> asked(String topic) {
    return inbox.asked(topic);
  }

  @Override
  public void startOver(String topic, ReplayId rejected) {
    inbox.startOver(topic, rejected);
  }

  @Override
  public Optional<Duration> cursorAge(String topic) {
    return inbox.cursorAge(topic);
  }
}
