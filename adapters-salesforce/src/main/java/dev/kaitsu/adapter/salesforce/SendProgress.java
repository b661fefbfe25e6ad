package dev.kaitsu.adapter.salesforce;

import okhttp3.Call;
import okhttp3.EventListener;

/** Notices whether any byte of a request may have left: before that, a failure is no doubt. */
final class SendProgress extends EventListener {
  private volatile boolean begun;

  static EventListener of(Call call) {
    var watched = call.request().tag(SendProgress.class);
    return watched == null ? EventListener.NONE : watched;
  }

  @Override
  public void requestHeadersStart(Call call) {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }
}
