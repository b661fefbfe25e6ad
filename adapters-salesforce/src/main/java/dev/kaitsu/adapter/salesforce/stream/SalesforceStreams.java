package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.AccessSource;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.port.in.EventIntake;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.EventStreams;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.SchemaStore;
import dev.kaitsu.port.out.StreamLeases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node subscribed to those of its channels that are its turn to read, one live stream
 * each over one connection, and hands on every event at least once and in order. Safe for use by
 * many threads.
 */
public final class SalesforceStreams implements EventStreams, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SalesforceStreams.class);
  private static final Duration GOODBYE = Duration.ofSeconds(10);

  private final StreamConfig config;
  private final EventFlow flow;
  private final InstantSource clock;
  private final Lifetime life = new Lifetime();
  private final PubSubConnection connection;
  private final SweepSignals sweeps;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(SalesforceStreams::watchThread);
  private final Schemas schemas;
  private final List<TopicReport> reports = new ArrayList<>();
  private final List<Election> elections = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private Future<?> cursorCheck = CompletableFuture.completedFuture(null);

  /** Connects to nothing until {@link #start}. */
  public SalesforceStreams(
      StreamConfig config,
      AccessSource session,
      EventFlow flow,
      StreamListener listener,
      InstantSource clock) {
    this.config = config;
    this.flow = flow;
    this.clock = clock;
    this.connection = new PubSubConnection(config.endpoint(), session);
    this.sweeps = new SweepSignals(listener, config.topics());
    this.schemas = new Schemas(connection::schema, flow.schemas(), config.times().recheck());
    config.topics().forEach(this::prepare);
  }

  /**
   * Where events go, and where their place in the stream is remembered.
   *
   * @param inbox asked for the cursor before each stream
   * @param mirror asked for a cursor where the inbox has none
   * @param schemas asked before the service is
   * @param leases which of several nodes reads a topic
   */
  public record EventFlow(
      EventIntake intake,
      Inbox inbox,
      CursorMirror mirror,
      SchemaStore schemas,
      StreamLeases leases) {}

  /** Subscribes; returns at once. To be called once. */
  public void start() {
    if (config.replay() == StreamConfig.Replay.ALL) {
      LOG.warn(
          "SF_EVENTS_REPLAY is ALL: every start reads all retained events again, and each one counts"
              + " as a delivery. Set it back to LATEST after this start");
    }
    threads.forEach(Thread::start);
    cursorCheck =
        watch.scheduleWithFixedDelay(
            () -> reports.forEach(TopicReport::checkCursor), 1, 1, TimeUnit.MINUTES);
    sweeps.start(config.times().openLimit());
  }

  @Override
  public List<StreamStatus> statuses() {
    return reports.stream().map(TopicReport::status).toList();
  }

  /** Ends all streams; a batch being taken is given 10 seconds to end. Repeating it is harmless. */
  @Override
  public void close() {
    life.end();
    elections.forEach(Election::end);
    connection.close();
    sweeps.close();
    try {
      for (Thread thread : threads) {
        thread.join(GOODBYE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cursorCheck.cancel(false);
    watch.shutdownNow();
  }

  private void prepare(StreamTopic topic) {
    var report = new TopicReport(topic, clock, sweeps);
    var reader = EventReader.of(topic, config.fields(), clock);
    var startPoint = new StartPoint(topic, config.replay(), flow.inbox(), flow.mirror());
    var delivery =
        new Delivery(topic, new EventDecoder(schemas, reader), flow.intake(), config.times(), life);
    var parts =
        new StreamParts(topic, config.times(), connection, startPoint, delivery, report, life);
    var election = new Election(topic, flow.leases(), startPoint, report, life, watch);
    var subscription = new Subscription(parts, election, config.numRequested());
    var thread = new Thread(subscription, "kaitsu-sf-events " + topic);
    thread.setDaemon(true);
    elections.add(election);
    reports.add(report);
    threads.add(thread);
  }

  private static Thread watchThread(Runnable task) {
    var thread = new Thread(task, "kaitsu-sf-watch");
    thread.setDaemon(true);
    return thread;
  }
}
