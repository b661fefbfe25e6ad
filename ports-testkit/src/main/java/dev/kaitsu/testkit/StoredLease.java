package dev.kaitsu.testkit;

import java.time.Instant;

/** A topic's lease as the store holds it. */
record StoredLease(String owner, long term, Instant until) {
  static final StoredLease NOBODYS = new StoredLease("", 0, Instant.MIN);

  boolean isOf(String node) {
    return owner.equals(node);
  }

  boolean isAlive(Instant now) {
    return until.isAfter(now);
  }

  StoredLease ended() {
    return new StoredLease("", term, Instant.MIN);
  }

  StoredLease nextTerm() {
    return new StoredLease(owner, term + 1, until);
  }
}
