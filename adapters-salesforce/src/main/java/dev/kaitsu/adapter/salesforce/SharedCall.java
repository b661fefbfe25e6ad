package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Lets callers share calls under load, and only then: whoever finds no call under way goes at once
 * and alone. Whoever comes meanwhile waits for its end; then the first of them calls for all. So a
 * call begins only after everybody in it has asked, and nobody ever waits for company.
 */
final class SharedCall<Q, A> {
  // The fewer calls at once, the more callers each is for.
  private static final int AT_ONCE = 1;

  /** Somebody who asked, and is to be told once what to do next on its own thread. */
  private record Caller<Q, A>(Q question, CompletableFuture<Supplier<A>> next) {}

  private final Shareable<Q, A> call;
  private final Deque<Caller<Q, A>> waiting = new ArrayDeque<>();
  private int underWay;

  SharedCall(Shareable<Q, A> call) {
    this.call = call;
  }

  /**
   * Asks, alone or with others. Leaves when interrupted, unless its call is under way already.
   *
   * @throws ExternalCallException as the call does; unavailable, if it left before it was sent
   */
  A ask(Q question) {
    var caller = new Caller<Q, A>(question, new CompletableFuture<>());
    return goesAtOnce(caller) ? lead(caller) : next(caller).get();
  }

  private synchronized boolean goesAtOnce(Caller<Q, A> caller) {
    if (underWay == AT_ONCE) {
      waiting.add(caller);
      return false;
    }
    underWay++;
    return true;
  }

  private Supplier<A> next(Caller<Q, A> caller) {
    try {
      return caller.next().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (hasLeft(caller)) {
        throw interrupted();
      }
      return caller.next().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the call that was shared broke", e.getCause());
    }
  }

  private synchronized boolean hasLeft(Caller<Q, A> caller) {
    return waiting.remove(caller);
  }

  private A takeOver(Caller<Q, A> caller) {
    if (Thread.currentThread().isInterrupted()) {
      passOn();
      throw interrupted();
    }
    return lead(caller);
  }

  private A lead(Caller<Q, A> leader) {
    return callFor(leader).get(); // when the next call is under way already
  }

  private Supplier<A> callFor(Caller<Q, A> leader) {
    List<Caller<Q, A>> followers = List.of();
    try {
      followers = followersOf(leader);
      if (followers.isEmpty()) {
        return call.alone(leader.question());
      }
      var rest = together(leader, followers);
      for (int i = 0; i < followers.size(); i++) {
        followers.get(i).next().complete(rest.get(i + 1));
      }
      return rest.get(0);
    } catch (RuntimeException | Error e) {
      followers.forEach(follower -> follower.next().completeExceptionally(e));
      throw e;
    } finally {
      passOn();
    }
  }

  /** Those who asked first, as far as there is room. */
  private synchronized List<Caller<Q, A>> followersOf(Caller<Q, A> leader) {
    var followers = new ArrayList<Caller<Q, A>>();
    int room = call.room() - call.size(leader.question());
    while (!waiting.isEmpty() && call.size(waiting.element().question()) <= room) {
      var follower = waiting.remove();
      room -= call.size(follower.question());
      followers.add(follower);
    }
    return followers;
  }

  private List<Supplier<A>> together(Caller<Q, A> leader, List<Caller<Q, A>> followers) {
    var questions = new ArrayList<Q>();
    questions.add(leader.question());
    followers.forEach(follower -> questions.add(follower.question()));
    try {
      return call.together(questions);
    } catch (ExternalCallException e) {
      var failure = new SharedFailure(e, Thread.currentThread());
      return questions.stream()
          .map(question -> failure.rest(() -> call.alone(question).get(), () -> ask(question)))
          .toList();
    }
  }

  private synchronized void passOn() {
    if (waiting.isEmpty()) {
      underWay--;
    } else {
      var next = waiting.remove();
      next.next().complete(() -> takeOver(next));
    }
  }

  private static ExternalCallException interrupted() {
    return ExternalCallException.unavailable(
        FailureCode.ETIMEOUT,
        "interrupted while Salesforce was busy with others; nothing was sent");
  }
}
