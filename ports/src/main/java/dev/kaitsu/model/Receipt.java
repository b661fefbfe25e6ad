package dev.kaitsu.model;

import java.util.List;

/** A batch as it goes into the inbox: what was received, and which orders it says to look at. */
public record Receipt(EventBatch batch, List<ReceivedHint> hints) {

  /** A hint and the key of the event that gave it: an event received before hints nothing again. */
  public record ReceivedHint(String eventKey, Hint hint) {}

  public Receipt {
    hints = List.copyOf(hints);
  }
}
