package dev.kaitsu.adapter.freebit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One request and its answer: whatever is sent here is sent once. */
final class FreebitExchange implements AutoCloseable {
  private final FreebitHttp http;
  private final AnswerJudge judge;
  private final FreebitCallListener listener;

  FreebitExchange(FreebitConfig config, FreebitCallListener listener) {
    this.http = new FreebitHttp(config.baseUrl(), config.timeout());
    this.judge = new AnswerJudge(config.mapping());
    this.listener = listener;
  }

  /**
   * @throws ExternalCallException if it was not sent, or Freebit did not do it or did not answer
   */
  Answer send(FreebitCall call, ObjectNode json) {
    long start = System.nanoTime();
    Optional<FailureCode> failure = Optional.of(FailureCode.INTERNAL_ERROR);
    try {
      var answer = judge.judge(call, post(call, json));
      failure = failureOf(answer);
      return answer;
    } catch (ExternalCallException failed) {
      failure = Optional.of(failed.halt().code());
      throw failed;
    } finally {
      listener.called(call.code(), Duration.ofNanos(System.nanoTime() - start), failure);
    }
  }

  private static Optional<FailureCode> failureOf(Answer answer) {
    if (answer instanceof Answer.KeySuspected suspected) {
      return Optional.of(suspected.otherwise().halt().code());
    }
    return Optional.of(FailureCode.SIM_ACCESS_REFUSED)
        .filter(any -> answer instanceof Answer.KeyRefused);
  }

  private FreebitHttp.Page post(FreebitCall call, ObjectNode json) {
    var sending = new FreebitHttp.Sending();
    try {
      return http.post(call.path(), json.toString(), call.writes(), sending);
    } catch (IOException lost) {
      throw sending.begun() ? FreebitErrors.lost(call, lost) : FreebitErrors.notSent(call, lost);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
