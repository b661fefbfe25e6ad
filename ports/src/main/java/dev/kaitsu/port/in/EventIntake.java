package dev.kaitsu.port.in;

import dev.kaitsu.model.EventBatch;

/** Takes what an event stream delivers. */
public interface EventIntake {
  /**
   * Makes a batch durable, together with the cursor after it, and hints at the orders it speaks of.
   * When this returns, the batch need not be delivered again; taking it twice changes nothing more.
   *
   * @throws dev.kaitsu.port.out.StoreException if the batch could not be made durable: the cursor
   *     has not moved, and the stream must deliver the batch again
   * @throws dev.kaitsu.port.out.LostStreamException if another node reads the topic by now
   */
  void take(EventBatch batch);
}
