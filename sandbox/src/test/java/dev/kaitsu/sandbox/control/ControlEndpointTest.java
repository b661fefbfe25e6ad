package dev.kaitsu.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.fault.Faults;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Scripts steer the sandbox over HTTP")
class ControlEndpointTest {
  private final Faults faults = new Faults();
  private final ControlEndpoint control = ControlEndpoint.start(0);

  @BeforeEach
  void addSystem() {
    control.addSystem("whmcs", faults, () -> Map.of("calls", Map.of("AddOrder", 2)));
  }

  @AfterEach
  void close() {
    control.close();
  }

  private HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(control.uri().resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  @DisplayName("a fault is scripted as many times as asked")
  void script() throws Exception {
    var answer =
        call(
            "POST",
            "/faults",
            """
            {"system":"whmcs","operation":"AddOrder","when":"AFTER_COMMIT",\
            "symptom":"DROP","times":2,"delayMs":30}""");
    assertThat(answer.statusCode()).isEqualTo(200);
    var expected = Fault.after(Symptom.DROP).delayedBy(Duration.ofMillis(30));
    assertThat(faults.next("AddOrder")).hasValue(expected);
    assertThat(faults.next("AddOrder")).hasValue(expected);
    assertThat(faults.next("AddOrder")).isEmpty();
  }

  @Test
  @DisplayName("latency is set, and everything is forgotten again")
  void latencyAndClear() throws Exception {
    call("POST", "/latency", "{\"system\":\"whmcs\",\"operation\":\"*\",\"delayMs\":120}");
    assertThat(faults.latencyOf("AddOrder")).isEqualTo(Duration.ofMillis(120));
    call("DELETE", "/faults", "");
    assertThat(faults.latencyOf("AddOrder")).isZero();
  }

  @Test
  @DisplayName("the state shows every system's summary")
  void state() throws Exception {
    assertThat(call("GET", "/state", "").body())
        .isEqualTo("{\"whmcs\":{\"calls\":{\"AddOrder\":2}}}");
  }

  @Test
  @DisplayName("calls that wait for their answer are counted until they have it")
  void underWay() throws Exception {
    faults.underWay().began("AddOrder");
    faults.underWay().began("AddOrder");
    assertThat(call("GET", "/underway", "").body()).isEqualTo("{\"whmcs\":{\"AddOrder\":2}}");

    faults.underWay().ended("AddOrder");
    faults.underWay().ended("AddOrder");
    assertThat(call("GET", "/underway", "").body()).isEqualTo("{\"whmcs\":{}}");
  }

  @Test
  @DisplayName("another system adds a route of its own")
  void register() throws Exception {
    control.register("POST /approve", request -> Map.of("approved", request.text("orderId")));
    assertThat(call("POST", "/approve", "{\"orderId\":\"801\"}").body())
        .isEqualTo("{\"approved\":\"801\"}");
    assertThat(call("POST", "/approve", "{}").body()).contains("\"field\":\"orderId\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "system | {\"operation\":\"x\"}",
        "system | {\"system\":\"freebit\"}",
        "operation | {\"system\":\"whmcs\"}",
        "when | {\"system\":\"whmcs\",\"operation\":\"x\",\"when\":\"NOW\"}",
        "symptom | {\"system\":\"whmcs\",\"operation\":\"x\",\"when\":\"AFTER_COMMIT\",\"symptom\":7}",
        "times | {\"system\":\"whmcs\",\"operation\":\"x\",\"when\":\"AFTER_COMMIT\",\"symptom\":\"DROP\",\"times\":0}",
        "delayMs | {\"system\":\"whmcs\",\"operation\":\"x\",\"when\":\"AFTER_COMMIT\",\"symptom\":\"DROP\",\"delayMs\":\"1\"}",
        "simptom | {\"system\":\"whmcs\",\"simptom\":\"DROP\"}",
        "body | []"
      })
  @DisplayName("bad input is refused by the name of its field, and nothing is scripted")
  void badInput(String field, String body) throws Exception {
    var answer = call("POST", "/faults", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    assertThat(faults.next("x")).isEmpty();
  }

  @Test
  @DisplayName("what is not JSON is said to be so, and an unknown route is answered with the known")
  void notJsonAndUnknown() throws Exception {
    assertThat(call("POST", "/faults", "{nope").body()).contains("the body is not JSON");
    var unknown = call("GET", "/nowhere", "");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("POST /faults");
  }
}
