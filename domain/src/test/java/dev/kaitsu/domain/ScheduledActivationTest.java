package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryOrders;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scheduled activation waits for its time")
class ScheduledActivationTest {
  private final World world = new World();

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Internet", "VPN", "Other", "SIM"})
  @DisplayName("whatever the kind of order, nothing happens before, and it goes on by itself then")
  void waits(String type) {
    var due = world.clock.instant().plus(Duration.ofHours(5));
    world.fulfill(AnOrder.activating().withType(type).scheduledFor(due));
    world.jobs.runFor(Duration.ofHours(5).minusMillis(1));
    assertThat(world.facts()).isEmpty();
    assertThat(world.activation()).isEqualTo("Activating");

    world.jobs.runFor(Duration.ofMillis(1));
    assertThat(world.activation()).isEqualTo(type.equals("SIM") ? "Failed" : "Activated");
  }

  @Test
  @DisplayName("it is looked at at least hourly, so that a time that moved without a word counts")
  void movedWithoutAHint() {
    var due = world.clock.instant().plus(Duration.ofDays(30));
    world.fulfill(AnOrder.activating().scheduledFor(due));
    world.salesforce.operatorEdits(
        AnOrder.ID, order -> order.scheduledFor(world.clock.instant().plusSeconds(60)));
    world.jobs.runFor(Duration.ofHours(1));

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.calls(InMemoryOrders.Call.FIND)).isEqualTo(2);
  }

  @Test
  @DisplayName("a hint brings it forward at once")
  void movedWithAHint() {
    world.fulfill(
        AnOrder.activating().scheduledFor(world.clock.instant().plus(Duration.ofDays(30))));
    world.salesforce.operatorEdits(AnOrder.ID, order -> order.scheduledFor(world.clock.instant()));
    world.hint(AnOrder.ID);
    world.jobs.runDue();
    assertThat(world.activation()).isEqualTo("Activated");
  }

  @Test
  @DisplayName("taken back while it waits, it is left alone")
  void takenBack() {
    world.fulfill(
        AnOrder.activating().scheduledFor(world.clock.instant().plus(Duration.ofHours(2))));
    world.salesforce.operatorSetsStatus(AnOrder.ID, "Cancelled");
    world.jobs.runFor(Duration.ofHours(3));
    assertThat(world.billing.created()).isEmpty();
    assertThat(world.salesforce.writes()).isEmpty();
  }

  @Test
  @DisplayName("without a time it fails with its own code")
  void withoutTime() {
    world.fulfill(AnOrder.activating().withLines(ALine.internet()).scheduledWithoutTime());
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.MAPPING_SCHEDULE);
  }
}
