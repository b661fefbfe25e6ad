package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("No order is lost")
@SuppressWarnings("try") // a server is there to run, not always to be spoken to
class NothingIsLostTest {
  private static final String CHANGES = "/data/OrderChangeEvent";
  private static Scene scene;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @AfterEach
  void calm() {
    scene.calm();
  }

  @Nested
  @DisplayName("when no event tells of its approval")
  class Untold {
    private void noEvents() {
      scene.world().salesforce().captureChanges(false);
      scene.world().salesforce().publishEvents(Set.of());
    }

    private void awaitSweepFarAhead() {
      await()
          .atMost(Scene.PATIENCE)
          .until(
              () ->
                  !scene
                      .database()
                      .rows(
                          "select 1 from kaitsu.scheduled_tasks where task_name = 'sweep'"
                              + " and not picked and execution_time > now() + interval '30 minutes'")
                      .isEmpty());
    }

    @Test
    @DisplayName("the regular sweep finds it")
    void regularSweep() {
      try (var server = scene.serve(Map.of("KAITSU_SWEEP_INTERVAL", "300ms"))) {
        noEvents();
        var order = scene.plainOrder();

        scene.approve(order);
        scene.awaitActivation(order, "Activated");

        assertThat(server.hintsFrom("cdc") + server.hintsFrom("event")).isZero();
        assertThat(scene.billed(order)).hasSize(1);
      }
    }

    @Test
    @DisplayName("and no server ran then: the sweep after the streams open finds it")
    void sweepAtStart() {
      try (var server = scene.serve()) {
        awaitSweepFarAhead();
      }
      noEvents();
      var order = scene.plainOrder();
      scene.approve(order);

      try (var server = scene.serve()) {
        scene.awaitActivation(order, "Activated");
        assertThat(scene.billed(order)).hasSize(1);
      }
    }
  }

  @Test
  @DisplayName(
      "when Salesforce refuses to be told for a while: it is told later, nothing is repeated")
  void owedWriteBack() {
    try (var server = scene.serve()) {
      var order = scene.plainOrder();
      scene.world().salesforce().errors().next("composite", ScriptedError.serverUnavailable(), 2);

      scene.approve(order);
      scene.awaitActivation(order, "Activated");

      assertThat(server.metric("kaitsu_writebacks_postponed_total", "")).isEqualTo(2);
      assertThat(scene.billed(order)).hasSize(1);
      assertThat(scene.creatingCalls(order)).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("when an event cannot be decoded: it is parked with its bytes, the stream goes on")
  void undecodableEvent() {
    var bytes = "no Avro at all".getBytes(StandardCharsets.UTF_8);
    var bus = scene.world().bus();
    try (var server = scene.serve()) {
      bus.publishRaw(CHANGES, bus.topic(CHANGES).orElseThrow().schemaId().orElseThrow(), bytes);
      var order = scene.plainOrder();
      scene.world().salesforce().publishEvents(Set.of());
      scene.approve(order);

      scene.awaitActivation(order, "Activated");
      assertThat(parked()).containsExactly(List.of(CHANGES, HexFormat.of().formatHex(bytes)));
      assertThat(server.metric("kaitsu_events_parked_total", "")).isEqualTo(1);
    }
  }

  private static List<List<String>> parked() {
    return scene.database().rows("select topic, encode(payload, 'hex') from kaitsu.parked_events");
  }

  @Test
  @DisplayName(
      "when WHMCS refuses our credential: Failed says so, and a retry goes after a restart")
  void credentialRefused() {
    var order = scene.plainOrder();
    try (var server = scene.serve()) {
      scene.world().whmcs().behaviour().frontDoor(FrontDoor.AUTHENTICATION_FAILED);

      scene.approve(order);
      scene.awaitActivation(order, "Failed");

      assertThat(scene.text(order, "Activation_Error_Code__c")).isEqualTo("BILLING_ACCESS_REFUSED");
      await()
          .atMost(Scene.PATIENCE)
          .until(
              () ->
                  server
                      .page("/health")
                      .at("/problems/whmcs")
                      .asText()
                      .contains("WHMCS_API_IDENTIFIER"));
      assertThat(server.page("/health").at("/status").asText()).isEqualTo("degraded");
    }
    scene.calm();
    scene.world().salesforce().retry(order);
    try (var server = scene.serve()) {
      scene.awaitActivation(order, "Activated");
      assertThat(scene.billed(order)).hasSize(1);
    }
  }
}
