package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A result that Salesforce does not take")
class OwedResultsTest {
  private static Scene scene;
  private static RunningServer server;

  @BeforeAll
  static void open() {
    scene = new Scene();
    server = scene.serve();
  }

  @AfterAll
  static void close() {
    server.close();
    scene.close();
  }

  /** Used-up calls are waited for in minutes. */
  private static final String MINUTES_PASS =
      "update kaitsu.scheduled_tasks set execution_time = now() where task_name = 'fulfil'"
          + " and not picked and execution_time > now() + interval '1 minute'";

  @AfterEach
  void calm() {
    scene.calm();
  }

  @ParameterizedTest
  @EnumSource(WriteTrouble.class)
  @DisplayName("is owed, and delivered later without another word to WHMCS")
  void deliveredLater(WriteTrouble trouble) {
    var left = scene.plainOrder();
    var cancelled = scene.plainOrder();
    trouble.begins(scene.world().salesforce());
    scene.approve(List.of(left, cancelled));
    if (trouble.takesEffect()) {
      scene.awaitActivation(List.of(left, cancelled), "Activated"); // owed for a moment only
    } else {
      awaitOwed(left, cancelled);
      assertThat(scene.activation(left)).isEqualTo("Activating");
    }
    scene.world().salesforce().cancel(cancelled);
    scene.calm();
    awaitNothingOwed();

    for (var order : List.of(left, cancelled)) {
      var billed = scene.billed(order);
      assertThat(billed).hasSize(1);
      assertThat(scene.activation(order)).isEqualTo("Activated");
      assertThat(scene.text(order, "WHMCS_Order_ID__c"))
          .isEqualTo(String.valueOf(billed.get(0).id()));
      assertThat(scene.creatingCalls(order)).isEqualTo(1);
      assertThat(acceptances(billed.get(0).id())).isEqualTo(1);
    }
    assertThat(scene.text(left, "Status")).isEqualTo("Completed");
    assertThat(scene.text(cancelled, "Status")).isEqualTo("Cancelled");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteTrouble.class,
      names = {"SERVER_UNAVAILABLE", "DAILY_LIMIT"})
  @DisplayName("and was a failure is dropped where an operator asks again meanwhile")
  void failureIsDropped(WriteTrouble trouble) {
    var withoutLines = scene.order().create();
    trouble.begins(scene.world().salesforce());
    scene.approve(withoutLines);
    awaitOwed(withoutLines);
    awaitNextSecond();
    scene.world().salesforce().retry(withoutLines);
    scene.calm();
    awaitNothingOwed();

    assertThat(scene.activation(withoutLines)).isEqualTo("Failed");
    assertThat(facts(withoutLines, "WriteBackDropped")).isEqualTo(1);
    assertThat(facts(withoutLines, "AttemptStarted")).isEqualTo(2);
    assertThat(scene.creatingCalls(withoutLines)).isZero();
  }

  @Test
  @DisplayName("for good, because of a validation rule, is told as a failure in Salesforce's words")
  void validationError() {
    var order = scene.plainOrder();
    var error = ScriptedError.validation("The contract number is missing");
    scene.world().salesforce().errors().next("composite", error, 1);

    scene.approve(order);
    scene.awaitActivation(order, "Failed");

    assertThat(scene.text(order, "Activation_Error_Code__c"))
        .isEqualTo("SALESFORCE_RESULT_REFUSED");
    assertThat(scene.text(order, "Activation_Error_Message__c"))
        .contains("The contract number is missing");
    assertThat(scene.billed(order)).hasSize(1);
    scene.world().salesforce().retry(order);
    scene.awaitActivation(order, "Activated");
    assertThat(scene.creatingCalls(order)).isEqualTo(1);
    assertThat(acceptances(scene.billed(order).get(0).id())).isEqualTo(1);
  }

  /** Salesforce tells when a record was changed to the second only. */
  private static void awaitNextSecond() {
    long now = Instant.now().getEpochSecond();
    await().until(() -> Instant.now().getEpochSecond() > now);
  }

  private static void awaitOwed(String... orders) {
    await()
        .atMost(Scene.PATIENCE)
        .until(
            () ->
                scene
                    .database()
                    .rows(
                        "select order_id from kaitsu.orders where order_id in ('%s') and waiting_for like 'Salesforce has not taken%%'"
                            .formatted(String.join("', '", orders)))
                    .size(),
            waiting -> waiting == orders.length);
  }

  private static void awaitNothingOwed() {
    await().atMost(Scene.PATIENCE).until(OwedResultsTest::isNothingOwed);
  }

  private static boolean isNothingOwed() {
    scene.database().run(MINUTES_PASS);
    return scene
        .database()
        .rows(
            "select 1 from kaitsu.owed_write_backs"
                + " union all select 1 from kaitsu.scheduled_tasks where task_name = 'fulfil'")
        .isEmpty();
  }

  private static long facts(String order, String kind) {
    return scene
        .database()
        .rows(
            "select 1 from kaitsu.facts where order_id = '%s' and kind = '%s'"
                .formatted(order, kind))
        .size();
  }

  private static long acceptances(int billingOrder) {
    return scene.world().whmcs().calls().made().stream()
        .filter(call -> call.action().equals("AcceptOrder") && call.orderId() == billingOrder)
        .count();
  }
}
