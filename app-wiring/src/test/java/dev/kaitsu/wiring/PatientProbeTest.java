package dev.kaitsu.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.port.out.HealthProbe;
import java.util.ArrayDeque;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A store is asked for its health by the node itself")
class PatientProbeTest {
  private final CountingProbe database = new CountingProbe();

  @Test
  @DisplayName("each time somebody wants to know")
  void eachTime() {
    var probe = new PatientProbe(database, Runnable::run);
    assertThat(probe.problem()).isEmpty();

    database.answer = Optional.of("it is read-only");
    assertThat(probe.problem()).contains("it is read-only");
    assertThat(database.asked).isEqualTo(2);
  }

  @Test
  @DisplayName("but never twice at once; silence is a problem of its own, not a page that hangs")
  void silence() {
    var open = new ArrayDeque<Runnable>();
    var probe = new PatientProbe(database, open::add);
    assertThat(probe.problem().orElseThrow()).contains("database has not answered for 1 s");
    assertThat(probe.problem()).isPresent();
    assertThat(open).as("questions while the first is open").hasSize(1);

    open.remove().run();
    probe.problem();
    assertThat(open).as("questions once it was answered").hasSize(1);
  }

  @Test
  @DisplayName("and a probe that breaks is told by its name")
  void broken() {
    database.defect = Optional.of(new IllegalStateException("broken"));
    assertThat(new PatientProbe(database, Runnable::run).problem().orElseThrow())
        .contains("database could not be asked");
  }

  /** Counts how often it is asked. */
  private static final class CountingProbe implements HealthProbe {
    private int asked;
    private Optional<String> answer = Optional.empty();
    private Optional<RuntimeException> defect = Optional.empty();

    @Override
    public String name() {
      return "database";
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
