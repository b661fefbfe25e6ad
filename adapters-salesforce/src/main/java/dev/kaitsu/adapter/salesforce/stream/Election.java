package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.port.out.StreamLeases;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** Waits for this node's turn to read a topic. */
final class Election {
  private static final int TRIES_PER_LIFE = 5;

  private final StreamTopic topic;
  private final StreamLeases leases;
  private final StartPoint startPoint;
  private final TopicReport report;
  private final Lifetime life;
  private final ScheduledExecutorService watch;
  private volatile Optional<Tenure> current = Optional.empty();

  Election(
      StreamTopic topic,
      StreamLeases leases,
      StartPoint startPoint,
      TopicReport report,
      Lifetime life,
      ScheduledExecutorService watch) {
    this.topic = topic;
    this.leases = leases;
    this.startPoint = startPoint;
    this.report = report;
    this.life = life;
    this.watch = watch;
  }

  /** Returns once this node may read the topic. */
  Tenure await() throws InterruptedException {
    while (true) {
      var turn = attempt();
      if (turn.isPresent()) {
        current = turn;
        startPoint.newTurn();
        report.elected(turn.get().term());
        return turn.get();
      }
      life.pause(between());
    }
  }

  /** Ends the turn, if this node has it, and whatever waits within it. */
  void end() {
    current.ifPresent(Tenure::end);
  }

  /** How long it takes until another node, if there is one that wants the topic, has it. */
  Duration chanceForOthers() {
    return between().multipliedBy(2);
  }

  private Optional<Tenure> attempt() {
    try {
      long asked = System.nanoTime();
      Optional<StreamLease> lease = leases.take(topic.name());
      if (lease.isEmpty()) {
        report.standby(leases.holder(topic.name()), startPoint.cursorAge());
      }
      return lease.map(taken -> Tenure.of(leases, taken, asked, watch));
    } catch (StoreException e) {
      report.undecided(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Duration between() {
    return leases.life().dividedBy(TRIES_PER_LIFE);
  }
}
