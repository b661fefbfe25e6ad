package dev.kaitsu.sandbox.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A call is let in by action, address, credential and role, in this order")
class AdmissionTest {
  private final WhmcsScene scene = new WhmcsScene();

  @AfterEach
  void close() {
    scene.close();
  }

  private void assertRefused(String body, int status, String message) {
    var answer = scene.api.post(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(ApiCaller.json(answer).get("result").asText()).isEqualTo("error");
    assertThat(ApiCaller.json(answer).get("message").asText()).isEqualTo(message);
  }

  @Test
  @DisplayName("the action is read without regard to case")
  void caseOfAction() {
    assertThat(scene.api.call("whmcsdetails").get("result").asText()).isEqualTo("success");
    assertThat(scene.whmcs.calls().count("WhmcsDetails")).isEqualTo(1);
  }

  @Test
  @DisplayName("no action, or anything but a posted form, is an empty request")
  void emptyAction() {
    scene.whmcs.behaviour().frontDoor(FrontDoor.INVALID_IP);
    assertRefused("secret=wrong", 400, "Empty action request");
    var json =
        HttpRequest.newBuilder(scene.whmcs.apiUrl())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"action\":\"WhmcsDetails\"}"));
    assertThat(scene.api.send(json).statusCode()).isEqualTo(400);
    var get = HttpRequest.newBuilder(scene.whmcs.apiUrl()).GET();
    assertThat(scene.api.send(get).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("a foreign address is refused before the credential is looked at")
  void address() {
    scene.whmcs.behaviour().frontDoor(FrontDoor.INVALID_IP);
    assertRefused("action=WhmcsDetails&secret=wrong", 403, "Invalid IP 127.0.0.1");
  }

  @Test
  @DisplayName("a wrong credential is refused before the role is looked at")
  void credential() {
    assertRefused("action=nonsense&secret=wrong", 403, "Authentication Failed");
    scene.whmcs.behaviour().frontDoor(FrontDoor.AUTHENTICATION_FAILED);
    assertRefused(ApiCaller.body("WhmcsDetails"), 403, "Authentication Failed");
  }

  @Test
  @DisplayName("an action outside the role, or unknown, is named in lower case")
  void role() {
    scene.whmcs.behaviour().deny("AddOrder");
    String refusal = "Invalid Permissions: API action \"%s\" is not allowed";
    assertRefused(ApiCaller.body("AddOrder"), 403, refusal.formatted("addorder"));
    assertRefused(ApiCaller.body("DeleteOrder"), 403, refusal.formatted("deleteorder"));
    scene.whmcs.behaviour().allow("AddOrder");
    assertThat(scene.order().get("result").asText()).isEqualTo("success");
  }

  @ParameterizedTest
  @CsvSource({
    "FIREWALL_PAGE_403, 403",
    "REDIRECT_301, 301",
    "MAINTENANCE_PAGE_200, 200",
    "MAINTENANCE_PAGE_503, 503"
  })
  @DisplayName("a page may stand where WHMCS should, and nothing is ordered")
  void pages(FrontDoor door, int status) {
    scene.whmcs.behaviour().frontDoor(door);
    var answer = scene.api.answer("AddOrder", "clientid", "1001", "pid[0]", "182");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    assertThat(scene.whmcs.books().orders()).isEmpty();
  }

  @Test
  @DisplayName("another address on the server is not found")
  void otherPath() {
    var other = HttpRequest.newBuilder(scene.whmcs.apiUrl().resolve("/admin")).GET();
    assertThat(scene.api.send(other).statusCode()).isEqualTo(404);
  }
}
