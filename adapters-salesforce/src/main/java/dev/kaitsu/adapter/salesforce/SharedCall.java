package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets callers share calls under load, and only then: whoever finds no call under way goes at once
 * and alone. Whoever comes meanwhile waits for its end; then the first of them calls for all. So a
 * call begins only after everybody in it has asked. Only in a crowd does the first wait a moment
 * for more, see {@link Company}.
 */
final class SharedCall<Q, A> {
  private final Shareable<Q, A> call;
  private final CallerLine<Q, A> line;

  /**
   * A call nobody has asked for yet.
   *
   * @param crowd whether so many come just now that waiting for company costs nobody anything
   */
  SharedCall(Shareable<Q, A> call, BooleanSupplier crowd, Ticks ticks, SalesforceCalls calls) {
    this.call = call;
    this.line = new CallerLine<>(call, new Company(crowd, ticks), ticks, calls);
  }

  /**
   * Asks, alone or with others. Leaves when interrupted, unless its call is under way already.
   *
   * @throws ExternalCallException as the call does; unavailable, if it left before it was sent
   */
  A ask(Q question) {
    var caller = line.caller(question);
    return line.goesAtOnce(caller) ? lead(caller) : next(caller).get();
  }

  private Supplier<A> next(Caller<Q, A> caller) {
    try {
      return caller.next().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (line.hasLeft(caller)) {
        throw interrupted();
      }
      return caller.next().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the call that was shared broke", e.getCause());
    }
  }

  private A lead(Caller<Q, A> leader) {
    return callFor(leader).get(); // when the next call is under way already
  }

  private Supplier<A> callFor(Caller<Q, A> leader) {
    List<Caller<Q, A>> followers = List.of();
    try {
      followers = line.followersOf(leader);
      if (followers.isEmpty()) {
        return call.alone(leader.question());
      }
      var rest = together(leader, followers);
      for (int i = 0; i < followers.size(); i++) {
        followers.get(i).next().complete(rest.get(i + 1));
      }
      return rest.get(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (RuntimeException | Error e) {
      followers.forEach(follower -> follower.next().completeExceptionally(e));
      throw e;
    } finally {
      line.passOn().ifPresent(next -> next.next().complete(() -> lead(next)));
    }
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

  private static ExternalCallException interrupted() {
    return ExternalCallException.unavailable(
        FailureCode.ETIMEOUT,
        "interrupted while Salesforce was busy with others; nothing was sent");
  }
}
