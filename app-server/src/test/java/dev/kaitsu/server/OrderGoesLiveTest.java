package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.whmcs.WhmcsOrder.OrderLine;
import dev.kaitsu.sandbox.whmcs.WhmcsService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An approved order goes live")
class OrderGoesLiveTest {
  private static Scene scene;
  private RunningServer server;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @BeforeEach
  void serve() {
    server = scene.serve();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @DisplayName("Salesforce shows it completed, with the WHMCS order, and no error is left")
  void salesforceIsTold() {
    var order =
        scene
            .order()
            .with("Activation_Error_Code__c", "ETIMEOUT")
            .with("Activation_Error_Message__c", "of an earlier attempt")
            .item(scene.internet(), 1)
            .create();

    scene.approve(order);
    scene.awaitActivation(order, "Activated");

    var billed = scene.billed(order).get(0);
    assertThat(scene.text(order, "Status")).isEqualTo("Completed");
    assertThat(scene.text(order, "WHMCS_Order_ID__c")).isEqualTo(String.valueOf(billed.id()));
    assertThat(scene.text(order, "Activation_Error_Code__c")).isEmpty();
    assertThat(scene.text(order, "Activation_Error_Message__c")).isEmpty();
  }

  @Test
  @DisplayName("WHMCS holds one accepted order with every line, marked with the Salesforce order")
  void whmcsHoldsOneOrder() {
    var order = scene.order().item(scene.internet(), 1).item(scene.installation(), 1).create();

    scene.approve(order);
    scene.awaitActivation(order, "Activated");

    assertThat(scene.billed(order)).hasSize(1);
    var billed = scene.billed(order).get(0);
    assertThat(billed.status()).isEqualTo("Active");
    assertThat(billed.notes()).contains("sfOrderId=" + order);
    assertThat(billed.lines())
        .containsExactly(
            new OrderLine(Scene.INTERNET, "monthly", 1),
            new OrderLine(Scene.INSTALLATION, "onetime", 1));
    assertThat(billed.services()).extracting(WhmcsService::status).containsOnly("Active");
  }

  @Test
  @DisplayName("each order item carries the id of its own service")
  void itemsCarryTheirServices() {
    var order = scene.order().item(scene.internet(), 1).item(scene.installation(), 1).create();

    scene.approve(order);
    scene.awaitActivation(order, "Activated");

    var serviceOfProduct =
        scene.billed(order).get(0).services().stream()
            .collect(Collectors.toMap(WhmcsService::pid, each -> String.valueOf(each.id())));
    assertThat(itemServices(order))
        .containsExactly(
            serviceOfProduct.get(Scene.INTERNET), serviceOfProduct.get(Scene.INSTALLATION));
  }

  private static List<Object> itemServices(String order) {
    return scene.world().salesforce().data().records("OrderItem").stream()
        .filter(item -> item.get("OrderId").equals(order))
        .map(item -> item.get("WHMCS_Service_ID__c"))
        .toList();
  }

  @Test
  @DisplayName("its opportunity is linked to the service and to the client")
  void opportunityIsLinked() {
    var opportunity =
        scene
            .world()
            .salesforce()
            .data()
            .insert(
                "Opportunity",
                Map.of(
                    "Name", "Internet at home",
                    "StageName", "Post Processing",
                    "CloseDate", LocalDate.of(2026, 3, 1)));
    var order = scene.order().with("OpportunityId", opportunity).item(scene.internet(), 1).create();

    scene.approve(order);
    scene.awaitActivation(order, "Activated");

    var service = scene.billed(order).get(0).services().get(0);
    assertThat(scene.text(opportunity, "WHMCS_Service_ID__c"))
        .isEqualTo(String.valueOf(service.id()));
    assertThat(scene.text(opportunity, "WH_Registeration__c"))
        .isEqualTo("#" + scene.clientOf(order));
  }

  @Test
  @DisplayName("a scheduled activation waits for its time, then goes")
  void scheduledActivationWaits() {
    var due = Instant.now().plusSeconds(3);
    var order =
        scene
            .order()
            .with("Activation_Type__c", "Scheduled")
            .with("Activation_Scheduled_At__c", due)
            .item(scene.internet(), 1)
            .create();

    scene.approve(order);

    Awaitility.await()
        .atMost(Scene.PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !scene.billed(order).isEmpty());
    assertThat(firstCreation(order)).isAfterOrEqualTo(due);
    scene.awaitActivation(order, "Activated");
    assertThat(scene.billed(order)).hasSize(1);
  }

  private static Instant firstCreation(String order) {
    return scene.world().whmcs().calls().made().stream()
        .filter(call -> call.action().equals("AddOrder"))
        .filter(call -> call.clientId() == scene.clientOf(order))
        .findFirst()
        .orElseThrow()
        .at();
  }
}
