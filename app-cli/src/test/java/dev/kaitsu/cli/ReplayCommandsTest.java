package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kaitsu replay")
class ReplayCommandsTest {
  private static final String EVENTS = "/event/OrderProvisionRequested__e";
  private static final String CHANGES = "/data/OrderChangeEvent";
  private static OutsideWorld world;
  private static byte[] firstId;

  @BeforeAll
  static void open() {
    world = OutsideWorld.start(PostgresOptions.fast());
    var demo = new DemoOrders(world);
    for (int i = 0; i < 3; i++) {
      world.salesforce().approve(demo.plain());
    }
    firstId = world.bus().events(EVENTS).get(0).replayId().bytes();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  /** Without Redis, so that a slow machine has nothing to remark. */
  private static Run kaitsu(String... arguments) {
    var environment = new HashMap<>(world.environment());
    environment.remove("REDIS_URL");
    return Run.of(Map.copyOf(environment), arguments);
  }

  private static String changes(String what) {
    return Sql.text(
        world,
        "select coalesce(string_agg(became || ' by ' || changed_by, ', ' order by id), '')"
            + " from kaitsu.cursor_changes where topic = '%s'".formatted(what));
  }

  @Test
  @DisplayName("show tells every channel, and where its next stream begins")
  void show() {
    var run = kaitsu("replay", "show", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/channels").findValuesAsText("topic"))
        .containsExactly(CHANGES, "/data/OrderItemChangeEvent", EVENTS);
    assertThat(kaitsu("replay", "show", CHANGES).out()).contains("nextStream", "from now on");
    assertThat(kaitsu("replay", "show", "/event/Nobody__e").endsWithOneLine(ExitCode.NOT_FOUND))
        .contains("/event/Nobody__e", EVENTS);
  }

  @Test
  @DisplayName("set without --yes counts what a replay would do, and changes nothing")
  void preview() {
    var hex = HexFormat.of().formatHex(firstId);

    var run = kaitsu("replay", "set", EVENTS, hex, "--by", "preview", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/eventsRead").asInt()).isEqualTo(2);
    assertThat(run.json().at("/receivedBefore").asInt()).isZero();
    assertThat(run.json().at("/ordersToLookAt/unknown").asInt()).isEqualTo(2);
    assertThat(run.json().at("/endOfPreview").asText()).isEqualTo("reached");
    assertThat(run.err()).contains("counts as a delivery", "Nothing is changed", "--yes");
    assertThat(changes(EVENTS)).doesNotContain("preview");
    assertThat(world.pubSub().traffic().openStreams(EVENTS)).isZero();
  }

  @Test
  @DisplayName("set reads no more events than it is allowed to, and says so")
  void limitedPreview() {
    var run =
        kaitsu("replay", "set", EVENTS, "earliest", "--by", "me", "--limit", "2", "-o", "json");

    assertThat(run.json().at("/eventsRead").asInt()).isEqualTo(2);
    assertThat(run.json().at("/endOfPreview").asText()).isEqualTo("event limit");
    assertThat(kaitsu("replay", "set", EVENTS, "earliest", "--by", "me", "--limit", "0").exitCode())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("set --yes moves the cursor and its copy, or asks for the earliest event")
  void set() {
    var base64 = Base64.getEncoder().encodeToString(firstId);

    var run =
        Run.of(
            world.environment(), "replay", "set", EVENTS, base64, "--by", "night shift", "--yes");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(HexFormat.of().formatHex(firstId)).doesNotContain("otherCopy");
    assertThat(Sql.text(world, "select encode(replay_id, 'base64') from kaitsu.cursors"))
        .isEqualTo(base64);
    assertThat(changes(EVENTS)).contains("by night shift");

    run =
        Run.of(
            world.environment(),
            "replay",
            "set",
            EVENTS,
            "earliest",
            "--by=day shift",
            "--yes",
            "-o=json");
    assertThat(run.json().at("/asked/by").asText()).isEqualTo("day shift");
    assertThat(run.json().at("/nextStream").asText()).contains("oldest event");
    assertThat(run.json().has("cursor")).isFalse();
    assertThat(run.json().has("otherCopyInRedis")).isFalse();
  }

  @Test
  @DisplayName("set refuses a place that Salesforce does not know, with or without --yes")
  void rejected() {
    for (String yes : new String[] {"-o=table", "--yes"}) {
      var run = kaitsu("replay", "set", CHANGES, "0102030405", "--by", "me", yes);

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("0102030405", "replayid.corrupted");
    }
    assertThat(changes(CHANGES)).isEmpty();
  }

  @Test
  @DisplayName("set names a place that is none, and a channel that nobody reads")
  void malformed() {
    assertThat(kaitsu("replay", "set", EVENTS, "12x", "--by", "me").err())
        .contains("not a replay id", "'12x'");
    assertThat(
            kaitsu("replay", "set", "/event/Nobody__e", "earliest", "--by", "me")
                .endsWithOneLine(ExitCode.NOT_FOUND))
        .contains("/event/Nobody__e");
    assertThat(kaitsu("replay", "set", EVENTS, "earliest").exitCode()).isEqualTo(2);
    assertThat(kaitsu("replay").exitCode()).isEqualTo(2);
  }

  @Test
  @DisplayName("clear forgets a place once it is told so twice")
  void clear() {
    assertThat(kaitsu("replay", "clear", CHANGES, "--by", "me").err()).contains("--yes");
    assertThat(Sql.text(world, "select count(*) from kaitsu.replay_requests where from_now_on"))
        .isEqualTo("0");

    var run = kaitsu("replay", "clear", CHANGES, "--by", "me", "--yes", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/asked/position").asText()).isEqualTo("from now on");
    Sql.execute(world, "delete from kaitsu.replay_requests", "delete from kaitsu.cursor_changes");
  }

  @Test
  @DisplayName("without Salesforce nothing is set")
  void away() {
    var away = new HashMap<>(world.environment());
    away.put("SF_PUBSUB_ENDPOINT", "http://127.0.0.1:1");

    var run = Run.of(Map.copyOf(away), "replay", "set", CHANGES, "earliest", "--by", "me", "--yes");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
    assertThat(changes(CHANGES)).isEmpty();
  }
}
