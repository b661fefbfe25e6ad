package dev.kaitsu.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.StoreException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The API reads strictly, and tells every failure in one form")
class ApiRequestsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Supplier<RuntimeException> failure = IllegalStateException::new;

  private final ApiAlone api =
      new ApiAlone(
          Optional.of(ApiAlone.TOKEN),
          routes -> {
            routes.change("/parcels", Parcel.class, (request, body) -> ApiAnswer.ok(seen(body)));
            routes.change("/bare", request -> ApiAnswer.accepted(Map.of()));
            routes.read(
                "/orders/{orderId}",
                request -> ApiAnswer.ok(request.path("orderId", OrderId::new).value()));
            routes.read(
                "/failing",
                request -> {
                  throw failure.get();
                });
          });

  record Parcel(String name, List<Long> parts, Optional<Integer> weight) {}

  private static Map<String, Object> seen(Parcel parcel) {
    return Map.of("name", parcel.name(), "weight", parcel.weight().orElse(-1));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  @DisplayName("what may be left out may be left out")
  void fits() {
    var answer = json(api.post("/api/parcels", "{\"name\":\"a\",\"parts\":[1]}"));

    assertThat(answer.at("/name").asText()).isEqualTo("a");
    assertThat(answer.at("/weight").asInt()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"name\":\"a\",\"parts\":[],\"more\":1}|more",
        "{\"name\":\"a\"}|parts",
        "{\"name\":null,\"parts\":[]}|name",
        "{\"name\":1,\"parts\":[]}|name",
        "{\"name\":\"a\",\"parts\":[1,null]}|parts[1]",
        "{\"name\":\"a\",\"parts\":[\"1\"]}|parts[0]",
        "{\"name\":\"a\",\"parts\":[1.5]}|parts[0]",
        "{\"name\":\"a\",\"parts\":[],\"weight\":\"heavy\"}|weight",
        "{\"name\":\"a\",\"name\":\"b\",\"parts\":[]}|",
        "{\"name\":\"a\",\"parts\":[]} x|",
        "[]|",
        "null|",
        "''|",
        "{\"name\":|"
      })
  @DisplayName("a body that does not fit is refused, and the field named")
  void unfitBody(String body, String field) {
    var answer = api.post("/api/parcels", body == null ? "" : body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).at("/error/code").asText()).isEqualTo("BAD_INPUT");
    assertThat(json(answer).at("/error/field").asText())
        .isEqualTo(Optional.ofNullable(field).orElse(""));
  }

  @Test
  @DisplayName("a body that is no JSON by its own word is refused")
  void noJson() {
    var form = BodyPublishers.ofString("{\"name\":\"a\",\"parts\":[]}");
    var answer =
        api.send(
            api.allowed("/api/parcels")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form));

    assertError(answer, 415, "NO_JSON");
    assertError(api.send(api.allowed("/api/parcels").POST(form)), 415, "NO_JSON");
  }

  @Test
  @DisplayName("a body that is too large is refused, whether it tells its length or not")
  void tooLarge() {
    var large = "{\"name\":\"%s\",\"parts\":[]}".formatted("a".repeat(65 * 1024));

    assertError(api.post("/api/parcels", large), 413, "TOO_LARGE");
    assertError(
        api.send(
            api.allowed("/api/parcels")
                .header("Content-Type", "application/json")
                .POST(ApiAlone.chunked(large))),
        413,
        "TOO_LARGE");
  }

  @Test
  @DisplayName("a body where none is asked for is not quietly ignored")
  void noBodyAskedFor() {
    assertThat(api.post("/api/bare", "").statusCode()).isEqualTo(202);
    assertError(api.post("/api/bare", "{\"force\":true}"), 400, "BAD_INPUT");
  }

  @Test
  @DisplayName("a part of the path that is none is named")
  void malformedPath() {
    var answer = api.send(api.allowed("/api/orders/nonsense"));

    assertError(answer, 400, "BAD_INPUT");
    assertThat(json(answer).at("/error/field").asText()).isEqualTo("orderId");
  }

  @Test
  @DisplayName("an outside system that is away is 503, one whose answer is lost 502")
  void outsideSystems() {
    failure = () -> ExternalCallException.unavailable(FailureCode.ECONNREFUSED, "away");
    assertError(failing(), 503, "ECONNREFUSED");

    failure = () -> ExternalCallException.outcomeUnknown(FailureCode.ETIMEOUT, "lost");
    assertError(failing(), 502, "ETIMEOUT");

    failure = () -> new StoreException("password=s3cret", new IOException("s3cret"));
    assertError(failing(), 503, "DATABASE_UNAVAILABLE");
  }

  @Test
  @DisplayName("a defect is told as one, without its words")
  void defect() {
    failure = () -> new IllegalStateException("s3cret");

    assertError(failing(), 500, "INTERNAL_ERROR");
  }

  private HttpResponse<String> failing() {
    return api.send(api.allowed("/api/failing"));
  }

  private static void assertError(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).at("/error/code").asText()).isEqualTo(code);
    assertThat(json(answer).at("/error/message").asText()).isNotBlank().doesNotContain("s3cret");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException malformed) {
      throw new IllegalStateException(answer.body(), malformed);
    }
  }
}
