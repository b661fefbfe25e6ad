package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.adapter.salesforce.stream.Delivery.StuckException;
import dev.kaitsu.adapter.salesforce.stream.StreamCall.Ended;
import dev.kaitsu.adapter.salesforce.stream.StreamCall.Message;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps one topic subscribed: whatever ends a stream, the next one resumes from the cursor, and
 * never before the last one is cancelled. Runs on a thread of its own until its lifetime ends.
 */
final class Subscription implements Runnable {
  private final StreamTopic topic;
  private final StreamTimes times;
  private final PubSubConnection connection;
  private final StartPoint startPoint;
  private final Delivery delivery;
  private final TopicReport report;
  private final Lifetime life;
  private final Backoff backoff = new Backoff();
  private int credits;

  Subscription(
      StreamTopic topic,
      StreamConfig config,
      PubSubConnection connection,
      StartPoint startPoint,
      Delivery delivery,
      TopicReport report,
      Lifetime life) {
    this.topic = topic;
    this.times = config.times();
    this.credits = config.numRequested();
    this.connection = connection;
    this.startPoint = startPoint;
    this.delivery = delivery;
    this.report = report;
    this.life = life;
  }

  @Override
  public void run() {
    try {
      while (!life.isOver()) {
        long since = System.nanoTime();
        var ending = oneStream();
        if (Duration.ofNanos(System.nanoTime() - since).compareTo(times.stableAfter()) >= 0) {
          backoff.reset();
        }
        if (!life.isOver()) {
          life.pause(settle(ending));
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      report.off();
    }
  }

  private Ending oneStream() throws InterruptedException {
    try {
      report.connecting();
      return follow(startPoint.next());
    } catch (StoreException | ExternalCallException | StuckException e) {
      return Ending.retry(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      if (!life.isOver()) {
        report.failed(e);
      }
      return Ending.retry("a defect: " + e);
    }
  }

  private Ending follow(Start start) throws InterruptedException {
    var access = connection.access();
    var call = connection.subscribe(access, start.request(topic, credits));
    try {
      delivery.beginAfter(start.after());
      var ending = untilItEnds(call, start);
      if (ending.remedy() == Remedy.NEW_SESSION) {
        connection.invalidate(access);
      } else if (ending.remedy() == Remedy.START_OVER) {
        report.cursorRejected(start, ending);
        start.after().ifPresent(startPoint::cursorRejected);
      }
      return ending;
    } finally {
      call.cancel();
    }
  }

  private Ending untilItEnds(StreamCall call, Start start) throws InterruptedException {
    boolean ready = false;
    boolean live = false;
    while (true) {
      boolean grace = ready && !live;
      var signal = call.next(grace ? times.openGrace() : times.silenceLimit());
      if (signal.isEmpty() && !grace) {
        return Ending.retry("nothing came for " + times.silenceLimit());
      }
      if (signal.isPresent() && signal.get() instanceof Ended ended) {
        return Ending.of(ended.how());
      }
      boolean open = signal.isEmpty() || signal.get() instanceof Message;
      if (open && !live) {
        live = true;
        report.live(start);
      }
      ready = true;
      if (signal.isPresent() && signal.get() instanceof Message message) {
        take(message.response(), call);
      }
    }
  }

  private void take(FetchResponse first, StreamCall call) throws InterruptedException {
    List<FetchResponse> responses = new ArrayList<>(List.of(first));
    responses.addAll(call.messagesWaiting());
    int events = responses.stream().mapToInt(FetchResponse::getEventsCount).sum();
    report.received(events > 0);
    var taken = delivery.deliver(responses, report);
    taken.ifPresent(
        batch -> {
          startPoint.advanced();
          report.saved();
          batch.gaps().stream().findFirst().ifPresent(report::gap);
        });
    if (events > 0) {
      call.request(events);
    }
  }

  /** Says what happens next, and how long to wait for it. */
  private Duration settle(Ending ending) {
    if (ending.remedy() == Remedy.REFUSED) {
      report.refused(ending, times.recheck());
      return times.recheck();
    }
    if (ending.remedy() == Remedy.FEWER_EVENTS) {
      credits = Math.max(1, credits / 2);
    }
    var pause =
        backoff.next(
            switch (ending.remedy()) {
              case WAIT_LONG -> times.protection();
              case WAIT_FOR_ALLOCATION -> times.allocation();
              default -> times.retry();
            });
    report.backingOff(ending, pause);
    return pause;
  }
}
