package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.in.EventIntake;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts batches into an inbox and keeps what it took, in order; its store can be away. */
final class RecordingIntake implements EventIntake {
  private final Inbox inbox;
  private final List<EventBatch> batches = new ArrayList<>();
  private int failures;
  private int failed;

  RecordingIntake(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public synchronized void take(EventBatch batch) {
    if (failures > 0) {
      failures--;
      failed++;
      throw new StoreException("the store is away (scripted)", new IOException("scripted"));
    }
    inbox.receive(new Receipt(batch, List.of()));
    batches.add(batch);
  }

  synchronized void failsNext(int times) {
    failures = times;
  }

  synchronized int failed() {
    return failed;
  }

  synchronized List<EventBatch> batches() {
    return List.copyOf(batches);
  }

  synchronized List<StreamEvent> events(String topic) {
    return batches.stream()
        .filter(batch -> batch.topic().equals(topic))
        .flatMap(batch -> batch.events().stream())
        .toList();
  }
}
