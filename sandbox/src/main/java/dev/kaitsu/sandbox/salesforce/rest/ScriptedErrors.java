package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.http.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Errors queued per operation. {@link #ROWS} is an operation of its own: each row of a collection
 * write takes one. Safe for use by many threads.
 */
public final class ScriptedErrors {
  /** One row of a collections write. */
  public static final String ROWS = "collections.update.row";

  private final Map<String, Deque<ScriptedError>> queued = new HashMap<>();

  /** Lets the next {@code times} calls of the operation end in this error, without any effect. */
  public synchronized void next(String operation, ScriptedError error, int times) {
    var queue = queued.computeIfAbsent(operation, name -> new ArrayDeque<>());
    for (int i = 0; i < times; i++) {
      queue.add(error);
    }
  }

  public synchronized void clear() {
    queued.clear();
  }

  /** The next error of the operation if that is a page in HTML. */
  synchronized Optional<Answer> takeHtml(String operation) {
    return Optional.ofNullable(queued.get(operation))
        .filter(queue -> !queue.isEmpty() && queue.element().errorCode().isEmpty())
        .map(Deque::remove)
        .map(
            error ->
                Answer.html(error.status(), "<html><body>" + error.message() + "</body></html>"));
  }

  synchronized Optional<ScriptedError> take(String operation) {
    return Optional.ofNullable(queued.get(operation)).map(Deque::poll);
  }
}
