package dev.kaitsu.adapter.salesforce;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The line of those who want to call: one calls, for itself and for those whom it finds there. */
final class CallerLine<Q, A> {
  private final Shareable<Q, A> call;
  private final Company company;
  private final Ticks ticks;
  private final SalesforceCalls calls;
  private final Deque<Caller<Q, A>> waiting = new ArrayDeque<>();
  private int wanted;
  private boolean busy;

  CallerLine(Shareable<Q, A> call, Company company, Ticks ticks, SalesforceCalls calls) {
    this.call = call;
    this.company = company;
    this.ticks = ticks;
    this.calls = calls;
  }

  Caller<Q, A> caller(Q question) {
    return new Caller<>(question, new CompletableFuture<>(), ticks.nanos());
  }

  /** Whether it is this caller's turn at once; if not, it stands in line. */
  synchronized boolean goesAtOnce(Caller<Q, A> caller) {
    calls.queued();
    if (busy) {
      waiting.add(caller);
      wanted += size(caller);
      notifyAll();
      return false;
    }
    busy = true;
    return true;
  }

  /** Lets a caller go that stands in line; false if it is being called for already. */
  synchronized boolean hasLeft(Caller<Q, A> caller) {
    if (!waiting.remove(caller)) {
      return false;
    }
    wanted -= size(caller);
    leftTheLine(caller);
    return true;
  }

  /**
   * Waits for company if there is a crowd, and takes along those who asked first, as far as there
   * is room. The call of all of them begins now.
   *
   * @throws InterruptedException if whoever leads was to stop; nobody left the line but it
   */
  synchronized List<Caller<Q, A>> followersOf(Caller<Q, A> leader) throws InterruptedException {
    int room = call.room() - size(leader);
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      company.gather(this, () -> wanted >= room);
      company.callBegins();
    } finally {
      leftTheLine(leader);
    }
    var followers = new ArrayList<Caller<Q, A>>();
    for (int left = room; !waiting.isEmpty() && size(waiting.element()) <= left; ) {
      var follower = remove();
      left -= size(follower);
      leftTheLine(follower);
      followers.add(follower);
    }
    return followers;
  }

  /** Ends a turn; answers whose turn it is now. */
  synchronized Optional<Caller<Q, A>> passOn() {
    busy = !waiting.isEmpty();
    return busy ? Optional.of(remove()) : Optional.empty();
  }

  private Caller<Q, A> remove() {
    var first = waiting.remove();
    wanted -= size(first);
    return first;
  }

  private int size(Caller<Q, A> caller) {
    return call.size(caller.question());
  }

  private void leftTheLine(Caller<Q, A> caller) {
    calls.dequeued(Duration.ofNanos(ticks.nanos() - caller.askedAt()));
  }
}
