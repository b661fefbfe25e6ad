package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
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

@DisplayName("A dead key is known by more than its codes, which no document gives")
class DeadKeyTest {
  private static final String ESIM = "mvno/esim/addAcnt/";
  private static final String DETAIL = "mvno/getDetail/";
  private static final String LOGIN = "authOem/";

  private final CannedFreebit server = new CannedFreebit();
  private final Freebit freebit = Operator.freebit(Operator.config(server.url()));

  @AfterEach
  void close() {
    freebit.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"認証エラー", "Invalid AUTHKEY", "not Authorized"})
  @DisplayName("an unlisted code whose message speaks of it renews the key, and is sent again once")
  void message(String message) {
    server.answers(ESIM, refusal("777", message), CannedFreebit.OK);

    activate();

    assertThat(server.asked(ESIM)).hasSize(2);
    assertThat(server.asked(LOGIN)).hasSize(2);
  }

  @Test
  @DisplayName("where a new key is answered in the same way, it is an ordinary refusal")
  void persists() {
    server.answers(ESIM, refusal("777", "認証エラー"));

    assertThat(refused(this::activate)).isEqualTo(FailureCode.SIM_REFUSED);

    assertThat(server.asked(ESIM)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"210, SIM_ACCOUNT_ABSENT", "409, SIM_LINE_LOCKED", "500, HTTP_500"})
  @DisplayName("a listed code means what it is listed for, whatever its message speaks of")
  void listed(String code, FailureCode meaning) {
    server.answers(ESIM, refusal(code, "認証エラー"));

    assertThat(refused(this::activate)).isEqualTo(meaning);
    assertThat(server.asked(ESIM)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"401, ''", "403, '<html></html>'", "401, '{\"resultCode\":\"777\"}'"})
  @DisplayName("HTTP 401 and 403 renew the key once; a second one is for an operator")
  void statuses(int status, String body) {
    var denied = new MockResponse.Builder().code(status).body(body).build();
    server.answers(ESIM, denied, new MockResponse.Builder().body(CannedFreebit.OK).build());
    activate();
    assertThat(server.asked(ESIM)).hasSize(2);

    server.answers(ESIM, denied);

    assertThat(refused(this::activate)).isEqualTo(FailureCode.SIM_ACCESS_REFUSED);
    assertThat(server.asked(ESIM)).hasSize(4);
  }

  @Test
  @DisplayName("a look with an unlisted code is repeated once with a new key")
  void reads() {
    var line = "{\"resultCode\":\"100\",\"state\":\"active\"}";
    server.answers(DETAIL, refusal("777", "エラー"), line);

    assertThat(freebit.simCards().find(ASim.line(1))).isPresent();
    assertThat(server.asked(LOGIN)).hasSize(2);

    server.answers(DETAIL, refusal("777", "エラー"));
    assertThat(refused(() -> freebit.simCards().find(ASim.line(1))))
        .isEqualTo(FailureCode.SIM_REFUSED);
    assertThat(server.asked(DETAIL)).hasSize(4);
    assertThat(server.asked(LOGIN)).hasSize(3);
  }

  @Test
  @DisplayName("a sending call with an unlisted code is not sent again")
  void writes() {
    server.answers(ESIM, refusal("777", "エラー"));

    assertThat(refused(this::activate)).isEqualTo(FailureCode.SIM_REFUSED);
    assertThat(server.asked(ESIM)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"エラー", "認証エラー"})
  @DisplayName("a login that is refused with an unlisted code is a refused credential")
  void login(String message) {
    server.answers(LOGIN, refusal("777", message));

    assertThat(refused(this::activate)).isEqualTo(FailureCode.SIM_ACCESS_REFUSED);
    assertThat(server.asked(LOGIN)).hasSize(1);
    assertThat(server.asked(ESIM)).isEmpty();
  }

  private static String refusal(String code, String message) {
    return "{\"resultCode\":\"%s\",\"status\":{\"message\":\"%s\"}}".formatted(code, message);
  }

  private void activate() {
    freebit.simCards().send(ASim.request(SimKind.ESIM_NEW, ASim.line(2)), SimCall.ESIM_ACTIVATION);
  }

  private static FailureCode refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ExternalCallException.class, call).halt().code();
  }
}
