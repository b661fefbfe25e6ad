package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call on a thread of its own. */
record Running<T>(FutureTask<T> task, Thread thread) {
  private static final int PATIENCE_SECONDS = 20;

  T result() {
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the call did not end well", e);
    }
  }

  /** What it threw; empty if it ended well. */
  Optional<Throwable> problem() {
    return Optional.ofNullable(catchThrowable(() -> task.get(PATIENCE_SECONDS, TimeUnit.SECONDS)))
        .map(Throwable::getCause);
  }

  Throwable failure() {
    return problem().orElseThrow();
  }

  Halt halt() {
    var failure = failure();
    assertThat(failure).isInstanceOf(ExternalCallException.class);
    return ((ExternalCallException) failure).halt();
  }
}
