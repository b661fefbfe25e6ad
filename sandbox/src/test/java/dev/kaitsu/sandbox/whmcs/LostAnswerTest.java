package dev.kaitsu.sandbox.whmcs;

import static dev.kaitsu.sandbox.whmcs.WhmcsScene.CLIENT;
import static dev.kaitsu.sandbox.whmcs.WhmcsScene.MARKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A lost answer says nothing about the order")
class LostAnswerTest {
  private final WhmcsScene scene = new WhmcsScene();

  @AfterEach
  void close() {
    scene.close();
  }

  private int marked() {
    return scene.whmcs.books().ordersMarked(MARKER).size();
  }

  @Test
  @DisplayName("the connection drops after the commit: the order is there")
  void dropAfter() {
    scene.whmcs.faults().script("AddOrder", Fault.after(Symptom.DROP), 1);
    assertThatThrownBy(scene::order).isInstanceOf(UncheckedIOException.class);
    assertThat(marked()).isEqualTo(1);
  }

  @Test
  @DisplayName("502 before the commit: no order; the next call works")
  void badGatewayBefore() {
    scene.whmcs.faults().script("AddOrder", Fault.before(Symptom.HTTP_502_HTML), 1);
    String[] order = {"clientid", "1001", "paymentmethod", "mailin", "pid[0]", "182"};
    assertThat(scene.api.answer("AddOrder", order).statusCode()).isEqualTo(502);
    assertThat(scene.whmcs.books().orders()).isEmpty();
    assertThat(scene.api.answer("AddOrder", order).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("a late commit: the order appears after its caller was told 504")
  void lateCommit() {
    var late = Fault.after(Symptom.LATE_COMMIT).delayedBy(Duration.ofMillis(200));
    scene.whmcs.faults().script("AddOrder", late, 1);
    var answer =
        scene.api.answer(
            "AddOrder",
            "clientid",
            "1001",
            "paymentmethod",
            "mailin",
            "pid[0]",
            "182",
            "notes",
            "sfOrderId=" + MARKER);
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(marked()).isZero();
    await().untilAsserted(() -> assertThat(marked()).isEqualTo(1));
  }

  @Test
  @DisplayName("a success may lack the order id")
  void successWithoutId() {
    scene.whmcs.faults().script("AddOrder", Fault.after(Symptom.SUCCESS_WITHOUT_ID), 1);
    assertThat(scene.order()).hasToString("{\"result\":\"success\"}");
    assertThat(marked()).isEqualTo(1);
  }

  @Test
  @DisplayName("orders of one client that overlap are noticed")
  void overlap() {
    scene.order();
    assertThat(scene.whmcs.calls().mostOrdersAtOnce(CLIENT)).isEqualTo(1);
    var hold = Fault.before(Symptom.DELAY).delayedBy(Duration.ofMinutes(1));
    scene.whmcs.faults().script("AddOrder", hold, 1);
    var first = CompletableFuture.runAsync(scene::order);
    await().until(() -> scene.whmcs.calls().count("AddOrder") == 2);
    scene.order();
    assertThat(scene.whmcs.calls().mostOrdersAtOnce(CLIENT)).isEqualTo(2);
    assertThat(scene.whmcs.calls().mostOrdersAtOnce()).isEqualTo(2);
    assertThat(first).isNotDone();
  }
}
