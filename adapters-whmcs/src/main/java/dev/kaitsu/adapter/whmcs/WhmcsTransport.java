package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.port.out.CallSlots;
import dev.kaitsu.port.out.ExternalCallException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries one call to WHMCS and says what came of it: an answer of WHMCS' own, or an exception that
 * says how certain it is that nothing happened.
 */
final class WhmcsTransport implements AutoCloseable {
  private static final Duration PAUSE_AFTER_FAILED_LOGIN = Duration.ofSeconds(30);

  /** A write that waited longer might start after its attempt was taken over elsewhere. */
  private static final Duration LONGEST_WAIT_OF_A_WRITE = Duration.ofSeconds(5);

  private final WhmcsHttp http;
  private final WhmcsConfig config;
  private final WhmcsCallListener listener;
  private final CallSlots slots;
  private final AccessCircuit circuit =
      new AccessCircuit(PAUSE_AFTER_FAILED_LOGIN, System::nanoTime);

  private volatile Optional<Instant> serverTime = Optional.empty();

  WhmcsTransport(WhmcsConfig config, WhmcsCallListener listener, CallSlots slots) {
    this.http = new WhmcsHttp(config.apiUrl(), config.timeout(), config.concurrency());
    this.config = config;
    this.listener = listener;
    this.slots = slots;
  }

  /**
   * @throws ExternalCallException if the call was not sent, or brought no answer of WHMCS' own
   */
  Answer send(WhmcsCall call) {
    takeSlot(call);
    try {
      var refusal = circuit.refusal();
      return refusal.isPresent() ? refusal.get() : observed(call);
    } finally {
      slots.release();
    }
  }

  /** What the last answer said of the server's time. */
  Optional<Instant> serverTime() {
    return serverTime;
  }

  private void takeSlot(WhmcsCall call) {
    long asked = System.nanoTime();
    listener.queued();
    var longest = call.writes() ? LONGEST_WAIT_OF_A_WRITE : config.timeout();
    try {
      if (!slots.take(longest)) {
        throw WhmcsErrors.noSlot(call);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw WhmcsErrors.noSlot(call);
    } finally {
      listener.dequeued(Duration.ofNanos(System.nanoTime() - asked));
    }
  }

  private Answer observed(WhmcsCall call) {
    listener.sent();
    long start = System.nanoTime();
    Optional<FailureCode> failure = Optional.of(FailureCode.INTERNAL_ERROR);
    try {
      var answer = exchange(call);
      failure = failureOf(answer);
      return answer;
    } catch (ExternalCallException failed) {
      failure = Optional.of(failed.halt().code());
      throw failed;
    } finally {
      listener.called(call.action(), Duration.ofNanos(System.nanoTime() - start), failure);
    }
  }

  private Answer exchange(WhmcsCall call) {
    var sending = new WhmcsHttp.Sending();
    WhmcsHttp.Page page;
    try {
      page = http.post(withCredential(call), call.writes(), sending);
    } catch (IOException lost) {
      throw sending.begun() ? WhmcsErrors.lost(call, lost) : WhmcsErrors.notSent(call, lost);
    }
    serverTime = page.sentAt();
    var answer = AnswerJudge.judge(call, page);
    if (answer instanceof Answer.Denied denied && denied.problem().isFailedLogin()) {
      circuit.failedLogin(denied);
    } else {
      circuit.letIn();
    }
    return answer;
  }

  private List<FormField> withCredential(WhmcsCall call) {
    var credential = config.credential();
    var form = new ArrayList<FormField>();
    form.add(new FormField("identifier", credential.identifier()));
    form.add(new FormField("secret", credential.secret()));
    credential.accessKey().ifPresent(key -> form.add(new FormField("accesskey", key)));
    form.addAll(call.form());
    return form;
  }

  private static Optional<FailureCode> failureOf(Answer answer) {
    if (answer instanceof Answer.Success) {
      return Optional.empty();
    }
    return Optional.of(
        answer instanceof Answer.Denied
            ? FailureCode.BILLING_ACCESS_REFUSED
            : FailureCode.BILLING_REFUSED);
  }

  @Override
  public void close() {
    http.close();
  }
}
