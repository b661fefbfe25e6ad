package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.postgres.SharedCallSlots.Times;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limit of requests holds for all nodes together")
class SharedCallSlotsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration NOT_NOW = Duration.ofMillis(300);
  private static final Times QUICK =
      new Times(Duration.ofMillis(800), Duration.ofMillis(40), Duration.ofMillis(20));

  private final PostgresDatabase database = Databases.fresh();
  private final List<SharedCallSlots> nodes = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void stop() {
    over.set(true);
    threads.shutdownNow();
    nodes.forEach(SharedCallSlots::close);
  }

  private SharedCallSlots node(String name, int limit, Times times) {
    var table = new SlotTable(Engine.databaseOf(database), "whmcs", name, limit, times.lease());
    var slots = new SharedCallSlots(table, "whmcs", times);
    nodes.add(slots);
    return slots;
  }

  @Test
  @DisplayName("a node by itself uses all of it, and not one more")
  void aloneUsesAll() throws Exception {
    var only = node("a", 3, QUICK);

    for (int call = 0; call < 3; call++) {
      assertThat(only.take(SOON)).isTrue();
    }
    assertThat(only.take(NOT_NOW)).isFalse();
    only.release();
    assertThat(only.take(SOON)).isTrue();
  }

  @Test
  @DisplayName("a second node gets its share once the first one's calls end, and never before")
  void sharesWithTheSecond() throws Exception {
    var first = node("a", 4, QUICK);
    var second = node("b", 4, QUICK);
    for (int call = 0; call < 4; call++) {
      assertThat(first.take(SOON)).isTrue();
    }

    assertThat(second.take(NOT_NOW)).as("all are in use").isFalse();
    first.release();
    first.release();

    assertThat(second.take(SOON)).isTrue();
    assertThat(second.take(SOON)).isTrue();
    assertThat(second.take(NOT_NOW)).isFalse();
    assertThat(first.take(NOT_NOW)).isFalse();
  }

  @Test
  @DisplayName("three busy nodes and one slot: all come to their turn, never two at once")
  void oneSlotGoesRound() {
    assertNeverAbove(1, 3, 5);
  }

  @Test
  @DisplayName("three busy nodes and five slots: never six at once")
  void fiveSlots() {
    assertNeverAbove(5, 3, 100);
  }

  /** Until each node has made so many calls. */
  private void assertNeverAbove(int limit, int count, int calls) {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var made = new ArrayList<AtomicInteger>();
    for (int number = 0; number < count; number++) {
      var mine = node("node" + number, limit, QUICK);
      var mineMade = new AtomicInteger();
      made.add(mineMade);
      for (int thread = 0; thread < 4; thread++) {
        threads.execute(() -> callAgainAndAgain(mine, underWay, most, mineMade));
      }
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> made.stream().allMatch(each -> each.get() >= calls));
    assertThat(most.get()).isBetween(1, limit);
  }

  private void callAgainAndAgain(
      SharedCallSlots slots, AtomicInteger underWay, AtomicInteger most, AtomicInteger made) {
    try {
      while (!over.get()) {
        if (slots.take(SOON)) {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          underWay.decrementAndGet();
          slots.release();
          made.incrementAndGet();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("what a dead node held is free after its lease")
  void deadNode() throws Exception {
    var dead = node("dead", 2, new Times(Duration.ofSeconds(1), SOON, SOON));
    assertThat(dead.take(SOON)).isTrue();
    var other = node("other", 2, QUICK);

    assertThat(other.take(NOT_NOW)).isFalse();
    assertThat(other.take(SOON)).isTrue();
    assertThat(other.take(SOON)).isTrue();
  }

  @Test
  @DisplayName("a node whose lease ran out calls no more, until it has renewed it")
  void standsStill() throws Exception {
    var frozen = node("frozen", 2, new Times(Duration.ofMillis(200), SOON, SOON));
    assertThat(frozen.take(SOON)).isTrue();
    frozen.release();
    var other = node("other", 2, QUICK);
    assertThat(other.take(SOON)).isTrue();
    await().atMost(SOON).until(() -> "2".equals(heldBy("other")));

    assertThat(frozen.take(NOT_NOW)).as("the other holds both by now").isFalse();
  }

  @Test
  @DisplayName("while the store takes no renewals, no call begins after the lease; then again")
  void databaseAway() throws Exception {
    var slots = node("a", 2, QUICK);
    assertThat(slots.take(SOON)).isTrue();
    slots.release();

    Trouble.DISK_FULL.strikes(database, List.of("call_shares"));
    await().atMost(SOON).until(() -> !takesAndReleases(slots));
    Trouble.DISK_FULL.isOver(database);

    assertThat(slots.take(SOON)).isTrue();
  }

  private static boolean takesAndReleases(SharedCallSlots slots) throws InterruptedException {
    boolean taken = slots.take(Duration.ofMillis(20));
    if (taken) {
      slots.release();
    }
    return taken;
  }

  @Test
  @DisplayName("a closed node leaves its slots to the others at once")
  void closed() throws Exception {
    var leaving = node("leaving", 2, new Times(Duration.ofHours(1), SOON, SOON));
    assertThat(leaving.take(SOON)).isTrue();
    leaving.close();

    assertThat(node("other", 2, QUICK).take(Duration.ofSeconds(2))).isTrue();
  }

  private String heldBy(String node) {
    return Databases.column(
            database, "select held::text from kaitsu.call_shares where node = '%s'".formatted(node))
        .stream()
        .findFirst()
        .orElse("none");
  }
}
