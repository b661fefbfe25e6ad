package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.port.in.LineWork;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.ASim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line with facts of a newer version of Kaitsu")
class NewerLineFactsTest {
  private static final String REST =
      """
      select count(*) from kaitsu.scheduled_tasks
      where task_name = 'sim-line' and not picked and consecutive_failures = 6
        and execution_time > now() + interval '40 seconds'
      """;

  private final PostgresDatabase database = Databases.fresh();

  @Test
  @DisplayName("is left to a newer node, with rests that grow to a minute")
  void restsGrow() {
    try (var store = PostgresStore.open(Databases.configOf(database))) {
      var operation =
          new Operation(
              new OperationId(UUID.randomUUID()),
              ASim.line(1),
              new PlanChange(ASim.PLAN, Optional.empty()),
              "test",
              Optional.empty(),
              Instant.now(),
              Instant.now());
      assertThat(store.lineOperations().add(operation, 0)).isTrue();
      Databases.execute(
          database,
          "insert into kaitsu.sim_facts (operation_id, seq, epoch, kind, data) values ('%s', 1, 1, 'Refunded', '{}')"
              .formatted(operation.id()));
      Databases.execute(
          database,
          "update kaitsu.scheduled_tasks set consecutive_failures = 5 where task_name = 'sim-line'");
      var jobs =
          store.startJobs(
              claim -> new WorkOutcome.Settled(),
              Optional.of(reading(store)),
              Samples.NOTHING_RECURRING,
              new JobSettings(Duration.ofMinutes(1), Duration.ofSeconds(5)));

      await().until(() -> Databases.text(database, REST).equals("1"));
      jobs.close();
    }
  }

  /** As the domain does it: whoever works on a line recalls it first. */
  private static LineWork reading(PostgresStore store) {
    return new LineWork() {
      @Override
      public WorkOutcome work(LineClaim claim) {
        store.lineOperations().recall(claim.line(), Duration.ofHours(1));
        return new WorkOutcome.Settled();
      }

      @Override
      public void check() {}
    };
  }
}
