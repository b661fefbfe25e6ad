package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.ASim;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer of Freebit's means what its codes say, and nothing else is an answer")
class AnswersTest {
  private static final String ESIM = "mvno/esim/addAcnt/";

  private final CannedFreebit server = new CannedFreebit();
  private final Freebit freebit = Operator.freebit(Operator.config(server.url()));

  @AfterEach
  void close() {
    freebit.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resultCode\":\"100\",\"status\":{\"message\":\"OK\",\"statusCode\":\"200\"}}",
        "{\"resultCode\":100}",
        "{\"RESULTCODE\":\" 100 \",\"status\":null}",
        "\uFEFF {\"resultcode\":100,\"Status\":\"OK\"}\n",
      })
  @DisplayName("100 is taken, as a text or a number, in any case")
  void success(String body) {
    server.answers(ESIM, body);

    assertThatCode(this::send).doesNotThrowAnyException();
    assertThat(server.asked(ESIM)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'210', '', REFUSED, SIM_ACCOUNT_ABSENT",
    "'400', '210', REFUSED, SIM_ACCOUNT_ABSENT",
    "'400-210', '', REFUSED, SIM_ACCOUNT_ABSENT",
    "'400', '356', REFUSED, SIM_COMBINATION_REFUSED",
    "'400-356', '', REFUSED, SIM_COMBINATION_REFUSED",
    "'400', '400-356', REFUSED, SIM_COMBINATION_REFUSED",
    "'400', '35', REFUSED, SIM_REFUSED",
    "'409', '', FAILED, SIM_LINE_LOCKED",
    "'400', '409', FAILED, SIM_LINE_LOCKED",
    "'777', '', REFUSED, SIM_REFUSED",
    "'1000', '', REFUSED, SIM_REFUSED",
    "'500', '', UNCERTAIN, HTTP_500",
    "'999', '1', UNCERTAIN, HTTP_500",
  })
  @DisplayName("a failing code says whether nothing was done, and what a retry can do")
  void failures(String result, String status, String certainty, FailureCode code) {
    server.answers(
        ESIM,
        "{\"resultCode\":\"%s\",\"status\":{\"message\":\"エラー\",\"statusCode\":\"%s\"}}"
            .formatted(result, status));

    var halt = haltOfSend();

    assertThat(halt.code()).isEqualTo(code);
    assertThat(halt.getClass().getSimpleName()).isEqualToIgnoringCase(certainty);
    assertThat(halt.reason()).contains("PA05-41", "エラー", result);
    assertThat(server.asked(ESIM)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Down for maintenance</html>",
        "{\"resultCode\":\"100\"",
        "{\"resultCode\":\"100\"} {\"resultCode\":\"210\"}",
        "{\"status\":{\"statusCode\":\"100\"}}",
        "{\"resultCode\":null}",
        "{\"resultCode\":[100]}",
        "[{\"resultCode\":100}]",
        "100",
      })
  @DisplayName("anything else leaves a sending call in doubt, and is not sent again")
  void unreadable(String body) {
    server.answers(ESIM, body);

    var halt = haltOfSend();

    assertThat(halt).isInstanceOf(Halt.Uncertain.class);
    assertThat(halt.code()).isEqualTo(FailureCode.SIM_ANSWER_UNREADABLE);
    assertThat(server.asked(ESIM)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "302, '{\"resultCode\":\"210\"}'",
    "307, '{\"resultCode\":\"210\"}'",
    "308, '{\"resultCode\":\"210\"}'",
    "400, ''",
    "404, '<html></html>'",
    "408, '{}'",
    "429, '{\"resultCode\":null}'",
    "500, '{\"resultCode\":\"210\"} x'",
    "502, '[{\"resultCode\":\"210\"}]'",
    "503, '{\"error\":\"auth\"}'",
    "504, 'gateway timeout'",
    "400, '{\"resultCode\":\"100\"}'",
    "401, '{\"resultCode\":\"100\"}'",
    "500, '{\"resultCode\":\"100\"}'",
    "500, '{\"resultCode\":\"777\"}'",
    "500, '{\"resultCode\":\"777\",\"status\":{\"message\":\"auth\"}}'",
  })
  @DisplayName("an HTTP status that is no success leaves a sending call in doubt")
  void statuses(int status, String body) {
    server.answers(ESIM, page(status, body));

    assertThat(haltOfSend()).isInstanceOf(Halt.Uncertain.class);
    assertThat(server.asked(ESIM)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '210', REFUSED, SIM_ACCOUNT_ABSENT",
    "404, '210', REFUSED, SIM_ACCOUNT_ABSENT",
    "403, '210', REFUSED, SIM_ACCOUNT_ABSENT",
    "401, '210', REFUSED, SIM_ACCOUNT_ABSENT",
    "408, '210', REFUSED, SIM_ACCOUNT_ABSENT",
    "503, '210', REFUSED, SIM_ACCOUNT_ABSENT",
    "400, '400-356', REFUSED, SIM_COMBINATION_REFUSED",
    "409, '409', FAILED, SIM_LINE_LOCKED",
    "403, '777', REFUSED, SIM_REFUSED",
    "400, '500', UNCERTAIN, HTTP_500",
  })
  @DisplayName("an answer of Freebit's own counts, whatever HTTP status it comes with")
  void answersWithStatus(int status, String result, String certainty, FailureCode code) {
    server.answers(ESIM, page(status, "{\"resultCode\":\"%s\"}".formatted(result)));

    var halt = haltOfSend();

    assertThat(halt.code()).isEqualTo(code);
    assertThat(halt.getClass().getSimpleName()).isEqualToIgnoringCase(certainty);
    assertThat(server.asked(ESIM)).hasSize(1);
  }

  @Test
  @DisplayName("a look that brings no answer failed, and may be asked again")
  void reads() {
    server.answers("mvno/getDetail/", "<html></html>");

    var halt = haltOf(() -> freebit.simCards().find(ASim.line(1)));

    assertThat(halt).isInstanceOf(Halt.Failed.class);
    assertThat(halt.code()).isEqualTo(FailureCode.SIM_ANSWER_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308})
  @DisplayName("a redirect is not followed: it would carry the key elsewhere")
  void redirects(int status) {
    var elsewhere = "/emptool/api/elsewhere/";
    server.answers(
        "mvno/getDetail/",
        new MockResponse.Builder().code(status).addHeader("Location", elsewhere).build());

    assertThat(haltOf(() -> freebit.simCards().find(ASim.line(1)))).isInstanceOf(Halt.Failed.class);
    assertThat(server.asked("elsewhere/")).isEmpty();
  }

  @Test
  @DisplayName("what a message repeats of a person is not passed on")
  void hidesPersons() {
    var line = ASim.line(4711).digits();
    server.answers(
        ESIM,
        "{\"resultCode\":\"777\",\"status\":{\"message\":\"開通 花子 ハナコ %s ０９０１２３４５６７８ 19900102 mail@x.invalid %s\"}}"
            .formatted(line, "余".repeat(500)));

    var reason = haltOf(() -> send(SimKind.ESIM_PORT_IN)).reason();

    assertThat(reason).hasSizeLessThan(200).contains("777");
    assertThat(reason).doesNotContain("開通", "花子", "ハナコ", line, "０９０１２３", "19900102", "mail@");
  }

  @Test
  @DisplayName("codes are opaque, and only as long as codes are")
  void opaqueCodes() {
    server.answers(ESIM, "{\"resultCode\":\"%s\"}".formatted("9".repeat(40)));

    assertThat(haltOfSend().reason()).doesNotContain("9999").contains("?");
  }

  private static MockResponse page(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Location", "/emptool/api/" + ESIM)
        .addHeader("Retry-After", "0")
        .body(body)
        .build();
  }

  private Halt haltOfSend() {
    return haltOf(this::send);
  }

  private void send() {
    send(SimKind.ESIM_NEW);
  }

  private void send(SimKind kind) {
    freebit.simCards().send(ASim.request(kind, ASim.line(4711)), SimCall.ESIM_ACTIVATION);
  }

  private static Halt haltOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ExternalCallException.class, call).halt();
  }
}
