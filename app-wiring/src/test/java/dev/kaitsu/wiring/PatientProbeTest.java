package dev.kaitsu.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A system of another company is asked for its health now and then")
class PatientProbeTest {
  private final SettableClock clock = new SettableClock();
  private final CountingProbe whmcs = new CountingProbe();

  @Test
  @DisplayName("at most once a minute, however often the page is read")
  void onceAMinute() {
    var probe = probe(Runnable::run);
    probe.problem();
    clock.advance(Duration.ofSeconds(59));
    probe.problem();
    assertThat(whmcs.asked).isEqualTo(1);

    clock.advance(Duration.ofSeconds(2));
    probe.problem();
    assertThat(whmcs.asked).isEqualTo(2);
  }

  @Test
  @DisplayName("a login only every quarter of an hour, but after a minute where it failed")
  void logins() {
    var probe = PatientProbe.ofLogin(whmcs, Runnable::run, clock);
    probe.problem();
    clock.advance(Duration.ofMinutes(14));
    probe.problem();
    assertThat(whmcs.asked).isEqualTo(1);

    whmcs.answer = Optional.of("refused");
    clock.advance(Duration.ofMinutes(2));
    assertThat(probe.problem()).contains("refused");
    clock.advance(Duration.ofSeconds(61));
    probe.problem();
    assertThat(whmcs.asked).isEqualTo(3);
  }

  @Test
  @DisplayName("and its answer stands until it is asked again")
  void answerStands() {
    var probe = probe(Runnable::run);
    whmcs.answer = Optional.of("the credentials are refused");
    assertThat(probe.problem()).contains("the credentials are refused");

    whmcs.answer = Optional.empty();
    assertThat(probe.problem()).contains("the credentials are refused");
    clock.advance(Duration.ofSeconds(61));
    assertThat(probe.problem()).isEmpty();
  }

  @Test
  @DisplayName("and one that does not answer is a problem of its own, not a page that hangs")
  void silence() {
    Executor never = work -> {};
    assertThat(probe(never).problem().orElseThrow()).contains("whmcs has not answered");
  }

  @Test
  @DisplayName("our own store is asked each time, but never twice at once")
  void store() {
    var open = new ArrayDeque<Runnable>();
    var probe = PatientProbe.ofStore(whmcs, open::add, clock);
    assertThat(probe.problem().orElseThrow()).contains("has not answered for 1 s");
    clock.advance(Duration.ofSeconds(5));
    probe.problem();
    assertThat(open).as("questions while the first is open").hasSize(1);

    open.remove().run();
    assertThat(PatientProbe.ofStore(whmcs, Runnable::run, clock).problem()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    probe.problem();
    assertThat(open).as("questions once it was answered").hasSize(1);
  }

  @Test
  @DisplayName("and a probe that breaks is told by its name")
  void broken() {
    whmcs.defect = Optional.of(new IllegalStateException("broken"));
    assertThat(probe(Runnable::run).problem().orElseThrow()).contains("whmcs could not be asked");
  }

  private PatientProbe probe(Executor beside) {
    return PatientProbe.ofRemote(whmcs, beside, clock);
  }

  /** Counts how often it is asked. */
  private static final class CountingProbe implements HealthProbe {
    private int asked;
    private Optional<String> answer = Optional.empty();
    private Optional<RuntimeException> defect = Optional.empty();

    @Override
    public String name() {
      return "whmcs";
    }

    @Override
    public Optional<String> problem() {
      asked++;
      defect.ifPresent(
          broken -> {
            throw broken;
          });
      return answer;
    }
  }
}
