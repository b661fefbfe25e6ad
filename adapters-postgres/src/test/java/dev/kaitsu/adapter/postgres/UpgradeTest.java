package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.postgres.ReleasedSchemas.Version;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An upgrade")
class UpgradeTest {
  private static final String TOPIC = "/data/OrderChangeEvent";
  private static final String DUE_TICKETS =
      "select task_instance from kaitsu.scheduled_tasks where task_name = 'fulfil'"
          + " and (picked or execution_time < now() + interval '10 minutes')";

  static List<Version> released() {
    return ReleasedSchemas.all();
  }

  /** Not yet in any schema that was released. */
  private static final Set<Class<?>> SIM_KINDS =
      Set.of(
          LedgerFact.SimCallSent.class,
          LedgerFact.SimCallRefused.class,
          LedgerFact.SimCallUnanswered.class,
          LedgerFact.SimCallDone.class,
          LedgerFact.LostSimCallFound.class,
          LedgerFact.SimLookClosed.class,
          LedgerFact.SimAttested.class,
          LedgerFact.SimAssigned.class,
          LedgerFact.SimAssignmentRefused.class,
          LedgerFact.ServicesLabelled.class,
          LedgerFact.ServicesUnlabelled.class);

  @Test
  @DisplayName("never changes a migration that was released")
  void migrationsStay() {
    var applied =
        Databases.column(
            Databases.fresh(),
            "select concat_ws(' ', version, script, checksum) from kaitsu.flyway_schema_history"
                + " where version is not null order by installed_rank");

    assertThat(applied)
        .as("versions.txt lists every migration; a new one is added there, none is changed")
        .isEqualTo(
            released().stream()
                .map(each -> "%d %s %d".formatted(each.number(), each.script(), each.checksum()))
                .toList());
  }

  @Test
  @DisplayName("never lowers what a program must know to work on the tables")
  void floorNeverSinks() {
    var floors = new ArrayList<Integer>();
    for (var version : released()) {
      if (version.number() >= 5) {
        var database = ReleasedSchemas.with(version);
        floors.add(
            Integer.parseInt(Databases.text(database, "select version from kaitsu.schema_floor")));
      }
    }
    assertThat(floors).isNotEmpty().isSorted().allMatch(floor -> floor <= released().size());
  }

  @ParameterizedTest
  @MethodSource("released")
  @DisplayName("from each released schema keeps every fact readable")
  void keepsFacts(Version version) {
    var database = ReleasedSchemas.with(version);
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var orders = Databases.column(database, "select order_id from kaitsu.orders order by 1");
      var entries =
          orders.stream()
              .flatMap(id -> store.ledger().recall(new OrderId(id)).entries().stream())
              .toList();

      assertThat(entries)
          .hasSize(Integer.parseInt(Databases.text(database, "select count(*) from kaitsu.facts")));
      assertThat(orders)
          .allSatisfy(id -> assertThat(store.ledger().progress(new OrderId(id))).isPresent());
      assertThat(factsOf(store, 2)).contains(owedActivated());
      assertThat(factsOf(store, 3)).contains(owedFailed());
      assertThat(Databases.column(database, "select order_id from kaitsu.owed_write_backs"))
          .containsExactlyInAnyOrder(order(2).value(), order(3).value());
    }
  }

  @Test
  @DisplayName("is tried with facts of every kind that was released, the SIM's being newer")
  void everyKind() {
    var released = released();
    var database = ReleasedSchemas.with(released.get(released.size() - 1));
    var kinds =
        Arrays.stream(LedgerFact.class.getPermittedSubclasses())
            .filter(LedgerFact.class::isAssignableFrom)
            .filter(kind -> !SIM_KINDS.contains(kind))
            .filter(Class::isRecord)
            .map(Class::getSimpleName)
            .toList();

    assertThat(Databases.column(database, "select distinct kind from kaitsu.facts"))
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @ParameterizedTest
  @MethodSource("released")
  @DisplayName("from each released schema keeps events, cursors, links, turns and searches")
  void keepsTheRest(Version version) {
    var database = ReleasedSchemas.with(version);
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var cursor = new ReplayId(new byte[] {2});
      assertThat(store.inbox().cursor(TOPIC)).contains(cursor);
      var known = new StreamEvent.Irrelevant("event-1", cursor);
      var receipt = new Receipt(new EventBatch(TOPIC, cursor, List.of(known)), List.of());
      assertThat(store.inbox().receive(receipt)).isEmpty();
      assertThat(Databases.column(database, "select event_key from kaitsu.parked_events"))
          .containsExactly("event-2");

      var linked = new BillingOrderId(58);
      assertThat(store.ledger().linkedToOthers(order(6), List.of(linked))).containsExactly(linked);
      var client = new BillingClientId(7);
      var sending = new LedgerFact.CreationSent(client, Optional.empty(), "digest");
      var other = new Engine(database).claim(order(6));
      assertThat(store.ledger().recordSending(other, client, List.of(sending))).isFalse();
      assertThat(Databases.column(database, "select order_id from kaitsu.orders where searching"))
          .contains(order(1).value(), order(4).value())
          .doesNotContain(order(2).value(), order(5).value(), order(7).value());
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  @DisplayName("from each released schema: looks go on where the older program stopped")
  void looksGoOn(Version version) {
    var database = ReleasedSchemas.with(version);
    var config = Databases.configOf(database).withTakeoverAfter(Duration.ofSeconds(1));
    try (var store = PostgresStore.open(config)) {
      var jobs =
          store.startJobs(
              claim -> oneStep(store, claim), Samples.NOTHING_RECURRING, JobSettings.standard());
      awaitAtMostAMinute(() -> Databases.column(database, DUE_TICKETS).isEmpty());
      jobs.close();

      for (int number : List.of(1, 2, 3, 6)) {
        var facts = factsOf(store, number);
        assertThat(facts.get(facts.size() - 1)).isInstanceOf(LedgerFact.StepFinished.class);
      }
      assertThat(waiting(database)).containsExactly(order(4).value());
    }
  }

  private static List<String> waiting(PostgresDatabase database) {
    return Databases.column(
        database, "select task_instance from kaitsu.scheduled_tasks where task_name = 'fulfil'");
  }

  private static WorkOutcome oneStep(PostgresStore store, Claim claim) {
    assertThat(store.ledger().recall(claim.order()).order()).isEqualTo(claim.order());
    store.ledger().record(claim, List.of(new LedgerFact.StepFinished("step", Duration.ZERO)));
    return new WorkOutcome.Settled();
  }

  private static List<LedgerFact> factsOf(PostgresStore store, int number) {
    Stream<LedgerEntry> entries = store.ledger().recall(order(number)).entries().stream();
    return entries.map(LedgerEntry::fact).toList();
  }

  private static LedgerFact owedActivated() {
    var item = new OrderItemId("802000000000001AAA");
    return new LedgerFact.WriteBackOwed(
        new WriteBack.Activated(
            order(2),
            new BillingOrderId(52),
            new BillingClientId(8),
            true,
            Map.of(item, List.of(new ServiceId(9), new ServiceId(10))),
            Optional.of(new OpportunityId("006000000000001AAA"))));
  }

  private static LedgerFact owedFailed() {
    return new LedgerFact.WriteBackOwed(
        new WriteBack.Failed(order(3), FailureCode.MAPPING_NO_LINES, "no lines"));
  }

  private static void awaitAtMostAMinute(BooleanSupplier condition) {
    await().atMost(Duration.ofMinutes(1)).until(condition::getAsBoolean);
  }
}
