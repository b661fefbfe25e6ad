package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.operation.LookDecision.Adopt;
import dev.kaitsu.domain.operation.LookDecision.Gone;
import dev.kaitsu.domain.operation.LookDecision.LookAgain;
import dev.kaitsu.domain.operation.LookDecision.Park;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a look means for a call whose answer was lost")
class LookDecisionTest {
  private static final Instant SENT = Instant.parse("2026-11-20T03:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private static LookDecision decide(Sight sight, Duration after, boolean provable) {
    return LookDecision.of(sight, SENT, SENT.plus(after), WINDOW, provable);
  }

  @Test
  @DisplayName("what is seen is adopted, however late")
  void seen() {
    var sight = new Sight.Seen(Optional.empty());

    assertThat(decide(sight, Duration.ZERO, false)).isInstanceOf(Adopt.class);
    assertThat(decide(sight, Duration.ofDays(9), true)).isInstanceOf(Adopt.class);
  }

  @Test
  @DisplayName("a look that began a moment before the window closed proves nothing")
  void beforeTheEnd() {
    var before = WINDOW.minusMillis(1);

    assertThat(decide(new Sight.NotSeen(), before, true)).isInstanceOf(LookAgain.class);
    assertThat(decide(new Sight.NotSeen(), before, false)).isInstanceOf(LookAgain.class);
    assertThat(decide(new Sight.Unclear("?"), before, true)).isInstanceOf(LookAgain.class);
  }

  @Test
  @DisplayName("after the window, nothing seen is gone where that is proof, else parked")
  void afterTheEnd() {
    assertThat(decide(new Sight.NotSeen(), WINDOW, true)).isInstanceOf(Gone.class);
    assertThat(decide(new Sight.NotSeen(), WINDOW, false)).isInstanceOf(Park.class);
    assertThat(decide(new Sight.Unclear("?"), WINDOW, true)).isInstanceOf(Park.class);
  }

  @Test
  @DisplayName("where no look will ever tell, a person is asked at once")
  void blind() {
    assertThat(decide(new Sight.Blind("?"), Duration.ZERO, true)).isInstanceOf(Park.class);
  }

  @Test
  @DisplayName("looks that fail are never proof; a person is asked after a second window")
  void failed() {
    var failed = new Sight.Failed("away");

    assertThat(decide(failed, WINDOW, false)).isInstanceOf(LookAgain.class);
    assertThat(decide(failed, WINDOW.multipliedBy(2), false)).isInstanceOf(Park.class);
    assertThat(decide(failed, WINDOW, true)).isInstanceOf(LookAgain.class);
    assertThat(decide(failed, WINDOW.multipliedBy(2), true)).isInstanceOf(Park.class);
  }
}
