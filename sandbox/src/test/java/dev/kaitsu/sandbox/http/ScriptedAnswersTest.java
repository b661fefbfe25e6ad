package dev.kaitsu.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Moment;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.fault.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A scripted fault reaches the caller over the wire")
class ScriptedAnswersTest {
  private static final String TRUTH = "{\"result\":\"success\",\"orderid\":\"4711\"}";

  private final Faults faults = new Faults();
  private final AtomicInteger effects = new AtomicInteger();
  private final ScriptedAnswers answers =
      new ScriptedAnswers(faults, Answer.json(200, "{\"result\":\"success\"}"));
  private final LoopbackServer server =
      LoopbackServer.start(
          "answers",
          0,
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            answers.answer(exchange, "AddOrder", this::effect);
          });
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  private Answer effect() {
    effects.incrementAndGet();
    return Answer.json(200, TRUTH);
  }

  private HttpResponse<String> call() throws IOException, InterruptedException {
    return client.send(request().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(server.uri().resolve("/includes/api.php"))
        .POST(HttpRequest.BodyPublishers.ofString("action=AddOrder"));
  }

  @Test
  @DisplayName("without a fault the true answer arrives, and the effect happened once")
  void truth() throws Exception {
    var answer = call();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(TRUTH);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(effects).hasValue(1);
  }

  @Test
  @DisplayName("a call is under way from its arrival until it is answered, even if it is dropped")
  void underWay() throws Exception {
    faults.latency("AddOrder", Duration.ofMillis(200));
    faults.script("AddOrder", Fault.before(Symptom.DROP), 1);

    var call = client.sendAsync(request().build(), BodyHandlers.ofString());
    await().until(() -> faults.underWay().counts().equals(Map.of("AddOrder", 1)));
    assertThatThrownBy(call::join).hasRootCauseInstanceOf(IOException.class);

    await().untilAsserted(() -> assertThat(faults.underWay().counts()).isEmpty());
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource({
    "HTTP_429, 429",
    "HTTP_500, 500",
    "HTTP_502_HTML, 502",
    "HTTP_503, 503",
    "HTTP_503_RETRY_AFTER_0, 503",
    "HTML_200, 200",
    "REDIRECT_302, 302",
    "REDIRECT_307, 307"
  })
  @DisplayName("a page is shown instead of the answer, whether the effect happened or not")
  void pages(Symptom symptom, int status) throws Exception {
    faults.script("AddOrder", Fault.before(symptom), 1);
    assertThat(call().body()).startsWith("<html>");
    assertThat(effects).hasValue(0);

    faults.script("AddOrder", Fault.after(symptom), 1);
    assertThat(call().statusCode()).isEqualTo(status);
    assertThat(effects).hasValue(1);
  }

  @Test
  @DisplayName("503 with Retry-After: 0 invites an immediate second send")
  void retryAfterZero() throws Exception {
    faults.script("AddOrder", Fault.after(Symptom.HTTP_503_RETRY_AFTER_0), 1);
    assertThat(call().headers().firstValue("Retry-After")).hasValue("0");
  }

  @Test
  @DisplayName("302 leads to another host, 307 back to the same address")
  void redirects() throws Exception {
    faults.script("AddOrder", Fault.before(Symptom.REDIRECT_302), 1);
    faults.script("AddOrder", Fault.before(Symptom.REDIRECT_307), 1);
    assertThat(call().headers().firstValue("Location")).hasValue("https://elsewhere.invalid/");
    assertThat(call().headers().firstValue("Location")).hasValue("/includes/api.php");
  }

  @Test
  @DisplayName("an empty 200 has no body, a success without id only the word")
  void emptyAndWithoutId() throws Exception {
    faults.script("AddOrder", Fault.after(Symptom.EMPTY_200), 1);
    faults.script("AddOrder", Fault.after(Symptom.SUCCESS_WITHOUT_ID), 1);
    assertThat(call().body()).isEmpty();
    assertThat(call().body()).isEqualTo("{\"result\":\"success\"}");
    assertThat(effects).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"BEFORE_COMMIT, 0", "AFTER_COMMIT, 1"})
  @DisplayName("a dropped connection ends without a single byte")
  void drop(Moment when, int expectedEffects) throws Exception {
    faults.script("AddOrder", new Fault(when, Symptom.DROP, Duration.ZERO), 1);
    assertThat(rawAnswer()).isEmpty();
    assertThat(effects).hasValue(expectedEffects);
  }

  @Test
  @DisplayName("a truncated answer announces its whole length and ends half way")
  void truncated() throws Exception {
    faults.script("AddOrder", Fault.after(Symptom.TRUNCATED), 1);
    assertThat(rawAnswer())
        .containsIgnoringCase("Content-length: " + TRUTH.length())
        .endsWith("\r\n\r\n" + TRUTH.substring(0, TRUTH.length() / 2));
    assertThat(effects).hasValue(1);
  }

  @Test
  @DisplayName("a delay after the commit outlasts the caller; the effect is there all the same")
  void delayAfterCommit() {
    faults.script("AddOrder", Fault.after(Symptom.DELAY).delayedBy(Duration.ofMinutes(1)), 1);
    var impatient = request().timeout(Duration.ofMillis(200)).build();
    assertThatThrownBy(() -> client.send(impatient, BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(effects).hasValue(1);
  }

  @Test
  @DisplayName("a late commit answers 504 at once, and its effect appears later")
  void lateCommit() throws Exception {
    faults.script(
        "AddOrder", Fault.after(Symptom.LATE_COMMIT).delayedBy(Duration.ofMillis(300)), 1);
    assertThat(call().statusCode()).isEqualTo(504);
    assertThat(effects).hasValue(0);
    await().untilAsserted(() -> assertThat(effects).hasValue(1));
  }

  @Test
  @DisplayName("any symptom may show before its effect comes, or after it came twice")
  void laterAndTwice() throws Exception {
    faults.script("AddOrder", new Fault(Moment.LATER, Symptom.HTTP_500, Duration.ofMillis(300)), 1);
    assertThat(call().statusCode()).isEqualTo(500);
    assertThat(effects).hasValue(0);
    await().untilAsserted(() -> assertThat(effects).hasValue(1));

    faults.script(
        "AddOrder", new Fault(Moment.AFTER_TWO_COMMITS, Symptom.HTTP_504, Duration.ZERO), 1);
    assertThat(call().statusCode()).isEqualTo(504);
    assertThat(effects).hasValue(3);
  }

  @Test
  @DisplayName("latency holds up every call, and fifty slow calls take no longer than one")
  void latencyIsNotAQueue() {
    faults.latency("AddOrder", Duration.ofMillis(400));
    var start = System.nanoTime();
    var calls =
        IntStream.range(0, 50)
            .mapToObj(i -> client.sendAsync(request().build(), BodyHandlers.ofString()))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(calls).join();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(400), Duration.ofSeconds(10));
    assertThat(effects).hasValue(50);
  }

  private String rawAnswer() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var request = "POST /includes/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
