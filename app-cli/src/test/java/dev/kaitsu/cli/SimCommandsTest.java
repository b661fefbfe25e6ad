package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.store.PostgresOptions;
import dev.kaitsu.sandbox.whmcs.WhmcsClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SIM lines are managed from the command line")
class SimCommandsTest {
  private static final int CLIENT = 7_001;
  private static final AtomicInteger LAST = new AtomicInteger();
  private static OutsideWorld world;

  @BeforeAll
  static void open() {
    world = OutsideWorld.start(PostgresOptions.fast());
    world.whmcs().add(WhmcsClient.active(CLIENT));
    world.mappings().link("0015g00000SimCLAAA", CLIENT);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @AfterEach
  void calm() {
    world.whmcs().behaviour().acceptCards();
  }

  private static Run kaitsu(String... arguments) {
    var environment = new HashMap<>(world.environment());
    environment.remove("REDIS_URL");
    environment.put("KAITSU_SWEEP_INTERVAL", "1h");
    return Run.of(environment, arguments);
  }

  private static String liveLine() {
    var number = "0901111%04d".formatted(LAST.incrementAndGet());
    world.freebit().books().hasLine(number, "PASI_10G");
    return number;
  }

  private static Run topUp(String line, String... more) {
    var arguments = new ArrayList<>(List.of("sim", "top-up", line));
    arguments.addAll(
        List.of("--mb", "1024", "--client", "" + CLIENT, "--amount", "550", "--by", "me"));
    arguments.addAll(List.of(more));
    return kaitsu(arguments.toArray(String[]::new));
  }

  @Test
  @DisplayName("details shows the line, its number masked")
  void details() {
    var line = liveLine();

    var run = kaitsu("sim", "details", line, "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/plan").asText()).isEqualTo("PASI_10G");
    assertThat(run.out()).doesNotContain(line).contains(line.substring(7));
  }

  @Test
  @DisplayName("details of a line that Freebit does not know ends with 3")
  void unknownLine() {
    assertThat(kaitsu("sim", "details", "09099998888").exitCode()).isEqualTo(3);
  }

  @Test
  @DisplayName("what is no number is told without repeating it")
  void noNumber() {
    var run = kaitsu("sim", "details", "0901234567");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("11 to 14 digits").doesNotContain("0901234567");
  }

  @Test
  @DisplayName("top-up charges the client, adds the data and shows the end")
  void paid() {
    var line = liveLine();

    var run = topUp(line, "-o", "json");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.json().at("/state").asText()).isEqualTo("done");
    int invoice = run.json().at("/whmcsInvoice").asInt();
    assertThat(world.whmcs().books().invoice(invoice).orElseThrow().charges()).isEqualTo(1);
    assertThat(world.freebit().books().quotaCodes(line))
        .containsExactly("kaitsu-" + run.json().at("/operation").asText());
  }

  @Test
  @DisplayName("top-up ends with 1 where the card is refused, and gives no data")
  void refusedCard() {
    world.whmcs().behaviour().refuseCards("Card Declined");
    var line = liveLine();

    var run = topUp(line, "-o", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().at("/code").asText()).isEqualTo("PAYMENT_REFUSED");
    assertThat(run.json().at("/reason").asText()).contains("stays unpaid");
    assertThat(world.freebit().books().quotaCodes(line)).isEmpty();
  }

  @Test
  @DisplayName("a key makes a repeat the same operation, and another request under it end with 4")
  void keyed() {
    var line = liveLine();
    var first = topUp(line, "--key", "k-" + line, "-o", "json");
    var again = topUp(line, "--key", "k-" + line, "-o", "json");
    var other =
        kaitsu("sim", "change-plan", line, "--plan", "P", "--by", "me", "--key", "k-" + line);

    assertThat(again.json().at("/operation")).isEqualTo(first.json().at("/operation"));
    assertThat(world.freebit().books().quotaCodes(line)).hasSize(1);
    assertThat(other.exitCode()).isEqualTo(4);
  }

  @Test
  @DisplayName("a second change inside the gap waits, is listed and cancelled; or ends with 4")
  void gap() {
    var line = liveLine();
    var plan = new String[] {"sim", "change-plan", line, "--plan", "PASI_50G", "--by", "me"};
    assertThat(kaitsu(plan).exitCode()).isZero();

    var refused = kaitsu(with(plan, "--when-busy", "refuse"));
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("ask again at 20", "run at 20");

    var queued = kaitsu(with(plan, "-o", "json"));
    assertThat(queued.exitCode()).isZero();
    assertThat(queued.json().at("/state").asText()).isEqualTo("waiting");
    assertThat(queued.json().at("/mayRunAt").asText()).startsWith("20");
    var id = queued.json().at("/operation").asText();
    assertThat(kaitsu("sim", "operations").out()).contains(id).doesNotContain(line);

    var cancelled = kaitsu("sim", "cancel", id, "--by", "me", "-o", "json");
    assertThat(cancelled.json().at("/state").asText()).isEqualTo("cancelled");
    assertThat(kaitsu("sim", "cancel", id, "--by", "me").exitCode()).isEqualTo(4);
    assertThat(kaitsu("sim", "settle", id, "--done", "--by", "me").exitCode()).isEqualTo(4);
    assertThat(kaitsu("sim", "operations", line).out()).contains(id, "cancelled", "done");
  }

  @Test
  @DisplayName("a change of the network waits for its delay")
  void network() {
    var run =
        kaitsu("sim", "change-network", liveLine(), "--network", "5G", "--by", "me", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/state").asText()).isEqualTo("waiting");
  }

  @Test
  @DisplayName("bad values end with 2")
  void badValues() {
    var line = liveLine();
    assertThat(kaitsu("sim", "change-network", line, "--network", "6G", "--by", "me").exitCode())
        .isEqualTo(2);
    assertThat(kaitsu("sim", "cancel", "41", "--by", "me").exitCode()).isEqualTo(2);
    var id = "00000000-0000-0000-0000-000000000001";
    assertThat(kaitsu("sim", "cancel", id, "--by", " ").exitCode()).isEqualTo(2);
    assertThat(kaitsu("sim", "retry", id, "--by", "").exitCode()).isEqualTo(2);
    assertThat(kaitsu("sim", "settle", id, "--done", "--by", " ").exitCode()).isEqualTo(2);
    var far = kaitsu("sim", "change-plan", line, "--plan", "P", "--by", "me", "--on", "2200-01-01");
    assertThat(far.exitCode()).isEqualTo(2);
    assertThat(far.err()).contains("on: a day lies in the years");
  }

  @Test
  @DisplayName("an amount beyond all bounds ends with 2, and is not written out")
  void hugeAmount() {
    for (var wrong : List.of("1e999999999", "9".repeat(5_000))) {
      var run =
          kaitsu(
              "sim",
              "top-up",
              liveLine(),
              "--mb",
              "1",
              "--client",
              "1",
              "--amount",
              wrong,
              "--by",
              "me");
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("amount").hasSizeLessThan(4_000);
    }
  }

  private static String[] with(String[] arguments, String... more) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
