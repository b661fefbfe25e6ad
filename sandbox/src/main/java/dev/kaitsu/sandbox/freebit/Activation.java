package dev.kaitsu.sandbox.freebit;

import java.util.Optional;

/** What an activating call sets on a line. */
record Activation(String planCode, Optional<String> eid, Optional<String> productNumber) {

  /** Flags as they are written, {@code 10} or {@code 20}. */
  record Voice(String voiceMail, String callWaiting) {}
}
