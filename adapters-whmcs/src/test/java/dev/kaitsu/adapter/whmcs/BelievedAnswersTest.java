package dev.kaitsu.adapter.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is WHMCS' own word, and what is not")
class BelievedAnswersTest {
  private static final WhmcsCall READ = WhmcsCall.read("GetOrders");
  private static final WhmcsCall WRITE =
      WhmcsCall.write("AddOrder", List.of(), reply -> reply.id("orderid").isPresent());
  private static final String SUCCESS = "{\"result\":\"success\",\"orderid\":5}";
  private static final String ERROR = "{\"result\":\"error\",\"message\":\"Client ID Not Found\"}";

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {200, 299, 400, 404, 500})
  @DisplayName("a whole success is believed whatever the HTTP status")
  void success(int status) {
    assertThat(AnswerJudge.judge(WRITE, page(status, SUCCESS))).isInstanceOf(Answer.Success.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {300, 302, 307, 399})
  @DisplayName("a redirect is another server's, even with a success in it")
  void redirect(int status) {
    assertThat(doubt(status, SUCCESS)).isEqualTo(unreadable("a redirect; check WHMCS_API_URL"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {200, 400, 428, 430, 499})
  @DisplayName("an error is WHMCS' no")
  void error(int status) {
    assertThat(AnswerJudge.judge(WRITE, page(status, ERROR)))
        .isEqualTo(new Answer.Refusal("Client ID Not Found"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"429, HTTP_429", "500, HTTP_500", "503, HTTP_503"})
  @DisplayName("an error of a server in trouble proves nothing")
  void errorInTrouble(int status, FailureCode code) {
    assertThat(doubt(status, ERROR))
        .isEqualTo(new Halt.Uncertain(code, "WHMCS answered AddOrder with HTTP " + status));
  }

  @Test
  @DisplayName("what came instead of an answer is said in words")
  void noAnswer() {
    assertThat(doubt(200, "")).isEqualTo(unreadable("an empty body"));
    assertThat(doubt(200, " \n")).isEqualTo(unreadable("an empty body"));
    assertThat(doubt(200, "\n <html>")).isEqualTo(unreadable("a web page"));
    assertThat(doubt(200, "Down")).isEqualTo(unreadable("something that is no JSON answer"));
    assertThat(doubt(200, "{\"result\":\"maybe\"}"))
        .isEqualTo(unreadable("JSON that says neither success nor error"));
    assertThat(doubt(503, "{\"result\":\"success\"}"))
        .isEqualTo(unreadable("a success that lacks what it promises"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"400, HTTP_400", "403, HTTP_403", "504, HTTP_504"})
  @DisplayName("or by its HTTP status, where that says more")
  void noAnswerByStatus(int status, FailureCode code) {
    assertThat(doubt(status, "<html>"))
        .isEqualTo(new Halt.Uncertain(code, "WHMCS answered AddOrder with HTTP " + status));
  }

  @Test
  @DisplayName("a read that was answered so just failed: there is nothing to doubt")
  void reads() {
    assertThat(halt(READ, 503, "<html>"))
        .isEqualTo(new Halt.Failed(FailureCode.HTTP_503, "WHMCS answered GetOrders with HTTP 503"));
    assertThat(halt(READ, 302, ""))
        .isEqualTo(
            new Halt.Failed(
                FailureCode.BILLING_ANSWER_UNREADABLE,
                "WHMCS answered GetOrders with a redirect; check WHMCS_API_URL"));
  }

  private static Halt unreadable(String what) {
    return new Halt.Uncertain(
        FailureCode.BILLING_ANSWER_UNREADABLE, "WHMCS answered AddOrder with " + what);
  }

  private static Halt doubt(int status, String body) {
    return halt(WRITE, status, body);
  }

  private static Halt halt(WhmcsCall call, int status, String body) {
    return catchThrowableOfType(
            ExternalCallException.class, () -> AnswerJudge.judge(call, page(status, body)))
        .halt();
  }

  private static WhmcsHttp.Page page(int status, String body) {
    return new WhmcsHttp.Page(status, body, Optional.empty());
  }
}
