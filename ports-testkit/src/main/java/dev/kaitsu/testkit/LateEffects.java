package dev.kaitsu.testkit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What was asked of another system whose answer never came, and which it does afterwards. */
final class LateEffects {
  private final List<Runnable> late = new ArrayList<>();
  private boolean nextIsLate;

  synchronized void nextIsLate() {
    nextIsLate = true;
  }

  synchronized <T> T perform(Supplier<T> effect) {
    if (nextIsLate) {
      nextIsLate = false;
      late.add(
          () -> {
            var unused = effect.get();
          });
      throw ExternalCallException.outcomeUnknown(FailureCode.ETIMEOUT, "scripted: commits late");
    }
    return effect.get();
  }

  synchronized void arrive() {
    late.forEach(Runnable::run);
    late.clear();
  }
}
