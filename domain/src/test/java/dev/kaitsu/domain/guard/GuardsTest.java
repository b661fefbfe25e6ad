package dev.kaitsu.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.port.out.FulfillmentListener.Skip;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Work on an order starts only if Salesforce asks for it, as the order is now")
class GuardsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

  @Test
  @DisplayName("an approved order that is activating, not billed and due may start")
  void proceeds() {
    assertThat(check(AnOrder.activating())).isEqualTo(Verdict.PROCEED);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Activated", "Failed", "activating", "Whatever"})
  @DisplayName("any other Activation_Status__c means: do nothing")
  void notActivating(String value) {
    assertThat(check(AnOrder.activating().withActivationStatus(value)))
        .isEqualTo(
            new Verdict.LeaveAlone(
                Skip.NOT_ACTIVATING, "Activation_Status__c is " + value + ", not Activating"));
  }

  @Test
  @DisplayName("so does an empty one")
  void neverActivated() {
    assertThat(check(AnOrder.activating().withoutActivationStatus()))
        .isEqualTo(
            new Verdict.LeaveAlone(
                Skip.NOT_ACTIVATING, "Activation_Status__c is empty, not Activating"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Draft", "Pending Review", "Completed", "Cancelled", "Processed"})
  @DisplayName("an order that is not approved is left alone")
  void notApproved(String status) {
    assertThat(check(AnOrder.activating().withStatus(status)))
        .isEqualTo(
            new Verdict.LeaveAlone(
                Skip.NOT_APPROVED, "Status is " + status + ", neither Approved nor Reactivate"));
  }

  @Test
  @DisplayName("Reactivate approves as Approved does")
  void reactivate() {
    assertThat(check(AnOrder.activating().withStatus("Reactivate"))).isEqualTo(Verdict.PROCEED);
  }

  @Test
  @DisplayName("an org that does not fill Status approves by Activating alone")
  void withoutStatus() {
    assertThat(check(AnOrder.activating().withoutStatus())).isEqualTo(Verdict.PROCEED);
  }

  @Test
  @DisplayName("an order with a WHMCS id has its bill and gets no second one")
  void alreadyBilled() {
    assertThat(check(AnOrder.activating().billedAs("1001")))
        .isEqualTo(
            new Verdict.LeaveAlone(
                Skip.ALREADY_BILLED, "it is billed already, as WHMCS order 1001"));
  }

  @Test
  @DisplayName("a scheduled order waits for its time")
  void scheduled() {
    var due = NOW.plus(Duration.ofMinutes(20));
    assertThat(check(AnOrder.activating().scheduledFor(due)))
        .isEqualTo(new Verdict.Wait(due, "activation is scheduled for " + due));
  }

  @Test
  @DisplayName("it is looked at every hour while it waits, since its time may move")
  void scheduledFarAhead() {
    var due = NOW.plus(Duration.ofDays(9));
    assertThat(check(AnOrder.activating().scheduledFor(due)))
        .isEqualTo(
            new Verdict.Wait(NOW.plus(Duration.ofHours(1)), "activation is scheduled for " + due));
  }

  @Test
  @DisplayName("its time has come at that very moment")
  void due() {
    assertThat(check(AnOrder.activating().scheduledFor(NOW))).isEqualTo(Verdict.PROCEED);
  }

  @Test
  @DisplayName("waiting holds for every kind of order")
  void scheduledSim() {
    var due = NOW.plusSeconds(60);
    assertThat(check(AnOrder.activating().withLines(ALine.sim()).scheduledFor(due)))
        .isInstanceOf(Verdict.Wait.class);
  }

  @Test
  @DisplayName("scheduled without a time does not wait: mapping refuses it")
  void scheduledWithoutTime() {
    assertThat(check(AnOrder.activating().scheduledWithoutTime())).isEqualTo(Verdict.PROCEED);
  }

  private static Verdict check(AnOrder order) {
    return Guards.check(order.order(), NOW);
  }
}
