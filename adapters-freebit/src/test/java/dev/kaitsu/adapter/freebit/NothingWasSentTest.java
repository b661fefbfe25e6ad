package dev.kaitsu.adapter.freebit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.freebit.FreebitEmulator;
import dev.kaitsu.testkit.ASim;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A call is certainly unsent, or it is in doubt and was sent once")
class NothingWasSentTest {
  private static final String LINE = ASim.line(4711).digits();

  private final FreebitEmulator emulator = FreebitEmulator.start();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  @DisplayName("an unknown host name")
  void unknownHost() {
    var halt = haltAt(Operator.config(URI.create("https://nowhere.invalid")));

    assertThat(halt).isInstanceOf(Halt.Failed.class);
    assertThat(halt.code()).isEqualTo(FailureCode.ENOTFOUND);
  }

  @Test
  @DisplayName("a refused connection")
  void refusedConnection() {
    var halt = haltAt(Operator.config(Operator.nobodyThere()));

    assertThat(halt).isInstanceOf(Halt.Failed.class);
    assertThat(halt.code()).isEqualTo(FailureCode.ECONNREFUSED);
  }

  @Test
  @DisplayName("an answer that does not come in time is doubt, and taken once")
  void late() {
    emulator
        .faults()
        .script("PA05-41", Fault.after(Symptom.DELAY).delayedBy(Duration.ofMinutes(1)), 1);

    var halt = haltAt(Operator.config(emulator.uri(), Duration.ofMillis(500)));

    assertThat(halt).isInstanceOf(Halt.Uncertain.class);
    assertThat(halt.code()).isEqualTo(FailureCode.ETIMEOUT);
    assertThat(emulator.journal().timesActivated(LINE)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Symptom.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DELAY", "SUCCESS_WITHOUT_ID"})
  @DisplayName("whatever else happens after the call was taken is doubt, and it is taken once")
  void doubt(Symptom symptom) {
    emulator.faults().script("PA05-41", Fault.after(symptom), 1);

    var halt = haltAt(Operator.config(emulator.uri()));

    assertThat(halt).isInstanceOf(Halt.Uncertain.class);
    assertThat(emulator.journal().calls("PA05-41")).isEqualTo(1);
  }

  private static Halt haltAt(FreebitConfig config) {
    try (var freebit = Operator.freebit(config)) {
      var request = ASim.request(SimKind.ESIM_NEW, ASim.line(4711));
      return catchThrowableOfType(
              ExternalCallException.class,
              () -> freebit.simCards().send(request, SimCall.ESIM_ACTIVATION))
          .halt();
    }
  }
}
