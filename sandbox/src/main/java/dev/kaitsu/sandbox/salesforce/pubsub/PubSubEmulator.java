package dev.kaitsu.sandbox.salesforce.pubsub;

import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The Pub/Sub API of an emulated org, as a plain-text gRPC server on loopback. It runs from {@link
 * #start} to {@link #close}; events come from the {@link EventBus}.
 *
 * <p>Operations of its {@link Faults}, for latencies only: {@code Subscribe}, {@code GetSchema},
 * {@code GetTopic}, {@code Publish}.
 */
public final class PubSubEmulator implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timers;
  private final OpenStreams streams = new OpenStreams();
  private final Traffic traffic = new Traffic(streams);
  private final Script script = new Script();
  private final GrpcDoor door;

  private PubSubEmulator(
      EventBus bus, SessionCheck sessions, Faults faults, PubSubSettings settings) {
    this.timers = timers();
    var subscriptions = new Subscriptions(bus, settings, timers, script, traffic, streams);
    var latency = new Latency(faults);
    var service = new PubSubService(bus, subscriptions, streams, traffic, script, latency);
    this.door = new GrpcDoor(guarded(service, sessions, settings), settings.port());
  }

  /** Starts to serve; a port in use is reported as an {@link java.io.UncheckedIOException}. */
  public static PubSubEmulator start(
      EventBus bus, SessionCheck sessions, Faults faults, PubSubSettings settings) {
    var emulator = new PubSubEmulator(bus, sessions, faults, settings);
    emulator.comeBack();
    return emulator;
  }

  /** The loopback port, the same before and after an outage. */
  public int port() {
    return door.port();
  }

  public Traffic traffic() {
    return traffic;
  }

  /** Ends every open stream cleanly, as the vendor does at will. */
  public void completeStreams() {
    streams.forEach(LiveStream::complete);
  }

  /** Ends every open stream by an error. */
  public void failStreams(PubSubError error) {
    streams.forEach(stream -> stream.fail(error));
  }

  /** Makes every open stream half-open: it stays, and nothing comes any more. */
  public void silenceStreams() {
    streams.forEach(LiveStream::goSilent);
  }

  /** Makes the next streams half-open from their start. */
  public void silenceNextSubscribes(int times) {
    script.silenceSubscribes(times);
  }

  public void rejectNextSubscribes(PubSubError error, int times) {
    script.rejectSubscribes(error, times);
  }

  public void failNextSchemaCalls(PubSubError error, int times) {
    script.failSchemas(error, times);
  }

  /** Delivers as many of the next events as if the vendor had forgotten their replay ids. */
  public void omitNextReplayIds(int events) {
    script.omitReplayIds(events);
  }

  public void failNextTopicCalls(PubSubError error, int times) {
    script.failTopics(error, times);
  }

  /** Forgets what was scripted for calls to come. Streams already silent stay silent. */
  public void forgetScript() {
    script.clear();
  }

  /** Cuts every stream, tells every connection to go away, and refuses new ones. */
  public void goDown() {
    failStreams(PubSubError.RST_STREAM);
    door.shut();
  }

  /** Serves again, on the same port. */
  public void comeBack() {
    door.open();
  }

  @Override
  public void close() {
    goDown();
    timers.shutdownNow();
  }

  private static ServerServiceDefinition guarded(
      PubSubService service, SessionCheck sessions, PubSubSettings settings) {
    return ServerInterceptors.intercept(service, new SessionGate(sessions, settings));
  }

  private static ScheduledThreadPoolExecutor timers() {
    var timers =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "pubsub-emulator-timers");
              thread.setDaemon(true);
              return thread;
            });
    timers.setRemoveOnCancelPolicy(true);
    return timers;
  }
}
