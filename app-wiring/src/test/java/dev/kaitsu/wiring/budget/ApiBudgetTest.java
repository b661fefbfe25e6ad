package dev.kaitsu.wiring.budget;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kaitsu.adapter.salesforce.ApiUsage;
import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("Salesforce's daily calls")
class ApiBudgetTest {
  private final SettableClock clock = new SettableClock();
  private final ApiBudget budget = new ApiBudget(Thresholds.DEFAULTS, clock);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(ApiBudget.class.getPackageName());

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  @DisplayName("are told in the log once for each threshold that they fall below")
  void crossings() {
    for (int used = 75; used <= 98; used++) {
      budget.told(new ApiUsage(used, 100));
      budget.told(new ApiUsage(used, 100));
    }

    assertThat(log.list)
        .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
        .containsExactly(
            "WARN Of Salesforce's limit DailyApiRequests 19 of 100 are left",
            "WARN Salesforce's daily calls are kept for orders: 9 of 100 are left, so only each"
                + " tenth regular sweep and health check calls it",
            "ERROR ALARM: of Salesforce's limit DailyApiRequests only 4 of 100 are left: find who"
                + " uses it, or have it raised");
  }

  @Test
  @DisplayName("that hover around a threshold are told once, and once that they recovered")
  void hovering() {
    for (int i = 0; i < 5; i++) {
      budget.told(new ApiUsage(81, 100));
      budget.told(new ApiUsage(79, 100));
    }
    assertThat(log.list).hasSize(1);

    budget.told(new ApiUsage(70, 100));
    assertThat(log.list.get(1).getLevel()).isEqualTo(Level.INFO);
    assertThat(log.list.get(1).getFormattedMessage()).contains("has recovered");
  }

  @Test
  @DisplayName("and other limits are watched as well; one that the org has none of is not")
  void others() {
    budget.told(
        List.of(
            new ApiLimit("MonthlyPlatformEventsUsageEntitlement", 0, 0),
            new ApiLimit("DailyDeliveredPlatformEvents", 25_000, 100)));

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getFormattedMessage()).contains("DailyDeliveredPlatformEvents");
    assertThat(budget.isLow()).isFalse();
  }

  @Test
  @DisplayName("are not known before they are told, and forgotten when it was long ago")
  void forgotten() {
    assertThat(budget.dailyCalls()).isEmpty();
    budget.told(new ApiUsage(95, 100));
    assertThat(budget.dailyCalls()).contains(new ApiLimit("DailyApiRequests", 100, 5));
    assertThat(budget.isLow()).isTrue();

    clock.advance(Duration.ofMinutes(31));

    assertThat(budget.dailyCalls()).isEmpty();
    assertThat(budget.isLow()).isFalse();
  }

  @Test
  @DisplayName(
      "below the reserve are spent on each tenth sweep; the others are counted as left out")
  void sweeps() {
    var swept = new AtomicInteger();
    var shed = new AtomicInteger();
    var sweep = new RationedSweep(swept::incrementAndGet, budget, shed::incrementAndGet);
    for (int i = 0; i < 10; i++) {
      sweep.sweep();
    }
    assertThat(swept).hasValue(10);

    budget.told(new ApiUsage(91, 100));
    for (int i = 0; i < 30; i++) {
      sweep.sweep();
    }
    assertThat(swept).hasValue(13);
    assertThat(shed).hasValue(27);

    budget.told(new ApiUsage(50, 100));
    sweep.sweep();
    assertThat(swept).hasValue(14);
  }

  @Test
  @DisplayName("below the reserve are spent on each tenth health check")
  void healthChecks() {
    var ration = new Ration(budget);
    assertThat(ration.granted()).isTrue();

    budget.told(new ApiUsage(91, 100));
    for (int i = 0; i < 9; i++) {
      assertThat(ration.granted()).isFalse();
    }

    assertThat(ration.granted()).isTrue();
  }
}
