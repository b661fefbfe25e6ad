package dev.kaitsu.domain.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Waits grow, and stay within bounds")
class WaitsTest {
  private static final Instant SENT = SettableClock.START;
  private static final Instant WINDOW_END = SENT.plusSeconds(600);

  @ParameterizedTest(name = "put off {0} times: {1} s")
  @CsvSource({"0, 1", "1, 2", "2, 4", "5, 32", "6, 60", "7, 60", "1000, 60"})
  @DisplayName("the next try comes after 1, 2, 4 … seconds, at most a minute")
  void backoff(int deferrals, int seconds) {
    assertThat(Backoff.after(deferrals)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest(name = "{0} ms after the call: in {1} ms")
  @CsvSource({
    "0, 5000",
    "4999, 5000",
    "5001, 5001",
    "60000, 60000",
    "300000, 300000",
    "300100, 300000"
  })
  @DisplayName("the next look is as far ahead as the call lies back, but not past the window's end")
  void looks(long since, long wait) {
    assertThat(nextLook(since)).isEqualTo(Duration.ofMillis(wait));
  }

  @ParameterizedTest(name = "{0} ms after the call: in {1} ms")
  @CsvSource({"599000, 1100", "600000, 100"})
  @DisplayName("the last one comes just after that end")
  void lastLook(long since, long wait) {
    assertThat(nextLook(since)).isEqualTo(Duration.ofMillis(wait));
  }

  @Test
  @DisplayName("this node's clock only says when; how long is measured on the ledger's")
  void anotherClock() {
    var here = SENT.minusSeconds(3600);
    assertThat(LookSchedule.next(fileAt(60_000), SENT, WINDOW_END, here))
        .isEqualTo(here.plusSeconds(60));
  }

  private static Duration nextLook(long millisSince) {
    var file = fileAt(millisSince);
    return Duration.between(file.now(), LookSchedule.next(file, SENT, WINDOW_END, file.now()));
  }

  private static CaseFile fileAt(long millisSince) {
    var sent = new LedgerFact.CreationSent(AnOrder.CLIENT, Optional.empty(), "digest");
    return CaseFile.of(
        new OrderHistory(
            AnOrder.ID, List.of(new LedgerEntry(1, 1, SENT, sent)), SENT.plusMillis(millisSince)));
  }
}
