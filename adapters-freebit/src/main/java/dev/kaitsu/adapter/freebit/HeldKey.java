package dev.kaitsu.adapter.freebit;

import java.time.Instant;

/** A key for the API, and when it was handed out. Prints nothing of it. */
record HeldKey(String key, Instant obtainedAt) {
  @Override
  public String toString() {
    return "HeldKey[hidden]";
  }
}
