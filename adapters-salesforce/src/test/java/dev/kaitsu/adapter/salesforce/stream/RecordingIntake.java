package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.in.EventIntake;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts batches into an inbox and keeps what it took, in order; its store can be away. */
final class RecordingIntake implements EventIntake {
  private final Inbox inbox;
  private final List<EventBatch> batches = new ArrayList<>();
  private final Queue<Runnable> script = new ArrayDeque<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private int failed;

  RecordingIntake(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void take(EventBatch batch) {
    waiting.incrementAndGet();
    awaitGate();
    waiting.decrementAndGet();
    keep(batch);
  }

  private synchronized void keep(EventBatch batch) {
    if (!script.isEmpty()) {
      script.remove().run();
    }
    inbox.receive(new Receipt(batch, List.of()));
    batches.add(batch);
  }

  void failsNext(int times) {
    for (int i = 0; i < times; i++) {
      failsNext(new StoreException("the store is away (scripted)", new IOException("scripted")));
    }
  }

  synchronized void failsNext(RuntimeException failure) {
    script.add(
        () -> {
          failed++;
          throw failure;
        });
  }

  /** As many batches are taken before what is scripted next. */
  synchronized void takesNext(int times) {
    for (int i = 0; i < times; i++) {
      script.add(() -> {});
    }
  }

  /** From now on whoever brings a batch waits, until {@link #goOn}. */
  void stall() {
    gate = new CountDownLatch(1);
  }

  void goOn() {
    gate.countDown();
  }

  boolean isStalled() {
    return waiting.get() > 0;
  }

  private void awaitGate() {
    try {
      if (!gate.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a stalled intake was never told to go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
