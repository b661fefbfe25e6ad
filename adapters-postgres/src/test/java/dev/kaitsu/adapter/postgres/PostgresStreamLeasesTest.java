package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.LostStreamException;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.StreamLeasesContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Leases in PostgreSQL")
class PostgresStreamLeasesTest extends StreamLeasesContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final String TOPIC = "/event/Contested__e";

  @Override
  protected StreamLeases of(String node) {
    return new PostgresStreamLeases(Engine.databaseOf(DATABASE), node, LIFE);
  }

  @Override
  protected StreamLeases broken() {
    return new PostgresStreamLeases(Engine.brokenDatabase(), "a", LIFE);
  }

  @Override
  protected void runOut(String topic) {
    Databases.execute(
        DATABASE,
        "update kaitsu.stream_leases set until = clock_timestamp() where topic = '%s'"
            .formatted(topic));
  }

  @Override
  protected void beginNewTerm(String topic) {
    Databases.execute(
        DATABASE,
        "update kaitsu.stream_leases set term = term + 1 where topic = '%s'".formatted(topic));
  }

  @Test
  @DisplayName("of many nodes that want a free topic at once, one gets it")
  void race() {
    var topic = "/event/Raced__e";
    var takes =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> of("node-" + i).take(topic)))
            .toList();

    assertThat(takes.stream().map(CompletableFuture::join).flatMap(Optional::stream))
        .containsExactly(new StreamLease(topic, 1));
  }

  @Test
  @DisplayName("a change of hands waits for the batch that is being received, and refuses the next")
  void serialises() throws Exception {
    var lease = of("a").take(TOPIC).orElseThrow();
    var database = Engine.databaseOf(DATABASE);
    CompletableFuture<Optional<StreamLease>> taken =
        database.inTransaction(
            receiving -> {
              assertThat(PostgresStreamLeases.confirm(receiving, lease)).isTrue();
              var take = CompletableFuture.supplyAsync(this::takeFromA);
              await().until(PostgresStreamLeasesTest::somebodyWaitsForTheRow);
              assertThat(take).isNotDone();
              return take;
            });

    assertThat(taken.get(10, TimeUnit.SECONDS)).contains(new StreamLease(TOPIC, lease.term() + 1));
    var inbox = new PostgresInbox(database, new Doorbell(new SilentWakeUps()));
    var late =
        new EventBatch(
            TOPIC, OptionalLong.of(lease.term()), new ReplayId(new byte[] {1}), List.of());
    assertThatThrownBy(() -> inbox.receive(new Receipt(late, List.of())))
        .isInstanceOf(LostStreamException.class);
  }

  /** Ends a's lease first, as time would. */
  private Optional<StreamLease> takeFromA() {
    runOut(TOPIC);
    return of("b").take(TOPIC);
  }

  private static boolean somebodyWaitsForTheRow() {
    return !Databases.column(
            DATABASE,
            "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%stream_leases%'")
        .isEmpty();
  }
}
