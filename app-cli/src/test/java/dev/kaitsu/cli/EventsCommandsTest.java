package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.salesforce.bus.BusEvent;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kaitsu events")
class EventsCommandsTest {
  private static final String EVENTS = "/event/OrderProvisionRequested__e";
  private static OutsideWorld world;
  private static String order;
  private static BusEvent event;

  @BeforeAll
  static void open() {
    world = OutsideWorld.start(PostgresOptions.fast());
    order = new DemoOrders(world).plain();
    world.salesforce().approve(order);
    event = world.bus().events(EVENTS).get(0);
    kaitsu("events", "parked"); // makes the tables
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void twoParked() {
    Sql.execute(
        world,
        "delete from kaitsu.parked_events",
        "delete from kaitsu.scheduled_tasks",
        "delete from kaitsu.orders",
        parked("good", HexFormat.of().formatHex(event.bytes())),
        parked("bad", "0102"));
  }

  private static String parked(String key, String payload) {
    return """
        insert into kaitsu.parked_events (topic, event_key, schema_id, replay_id, payload, reason)
        values ('%s', '%s', '%s', '\\x07', '\\x%s', 'an older version could not read it')
        """
        .formatted(EVENTS, key, event.schemaId(), payload);
  }

  /** Without Redis, so that a slow machine has nothing to remark. */
  private static Run kaitsu(String... arguments) {
    var environment = new HashMap<>(world.environment());
    environment.remove("REDIS_URL");
    return Run.of(Map.copyOf(environment), arguments);
  }

  @Test
  @DisplayName("parked lists what nobody has settled")
  void lists() {
    var run = kaitsu("events", "parked", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().findValuesAsText("key")).containsExactly("good", "bad");
    assertThat(run.json().at("/1/bytes").asInt()).isEqualTo(2);
    assertThat(kaitsu("events", "parked").out())
        .contains("replay id", "07", event.schemaId(), "an older version");
  }

  @Test
  @DisplayName("redecode settles what can be read, hints at its order, and explains the rest")
  void redecodes() {
    var run = kaitsu("events", "redecode", "--all", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.json().findValuesAsText("settled")).containsExactly("true", "false");
    assertThat(run.json().at("/0/outcome").asText()).contains(order);
    assertThat(
            Sql.text(
                world,
                "select task_instance from kaitsu.scheduled_tasks where task_name = 'fulfil'"))
        .isEqualTo(order);
    assertThat(kaitsu("events", "parked").out()).contains("does not follow its schema");
    assertThat(Sql.text(world, "select count(*) from kaitsu.cursors")).isEqualTo("0");
  }

  @Test
  @DisplayName("redecode of one event, and of none")
  void redecodesOne() {
    assertThat(kaitsu("events", "redecode", "--key", "good").exitCode()).isZero();
    assertThat(kaitsu("events", "redecode", "--key", "good").endsWithOneLine(ExitCode.NOT_FOUND))
        .contains("no parked event");
    assertThat(kaitsu("events", "redecode", "--topic", "/event/Other__e", "--all").exitCode())
        .isZero();
    assertThat(kaitsu("events", "redecode").exitCode()).isEqualTo(2);
  }

  @Test
  @DisplayName("drop settles one by hand, under a name")
  void drops() {
    assertThat(kaitsu("events", "drop", "--topic", EVENTS, "--key", "bad", "--by", "me").exitCode())
        .isZero();

    assertThat(kaitsu("events", "parked").out()).doesNotContain("bad");
    assertThat(
            Sql.text(world, "select settled_as from kaitsu.parked_events where event_key = 'bad'"))
        .isEqualTo("dropped by me");
    assertThat(
            kaitsu("events", "drop", "--topic", EVENTS, "--key", "bad", "--by", "me")
                .endsWithOneLine(ExitCode.NOT_FOUND))
        .contains("no such event");
  }
}
