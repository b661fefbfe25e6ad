package dev.kaitsu.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.NoHolds;
import dev.kaitsu.model.Order;
import dev.kaitsu.port.in.FulfillmentDesk.Request;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryCustomerDirectory;
import dev.kaitsu.testkit.InMemoryInbox;
import dev.kaitsu.testkit.InMemoryLedger;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.JobRunner;
import dev.kaitsu.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A service embeds the packaged domain, wired as the README shows")
class EmbeddingTest {
  private final SettableClock clock = new SettableClock();
  private final CrashPoints crashes = new CrashPoints();
  private final InMemoryOrders salesforce = new InMemoryOrders(clock, crashes);
  private final InMemoryBilling billing = new InMemoryBilling(crashes);
  private final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory();
  private final InMemoryStore store = new InMemoryStore(clock, crashes);
  private final EmbeddedFulfillment fulfillment =
      new EmbeddedFulfillment(
          new FulfillmentPorts(
              salesforce,
              billing,
              customers,
              new InMemoryLedger(store),
              new InMemoryInbox(store),
              new NoHolds(),
              Optional.empty(),
              new FulfillmentListener() {}),
          Runnable::run);
  private final JobRunner jobs = new JobRunner(fulfillment.work(), store, clock);

  @BeforeEach
  void approveOne() {
    customers.link(AnOrder.ACCOUNT, AnOrder.CLIENT);
    billing.office().clientWithPaymentMethod(AnOrder.CLIENT);
    salesforce.put(AnOrder.activating());
  }

  @Test
  @DisplayName("an order that is asked for goes live, billed once")
  void goesLive() {
    assertThat(fulfillment.desk().fulfill(AnOrder.ID)).isInstanceOf(Request.Accepted.class);
    jobs.runDue();

    assertThat(activation()).contains("Activated");
    assertThat(billing.timesBilled(AnOrder.ID)).isEqualTo(1);
  }

  @Test
  @DisplayName("an order that nobody tells of is found by the sweep, and asking again is refused")
  void isSwept() {
    assertThat(fulfillment.sweep().sweep()).isEqualTo(1);
    jobs.runDue();

    assertThat(activation()).contains("Activated");
    assertThat(fulfillment.desk().fulfill(AnOrder.ID)).isInstanceOf(Request.Refused.class);
    assertThat(billing.timesBilled(AnOrder.ID)).isEqualTo(1);
  }

  private Optional<String> activation() {
    Order order = salesforce.order(AnOrder.ID);
    return order.activationStatus();
  }

  @ParameterizedTest
  @ValueSource(classes = {FulfillmentOrchestrator.class, Order.class})
  @DisplayName("domain and ports come out of their jars, as named modules")
  void comesFromTheJar(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource().getLocation();

    assertThat(source.getPath()).endsWith(".jar");
    assertThat(type.getModule().getName()).startsWith("dev.kaitsu.");
  }

  @Test
  @DisplayName("the README shows this very wiring")
  void readmeShowsIt() throws IOException {
    var source = "src/main/java/dev/kaitsu/consumer/EmbeddedFulfillment.java";
    var code = Files.readString(Path.of(source));
    var shown = code.substring(code.indexOf("public final class")).strip();

    assertThat(Files.readString(Path.of("../README.md")))
        .contains("```java\n" + shown + "\n```")
        .contains(source);
  }
}
