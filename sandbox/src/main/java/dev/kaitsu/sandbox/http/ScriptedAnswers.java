package dev.kaitsu.sandbox.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.sun.net.httpserver.HttpExchange;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Moment;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.fault.Faults;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers calls truthfully, or as badly as the script of {@link Faults} wants it. The effect of a
 * call runs once, and not at all when the fault strikes {@link Moment#BEFORE_COMMIT}. Two symptoms
 * are special: {@link Symptom#LATE_COMMIT} always brings the effect, and {@link Symptom#DELAY}
 * before the commit brings effect and true answer after the delay.
 */
public final class ScriptedAnswers {
  private static final Answer GATEWAY_TIMEOUT = page(504, "504 Gateway Time-out");
  private static final Answer NEVER_MADE = Answer.json(200, "{\"result\":\"success\"}");

  /** What a call does to the emulated system, and the true answer to it. */
  @FunctionalInterface
  public interface Effect {
    Answer happen();
  }

  private final Faults faults;
  private final Answer successWithoutId;

  /**
   * @param successWithoutId what this system's success looks like without any promised identifier
   */
  public ScriptedAnswers(Faults faults, Answer successWithoutId) {
    this.faults = faults;
    this.successWithoutId = successWithoutId;
  }

  /** Carries out one call of the operation and answers it; the exchange is over afterwards. */
  public void answer(HttpExchange exchange, String operation, Effect effect) throws IOException {
    answer(exchange, operation, faults.next(operation), effect);
  }

  /**
   * As {@link #answer(HttpExchange, String, Effect)}.
   *
   * @param subject whom the call is about; faults may be scripted for calls about one
   */
  public void answer(HttpExchange exchange, String operation, String subject, Effect effect)
      throws IOException {
    answer(exchange, operation, faults.next(operation, subject), effect);
  }

  private void answer(HttpExchange exchange, String operation, Optional<Fault> fault, Effect effect)
      throws IOException {
    truthOf(exchange, operation, fault, effect).sendTo(exchange);
  }

  /** The call is over before its answer leaves: whoever has it may call again. */
  private Sent truthOf(
      HttpExchange exchange, String operation, Optional<Fault> fault, Effect effect)
      throws IOException {
    faults.underWay().began(operation);
    try {
      pause(faults.latencyOf(operation));
      if (fault.isEmpty()) {
        return effect.happen()::sendTo;
      }
      misbehave(exchange, fault.get(), effect);
      return any -> {};
    } finally {
      faults.underWay().ended(operation);
    }
  }

  @FunctionalInterface
  private interface Sent {
    void sendTo(HttpExchange exchange) throws IOException;
  }

  private void misbehave(HttpExchange exchange, Fault fault, Effect effect) throws IOException {
    boolean delayed = fault.symptom() == Symptom.DELAY;
    if (fault.symptom() == Symptom.LATE_COMMIT || (fault.when() == Moment.LATER && !delayed)) {
      CompletableFuture.delayedExecutor(fault.delay().toNanos(), NANOSECONDS)
          .execute(effect::happen);
      show(exchange, fault.symptom(), NEVER_MADE);
      return;
    }
    if (fault.when() == Moment.AFTER_COMMIT || fault.when() == Moment.AFTER_TWO_COMMITS) {
      if (fault.when() == Moment.AFTER_TWO_COMMITS) {
        effect.happen();
      }
      Answer truth = effect.happen();
      pause(fault.delay());
      show(exchange, fault.symptom(), truth);
    } else {
      pause(fault.delay());
      show(exchange, fault.symptom(), delayed ? effect.happen() : NEVER_MADE);
    }
  }

  private void show(HttpExchange exchange, Symptom symptom, Answer truth) throws IOException {
    switch (symptom) {
      case DROP -> exchange.close();
      case TRUNCATED -> truth.sendHalfTo(exchange);
      case DELAY -> truth.sendTo(exchange);
      case LATE_COMMIT, HTTP_504 -> GATEWAY_TIMEOUT.sendTo(exchange);
      case HTTP_429 -> page(429, "429 Too Many Requests").with("Retry-After", "1").sendTo(exchange);
      case HTTP_500 -> page(500, "500 Internal Server Error").sendTo(exchange);
      case HTTP_502_HTML -> page(502, "502 Bad Gateway").sendTo(exchange);
      case HTTP_503 -> page(503, "503 Service Unavailable").sendTo(exchange);
      case HTTP_503_RETRY_AFTER_0 ->
          page(503, "503 Service Unavailable").with("Retry-After", "0").sendTo(exchange);
      case HTML_200 -> page(200, "Down for Maintenance").sendTo(exchange);
      case EMPTY_200 -> Answer.empty(200).sendTo(exchange);
      case REDIRECT_302 ->
          page(302, "302 Found").with("Location", "https://elsewhere.invalid/").sendTo(exchange);
      // Back to the same address: a client that follows sends its body here a second time.
      case REDIRECT_307 ->
          page(307, "307 Temporary Redirect")
              .with("Location", exchange.getRequestURI().toString())
              .sendTo(exchange);
      case SUCCESS_WITHOUT_ID -> successWithoutId.sendTo(exchange);
    }
  }

  private static Answer page(int status, String title) {
    return Answer.html(
        status,
        "<html><head><title>%s</title></head><body><h1>%s</h1></body></html>"
            .formatted(title, title));
  }

  private static void pause(Duration pause) throws IOException {
    if (pause.isZero()) {
      return;
    }
    try {
      NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the emulator closes");
    }
  }
}
