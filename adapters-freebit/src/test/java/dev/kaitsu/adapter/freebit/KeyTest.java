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
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
    "A key is fetched once for all, used for its lifetime, and replaced when it is refused")
class KeyTest {
  private static final String KEY = "freebit:auth:token";

  private final SettableClock clock = new SettableClock();
  private final InMemorySharedTokens tokens = new InMemorySharedTokens(clock);
  private final FreebitEmulator emulator = FreebitEmulator.start();
  private final List<Freebit> opened = new ArrayList<>();
  private final Freebit freebit = node();

  @BeforeEach
  void aLine() {
    emulator.books().hasLine(ASim.line(1).digits(), "PASI_10G");
  }

  @AfterEach
  void close() {
    opened.forEach(Freebit::close);
    emulator.close();
  }

  @Test
  @DisplayName("once however many ask at the same time")
  void onceInOneProcess() throws InterruptedException, ExecutionException {
    emulator.faults().latency("PA01-01", Duration.ofMillis(100));
    var threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> looks = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        looks.add(CompletableFuture.runAsync(() -> look(freebit), threads));
      }
      for (var each : looks) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(logins()).isEqualTo(1);
  }

  @Test
  @DisplayName("once for all nodes, found under the name that operators know")
  void onceForAllNodes() {
    look(freebit);
    look(node());

    assertThat(logins()).isEqualTo(1);
    assertThat(tokens.find(KEY)).isPresent();
    assertThat(tokens.find(KEY).orElseThrow()).doesNotContain(FreebitEmulator.OEM_KEY);
  }

  @Test
  @DisplayName("again when its lifetime is over")
  void lifetime() {
    look(freebit);
    clock.advance(Duration.ofMinutes(14));
    look(freebit);
    assertThat(logins()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(1));
    look(freebit);

    assertThat(logins()).isEqualTo(2);
  }

  @Test
  @DisplayName("a refused key is replaced, and the call that met it is done, once")
  void renews() {
    look(freebit);
    emulator.expireKeys();

    activate(freebit);

    assertThat(logins()).isEqualTo(2);
    assertThat(emulator.journal().timesActivated(ASim.line(2).digits())).isEqualTo(1);
    assertThat(emulator.journal().calls("PA05-41")).isEqualTo(2);
  }

  @Test
  @DisplayName("a refused key of one node does not bring another that may be as dead")
  void distrustsOlderKeys() {
    look(freebit);
    clock.advance(Duration.ofMinutes(1));
    var other = node();
    assertThat(other.probe().problem()).isEmpty(); // a newer key, shared
    clock.advance(Duration.ofMinutes(1));
    emulator.expireKeys();

    look(freebit);

    assertThat(logins()).isEqualTo(3);
    assertThat(emulator.journal().calls("PA03-02")).isEqualTo(3);
  }

  @Test
  @DisplayName("where even a new key is refused, nobody sends a third time nor logs in on and on")
  void givesUp() {
    emulator.behaviour().refuseNext("PA05-41", "401", "");
    emulator.behaviour().refuseNext("PA05-41", "401", "");

    var halt = haltOf(() -> activate(freebit));
    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(halt.code()).isEqualTo(FailureCode.SIM_ACCESS_REFUSED);
    assertThat(halt.reason()).contains("FREEBIT_OEM_KEY");
    assertThat(emulator.journal().calls("PA05-41")).isEqualTo(2);

    assertThat(haltOf(() -> activate(freebit)).code()).isEqualTo(FailureCode.SIM_ACCESS_REFUSED);
    assertThat(logins()).isEqualTo(2);
  }

  @Test
  @DisplayName("an answer that is lost after the key was replaced is doubt like any other")
  void doubtAfterRenewal() {
    look(freebit);
    emulator.expireKeys();
    emulator.faults().script("PA05-41", Fault.before(Symptom.DELAY), 1); // the refusal itself
    emulator.faults().script("PA05-41", Fault.after(Symptom.DROP), 1);

    assertThat(haltOf(() -> activate(freebit))).isInstanceOf(Halt.Uncertain.class);
    assertThat(emulator.journal().timesActivated(ASim.line(2).digits())).isEqualTo(1);
    assertThat(emulator.journal().calls("PA05-41")).isEqualTo(2);
  }

  @Test
  @DisplayName("a changed credential does not use the key of the old one")
  void rotation() {
    look(freebit);
    var rotated =
        node(
            new FreebitConfig.Credential(FreebitEmulator.OEM_ID, "the-new-key-of-this-credential"));

    var halt = haltOf(() -> look(rotated));

    assertThat(halt.code()).isEqualTo(FailureCode.SIM_ACCESS_REFUSED);
    assertThat(logins()).isEqualTo(2);
    look(freebit);
  }

  @Test
  @DisplayName("a refused credential is not tried again at once, and nothing was sent")
  void refusedLogin() {
    var stranger = node(new FreebitConfig.Credential("nobody", "nothing"));

    assertThat(haltOf(() -> activate(stranger))).isInstanceOf(Halt.Refused.class);
    assertThat(haltOf(() -> activate(stranger)).code()).isEqualTo(FailureCode.SIM_ACCESS_REFUSED);

    assertThat(logins()).isEqualTo(1);
    assertThat(emulator.journal().calls("PA05-41")).isZero();
  }

  @Test
  @DisplayName("a login without an answer leaves nothing in doubt")
  void lostLogin() {
    emulator.faults().script("PA01-01", Fault.after(Symptom.TRUNCATED), 2);

    assertThat(haltOf(() -> activate(freebit))).isInstanceOf(Halt.Failed.class);
    assertThat(emulator.journal().calls("PA05-41")).isZero();
  }

  @Test
  @DisplayName("what somebody else left under the name is not used")
  void foreignValue() {
    tokens.save(KEY, "{\"authKey\":\"of-the-portal\"}", Duration.ofMinutes(15));

    look(freebit);

    assertThat(logins()).isEqualTo(1);
  }

  private int logins() {
    return emulator.journal().calls("PA01-01");
  }

  private Freebit node() {
    return node(Operator.credential());
  }

  private Freebit node(FreebitConfig.Credential credential) {
    var config = FreebitConfig.of(emulator.uri(), credential);
    var node = new Freebit(config, tokens, clock, FreebitCallListener.NONE);
    opened.add(node);
    return node;
  }

  private static void look(Freebit at) {
    assertThat(at.simCards().find(ASim.line(1))).isPresent();
  }

  private static void activate(Freebit at) {
    at.simCards().send(ASim.request(SimKind.ESIM_NEW, ASim.line(2)), SimCall.ESIM_ACTIVATION);
  }

  private static Halt haltOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ExternalCallException.class, call).halt();
  }
}
