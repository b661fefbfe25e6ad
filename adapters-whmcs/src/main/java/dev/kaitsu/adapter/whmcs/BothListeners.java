package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.FailureCode;
import java.time.Duration;
import java.util.Optional;

/** Tells two listeners the same. */
record BothListeners(WhmcsCallListener first, WhmcsCallListener second)
    implements WhmcsCallListener {
  @Override
  public void queued() {
    first.queued();
    second.queued();
  }

  @Override
  public void dequeued(Duration waited) {
    first.dequeued(waited);
    second.dequeued(waited);
  }

  @Override
  public void sent() {
    first.sent();
    second.sent();
  }

  @Override
  public void called(String action, Duration duration, Optional<FailureCode> failure) {
    first.called(action, duration, failure);
    second.called(action, duration, failure);
  }
}
