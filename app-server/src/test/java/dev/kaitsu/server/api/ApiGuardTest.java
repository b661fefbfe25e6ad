package dev.kaitsu.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Only those who know the token use the API")
class ApiGuardTest {
  private final List<String> callers = new ArrayList<>();
  private ApiAlone api = guarded(Optional.of(ApiAlone.TOKEN));

  private ApiAlone guarded(Optional<String> token) {
    return new ApiAlone(
        token,
        routes -> {
          routes.read("/thing", this::note);
          routes.change("/thing", this::note);
        });
  }

  private ApiAnswer note(ApiRequest request) {
    callers.add(request.caller().name());
    return ApiAnswer.ok(Map.of("done", true));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  @DisplayName("without a token it is off, for reads as well, and says how to switch it on")
  void off() {
    api.close();
    api = guarded(Optional.empty());

    var answer = api.send(api.allowed("/api/thing"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"code\":\"API_OFF\",\"message\":"
                + "\"the API is off; it answers once KAITSU_API_TOKEN is set\"}}");
    assertThat(callers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer 0123456789abcdeF",
        "Bearer 0123456789abcde",
        "Bearer 0123456789abcdef0",
        "Bearer ",
        "Bearer",
        "Basic 0123456789abcdef",
        "0123456789abcdef"
      })
  @DisplayName("another token is answered 401, which does not say what is wrong with it")
  void wrongToken(String authorization) {
    var answer =
        api.send(
            api.to("/api/thing")
                .header("Authorization", authorization)
                .POST(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"kaitsu\"");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"code\":\"UNAUTHORIZED\",\"message\":\"a valid bearer token is needed\"}}");
    assertThat(callers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/thing", "/api/thing/", "/api/nothing", "/api/", "/api"})
  @DisplayName("no path below /api answers anything without a token")
  void everyPath(String path) {
    assertThat(api.send(api.to(path)).statusCode()).isIn(401, 404);
    assertThat(callers).isEmpty();
  }

  @Test
  @DisplayName("the token lets in, and the caller is who it says it is")
  void letIn() {
    api.send(api.allowed("/api/thing").header(ApiGuard.ACTOR, "ops-42"));
    api.send(api.to("/api/thing").header("Authorization", "bearer " + ApiAlone.TOKEN));

    assertThat(callers).containsExactly("ops-42", "api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "taro@example.jp", "-x"})
  @DisplayName("a caller's name that is none is refused, and named")
  void badActor(String name) {
    var answer = api.send(api.allowed("/api/thing").header(ApiGuard.ACTOR, name));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"BAD_INPUT\"", "\"field\":\"X-Kaitsu-Actor\"");
    assertThat(callers).isEmpty();
  }
}
