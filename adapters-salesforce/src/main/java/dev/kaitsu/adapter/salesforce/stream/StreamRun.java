package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.adapter.salesforce.stream.Delivery.StuckException;
import dev.kaitsu.adapter.salesforce.stream.StreamCall.Ended;
import dev.kaitsu.adapter.salesforce.stream.StreamCall.Message;
import dev.kaitsu.model.StreamStatus.End;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.LostStreamException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One stream, from its opening to its end. To be used by one thread, once. */
final class StreamRun {
  private final StreamParts parts;
  private final Tenure tenure;
  private final int credits;
  private Optional<Long> openSince = Optional.empty();
  private boolean heard;

  StreamRun(StreamParts parts, Tenure tenure, int credits) {
    this.parts = parts;
    this.tenure = tenure;
    this.credits = credits;
  }

  /** Whether anything came. */
  boolean heard() {
    return heard;
  }

  /** How long the stream has been open. */
  Duration age() {
    return openSince
        .map(since -> Duration.ofNanos(System.nanoTime() - since))
        .orElse(Duration.ZERO);
  }

  /** Returns when the stream is over and cancelled. */
  Ending follow() throws InterruptedException {
    try {
      var ending = open();
      return tenure.isOver() ? Ending.lost(tenure.reason()) : ending;
    } catch (LostStreamException e) {
      return Ending.lost(String.valueOf(e.getMessage()));
    } catch (StuckException e) {
      return Ending.of(e);
    } catch (StoreException e) {
      return Ending.retry(End.STUCK, String.valueOf(e.getMessage()));
    } catch (ExternalCallException e) {
      return Ending.retry(End.SESSION, String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      if (!parts.life().isOver()) {
        parts.report().failed(e);
      }
      return Ending.retry(End.DEFECT, "a defect: " + e);
    }
  }

  private Ending open() throws InterruptedException {
    parts.report().connecting(parts.startPoint().cursorAge());
    var start = parts.startPoint().next();
    var access = parts.connection().access();
    var call = parts.connection().subscribe(access, start.request(parts.topic(), credits));
    try {
      tenure.atEnd(call::cancel);
      parts.delivery().begin(tenure.term(), start.after());
      var ending = untilItEnds(call, start);
      if (ending.remedy() == Remedy.NEW_SESSION) {
        parts.connection().invalidate(access);
      } else if (ending.remedy() == Remedy.START_OVER) {
        parts.report().cursorRejected(start, ending);
        start.after().ifPresent(parts.startPoint()::cursorRejected);
      }
      return ending;
    } finally {
      call.cancel();
    }
  }

  private Ending untilItEnds(StreamCall call, Start start) throws InterruptedException {
    var times = parts.times();
    boolean ready = false;
    while (true) {
      boolean grace = ready && openSince.isEmpty();
      var signal = call.next(grace ? times.openGrace() : times.silenceLimit());
      if (signal.isEmpty() && !grace) {
        return Ending.silence(times.silenceLimit());
      }
      if (signal.isPresent() && signal.get() instanceof Ended ended) {
        return Ending.of(ended.how());
      }
      boolean open = signal.isEmpty() || signal.get() instanceof Message;
      if (open && openSince.isEmpty()) {
        openSince = Optional.of(System.nanoTime());
        parts.report().live(start);
      }
      ready = true;
      if (signal.isPresent() && signal.get() instanceof Message message) {
        take(message.response(), call);
      }
    }
  }

  private void take(FetchResponse first, StreamCall call) throws InterruptedException {
    heard = true;
    List<FetchResponse> responses = new ArrayList<>(List.of(first));
    responses.addAll(call.messagesWaiting());
    int events = responses.stream().mapToInt(FetchResponse::getEventsCount).sum();
    parts.report().received(events > 0);
    var taken = parts.delivery().deliver(responses, parts.report());
    taken.ifPresent(
        batch -> {
          parts.startPoint().advanced();
          parts.report().saved();
          batch.gaps().stream().findFirst().ifPresent(parts.report()::gap);
        });
    if (events > 0) {
      call.request(events);
    }
  }
}
