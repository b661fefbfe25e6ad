package dev.kaitsu.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.sandbox.salesforce.bus.Topic;
import dev.kaitsu.sandbox.salesforce.bus.TopicReader;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An established subscription: credits come in, events and keepalives go out. */
final class LiveStream {
  private static final int MOST_CREDITS = 100;
  private static final int SPLIT_ALWAYS = 2;

  /**
   * A smaller answer to a later request is not split. A client that asks for as many events as it
   * just got would otherwise end up with one event per response.
   */
  private static final int LEAST_TOP_UP_TO_SPLIT = 20;

  private final Topic topic;
  private final TopicReader reader;
  private final RpcCall call;
  private final FetchResponses responses;
  private final StreamObserver<FetchResponse> client;
  private final PubSubSettings settings;
  private final ScheduledExecutorService timers;
  private final Batches batches;
  private final Runnable newEvents = this::deliverNew;
  private int splitFrom = SPLIT_ALWAYS;
  private int credits;
  private boolean silent;
  private volatile boolean ended;
  private long timersSet;
  private Future<?> timer = CompletableFuture.completedFuture(null);

  LiveStream(
      Topic topic,
      TopicReader reader,
      RpcCall call,
      StreamObserver<FetchResponse> client,
      PubSubSettings settings,
      Script script,
      ScheduledExecutorService timers) {
    this.topic = topic;
    this.reader = reader;
    this.call = call;
    this.responses = new FetchResponses(topic, call, settings, script);
    this.client = client;
    this.settings = settings;
    this.timers = timers;
    this.batches = new Batches(settings.seed());
  }

  String topicName() {
    return topic.name();
  }

  boolean isOver() {
    return ended;
  }

  void start() {
    topic.listen(newEvents);
  }

  /** Why a request after the first one is not taken. */
  Optional<PubSubError> refusalOf(FetchRequest later) {
    return LaterRequest.refusal(later, topic.name(), settings);
  }

  synchronized void request(int events) {
    if (events <= 0) {
      fail(PubSubError.REQUESTED_EVENTS_INVALID);
      return;
    }
    boolean hadNone = credits == 0;
    credits = Math.min(MOST_CREDITS, credits + Math.min(MOST_CREDITS, events));
    deliver(splitFrom);
    splitFrom = LEAST_TOP_UP_TO_SPLIT;
    if (hadNone) {
      rearm();
    }
  }

  /** From now on the stream is half-open: it takes requests and sends nothing more. */
  synchronized void goSilent() {
    silent = true;
    timer.cancel(false);
  }

  synchronized void complete() {
    if (stop()) {
      client.onCompleted();
    }
  }

  synchronized void fail(PubSubError error) {
    if (stop()) {
      client.onError(call.failure(error));
    }
  }

  /** Forgets the stream; true when it was alive until now. */
  synchronized boolean stop() {
    boolean wasAlive = !ended;
    ended = true;
    timer.cancel(false);
    topic.unlisten(newEvents);
    return wasAlive;
  }

  private void deliverNew() {
    deliver(SPLIT_ALWAYS);
  }

  private synchronized void deliver(int leastToSplit) {
    if (ended || silent || credits == 0) {
      return;
    }
    var events = reader.read(credits);
    for (var batch : batches.split(events, leastToSplit)) {
      credits -= batch.size();
      client.onNext(responses.events(batch, credits));
    }
    if (!events.isEmpty()) {
      rearm();
    }
  }

  /** A timer that was replaced while it waited for its turn does nothing. */
  private synchronized void timeIsUp(long timerNumber) {
    if (ended || silent || timerNumber != timersSet) {
      return;
    }
    if (credits > 0) {
      reader
          .mark()
          .ifPresentOrElse(mark -> client.onNext(responses.keepalive(mark, credits)), newEvents);
      rearm();
    } else {
      settings.creditlessEnd().ifPresentOrElse(this::fail, this::complete);
    }
  }

  private void rearm() {
    timer.cancel(false);
    long number = ++timersSet;
    if (!ended && !silent) {
      var delay = credits > 0 ? settings.keepalive() : settings.creditlessLife();
      timer = timers.schedule(() -> timeIsUp(number), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
