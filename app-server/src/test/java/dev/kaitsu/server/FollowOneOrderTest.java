package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a server is there to run, not always to be spoken to
@DisplayName("The log tells one order's way")
class FollowOneOrderTest {
  static final List<String> STEPS =
      List.of(
          "validation",
          "sf_status_update",
          "order_details",
          "mapping",
          "sim_activation",
          "whmcs_create",
          "whmcs_accept",
          "sf_success_update");

  private static Scene scene;
  private CapturedLog log;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @BeforeEach
  void listen() {
    log = new CapturedLog();
  }

  @AfterEach
  void calm() {
    log.close();
    scene.calm();
  }

  @Test
  @DisplayName("by one correlation id, from the platform event to the end, with every step's name")
  void oneCorrelationId() {
    scene.world().salesforce().captureChanges(false);
    var order = scene.plainOrder();
    try (var server = scene.serve()) {
      scene.approve(order);
      scene.awaitActivation(order, "Activated");
      await().atMost(Scene.PATIENCE).until(() -> log.says("Provisioning job completed"));
    }

    var story = log.messagesWith("correlationId", "sf-order-" + order);
    assertThat(story)
        .contains(
            "Platform Event enqueued for provisioning", "Successfully enqueued provisioning job");
    var wayOfTheJob =
        Stream.of(
                Stream.of("Starting fulfillment orchestration", "Guard sees status=Activating"),
                STEPS.stream().map("Step finished step=%s "::formatted),
                Stream.of("Activated billing=", "Provisioning job completed"))
            .flatMap(phrases -> phrases)
            .toList();
    assertThat(phrasesIn(story, wayOfTheJob)).isEqualTo(inOrderOfTelling(wayOfTheJob));
    assertThat(log.messagesWith("orderId", order)).containsAll(story);
  }

  /** Which of the phrases the messages begin with, in the order of the messages. */
  private static List<String> phrasesIn(List<String> messages, List<String> phrases) {
    return messages.stream()
        .flatMap(message -> phrases.stream().filter(message::startsWith))
        .toList();
  }

  /** The attempt's end is part of its last step, so it is told before that step's own line. */
  private static List<String> inOrderOfTelling(List<String> phrases) {
    int last = phrases.size() - 1;
    return Stream.of(
            phrases.subList(0, last - 2).stream(),
            Stream.of(phrases.get(last - 1), phrases.get(last - 2), phrases.get(last)))
        .flatMap(part -> part)
        .toList();
  }

  @Test
  @DisplayName("in the words of the change data capture document")
  void changeDataCapture() {
    scene.world().salesforce().publishEvents(Set.of());
    var order = scene.plainOrder();
    try (var server = scene.serve()) {
      scene.approve(order);
      scene.awaitActivation(order, "Activated");
      scene.world().salesforce().cancel(order);
      scene.approve(order);
      await()
          .atMost(Scene.PATIENCE)
          .until(() -> log.says("Order already has WHMCS Order ID, skipping provisioning"));
    }

    assertThat(log.messagesWith("orderId", order))
        .contains(
            "Order activation moved to Activating via CDC, enqueuing fulfillment",
            "Order CDC event with customer-facing changes",
            "Invalidating cache");
  }

  @Test
  @DisplayName("without any secret or e-mail address, however much goes wrong")
  void noSecrets() {
    scene.world().whmcs().faults().script("AddOrder", Fault.before(Symptom.HTTP_500), 1);
    var plain = scene.plainOrder();
    var withoutLines = scene.order().with("Name", "taro@example.invalid").create();
    var environment = scene.environment(Map.of());
    try (var server = RunningServer.start(environment).awaitStreams()) {
      scene.approve(List.of(plain, withoutLines));
      scene.awaitActivation(List.of(plain, withoutLines), "Failed");
      scene.world().salesforce().revokeSessions();
      scene.world().whmcs().behaviour().frontDoor(FrontDoor.AUTHENTICATION_FAILED);
      scene.world().salesforce().retry(withoutLines);
      scene.awaitActivation(withoutLines, "Failed");
      server.page("/health");
    }

    var secrets =
        List.of(
            WhmcsEmulator.SECRET,
            environment.get("SF_PRIVATE_KEY_BASE64").substring(0, 40),
            environment.get("DATABASE_URL").replaceFirst(".*//([^@]*)@.*", "$1"),
            scene.world().salesforce().organizationId().substring(0, 15) + "!"); // access tokens
    assertThat(log.everything()).hasSizeGreaterThan(20);
    for (var secret : secrets) {
      assertThat(log.everything()).noneMatch(line -> line.contains(secret));
    }
    assertThat(log.everything()).noneMatch(line -> line.matches("(?s).*\\w@\\w+\\.[a-z]{2,}.*"));
  }
}
