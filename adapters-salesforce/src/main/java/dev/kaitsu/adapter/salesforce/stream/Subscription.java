package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamStatus.End;
import java.time.Duration;

/**
 * Keeps one topic subscribed while it is this node's turn to read it: whatever ends a stream, the
 * next one resumes from the cursor, and never before the last one is cancelled. Runs on a thread of
 * its own until its lifetime ends.
 */
final class Subscription implements Runnable {
  // So often a stream may fail without a word before another node, if there is one, has a try.
  private static final int FRUITLESS_LIMIT = 3;

  private final StreamParts parts;
  private final Election election;
  private final int mostCredits;
  private final Backoff backoff = new Backoff();
  private int credits;
  private int fruitless;

  Subscription(StreamParts parts, Election election, int credits) {
    this.parts = parts;
    this.election = election;
    this.mostCredits = credits;
    this.credits = credits;
  }

  @Override
  public void run() {
    try {
      while (!parts.life().isOver()) {
        parts.life().pause(oneTurn());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      parts.report().off();
    }
  }

  /** Reads while it may; returns how long to wait before it takes part again. */
  private Duration oneTurn() throws InterruptedException {
    try (var tenure = election.await()) {
      while (!parts.life().isOver()) {
        var run = new StreamRun(parts, tenure, credits);
        var ending = run.follow();
        if (parts.life().isOver()) {
          break;
        }
        if (ending.reason() == End.LOST) {
          parts.report().lost(ending);
          break;
        }
        learnFrom(run, ending);
        var pause = settle(ending);
        if (fruitless >= FRUITLESS_LIMIT) {
          fruitless = 0;
          var chance = election.chanceForOthers();
          return pause.compareTo(chance) > 0 ? pause : chance;
        }
        tenure.pause(pause);
        if (tenure.isOver() && !parts.life().isOver()) {
          parts.report().lost(Ending.lost(tenure.reason()));
          break;
        }
      }
      return Duration.ZERO;
    }
  }

  /** Only a stream that lasted ends a series of failures: many fail right after they are open. */
  private void learnFrom(StreamRun run, Ending ending) {
    if (run.age().compareTo(parts.times().stableAfter()) >= 0) {
      backoff.reset();
      credits = mostCredits;
    }
    fruitless = run.heard() || ending.reason() != End.FAILED ? 0 : fruitless + 1;
  }

  /** Says what happens next, and how long to wait for it. */
  private Duration settle(Ending ending) {
    if (ending.reason() == End.SILENCE) {
      parts.report().deaf(ending);
      parts.connection().renew();
      return Duration.ZERO;
    }
    var times = parts.times();
    if (ending.remedy() == Remedy.REFUSED) {
      parts.report().refused(ending, times.recheck());
      return times.recheck();
    }
    if (ending.remedy() == Remedy.FEWER_EVENTS) {
      credits = Math.max(1, credits / 2);
    }
    var pause =
        backoff.next(
            switch (ending.remedy()) {
              case WAIT_LONG, REPORT -> times.protection();
              case WAIT_FOR_ALLOCATION -> times.allocation();
              default -> times.retry();
            });
    parts.report().backingOff(ending, pause, backoff.failures());
    return pause;
  }
}
