package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.AccessSource;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.port.in.EventIntake;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.EventStreams;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.SchemaStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node subscribed to its channels, one live stream each over one connection, and hands
 * on every event at least once and in order. Safe for use by many threads.
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
  private final Schemas schemas;
  private final List<TopicReport> reports = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

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
   */
  public record EventFlow(
      EventIntake intake, Inbox inbox, CursorMirror mirror, SchemaStore schemas) {}

  /** Subscribes; returns at once. To be called once. */
  public void start() {
    if (config.replay() == StreamConfig.Replay.ALL) {
      LOG.warn(
          "SF_EVENTS_REPLAY is ALL: every start reads all retained events again, and each one counts"
              + " as a delivery. Set it back to LATEST after this start");
    }
    threads.forEach(Thread::start);
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
    connection.close();
    sweeps.close();
    try {
      for (Thread thread : threads) {
        thread.join(GOODBYE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void prepare(StreamTopic topic) {
    var report = new TopicReport(topic, clock, sweeps);
    var reader = EventReader.of(topic, config.fields(), clock);
    var subscription =
        new Subscription(
            topic,
            config,
            connection,
            new StartPoint(topic, config.replay(), flow.inbox(), flow.mirror()),
            new Delivery(
                topic, new EventDecoder(schemas, reader), flow.intake(), config.times(), life),
            report,
            life);
    var thread = new Thread(subscription, "kaitsu-sf-events " + topic);
    thread.setDaemon(true);
    reports.add(report);
    threads.add(thread);
  }
}
