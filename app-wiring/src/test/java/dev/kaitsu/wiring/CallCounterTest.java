package dev.kaitsu.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.model.HealthClaim;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.testkit.InMemoryCallTallies;
import dev.kaitsu.testkit.InMemoryHealthBook;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Calls are counted for all nodes")
class CallCounterTest {
  private static final Duration LEASE = Duration.ofSeconds(45);

  private final SettableClock clock = new SettableClock();
  private final InMemoryCallTallies tallies = new InMemoryCallTallies(clock);
  private final InMemoryHealthBook book = new InMemoryHealthBook(clock);
  private final ArrayDeque<Runnable> later = new ArrayDeque<>();
  private final CallCounter counter = new CallCounter("whmcs", tallies, book, later::add);

  @Test
  @DisplayName("many calls are told in one go, and none twice")
  void oneGo() {
    counter.called(false);
    counter.called(true);
    counter.called(false);
    assertThat(tallies.recent()).isEmpty();
    assertThat(later).hasSize(1);

    later.remove().run();
    assertThat(tallies.recent()).isEqualTo(Map.of("whmcs", new CallTally(3, 1)));

    counter.called(false);
    later.remove().run();
    assertThat(tallies.recent()).isEqualTo(Map.of("whmcs", new CallTally(4, 1)));
  }

  @Test
  @DisplayName("a failed call has the system checked at once; one that went well does not")
  void hastens() {
    checkedJustNow();
    clock.advance(Duration.ofMinutes(1));
    counter.called(false);
    later.remove().run();
    assertThat(due()).isEmpty();

    counter.called(true);
    later.remove().run();
    assertThat(due()).hasSize(1);
  }

  private void checkedJustNow() {
    var well = new HealthResult("whmcs", HealthLevel.OK, Duration.ZERO, Optional.empty());
    book.record(due().get(0), well, Duration.ofMinutes(5));
  }

  private List<HealthClaim> due() {
    return book.claimDue(List.of("whmcs"), LEASE);
  }
}
