package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.port.in.EventIntake;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Hands on what one topic brings, batch by batch and in order: a batch that cannot be taken now is
 * tried again, and none overtakes it. To be used by one thread.
 */
final class Delivery {
  private final StreamTopic topic;
  private final EventDecoder decoder;
  private final EventIntake intake;
  private final StreamTimes times;
  private final Lifetime life;
  private Position position = Position.at(Optional.empty());
  private long term;

  Delivery(
      StreamTopic topic,
      EventDecoder decoder,
      EventIntake intake,
      StreamTimes times,
      Lifetime life) {
    this.topic = topic;
    this.decoder = decoder;
    this.intake = intake;
    this.times = times;
    this.life = life;
  }

  /** A new stream begins after this id, under this term. */
  void begin(long newTerm, Optional<ReplayId> after) {
    term = newTerm;
    position = Position.at(after);
  }

  /**
   * Makes durable what these responses brought; returns when it is.
   *
   * @return empty if there was nothing to keep
   * @throws dev.kaitsu.port.out.LostStreamException if another node reads the topic by now
   * @throws StuckException if that is not possible within the patience: nothing of it is durable
   */
  Optional<Batch> deliver(List<FetchResponse> responses, TopicReport report)
      throws InterruptedException {
    long since = System.nanoTime();
    var backoff = new Backoff();
    while (true) {
      try {
        return taken(Batch.of(responses, position, term, topic, decoder));
      } catch (StoreException | SchemaCallException | ExternalCallException e) {
        var pause = backoff.next(times.retry());
        var waited = Duration.ofNanos(System.nanoTime() - since);
        if (waited.plus(pause).compareTo(times.patience()) > 0) {
          throw new StuckException(e);
        }
        report.stuck(String.valueOf(e.getMessage()), pause);
        life.pause(pause);
      }
    }
  }

  private Optional<Batch> taken(Batch batch) {
    batch.content().ifPresent(intake::take);
    position = batch.position();
    return batch.content().map(any -> batch);
  }

  /** A batch could not be made durable for so long that its stream is given up. */
  static final class StuckException extends RuntimeException {
    StuckException(RuntimeException cause) {
      super("events could not be taken: " + cause.getMessage(), cause);
    }
  }
}
