package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.ParkedEvents;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.ParkedEventsContract;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@DisplayName("Parked events in PostgreSQL")
class PostgresParkedEventsTest extends ParkedEventsContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();
  private static final String TOPIC = "/event/Raced";

  @Override
  protected ParkedEvents parked() {
    return new PostgresParkedEvents(Engine.databaseOf(DATABASE), new Doorbell(new SilentWakeUps()));
  }

  @Override
  protected Inbox inbox() {
    return new PostgresInbox(Engine.databaseOf(DATABASE), new Doorbell(new SilentWakeUps()));
  }

  @Override
  protected boolean isDue(OrderId id) {
    return !Databases.column(
            DATABASE,
            "select 1 from kaitsu.scheduled_tasks where task_instance = '%s'".formatted(id))
        .isEmpty();
  }

  @Override
  protected ParkedEvents brokenParked() {
    return new PostgresParkedEvents(Engine.brokenDatabase(), new Doorbell(new SilentWakeUps()));
  }

  @RepeatedTest(10)
  @DisplayName("four people who settle one event at once: one does, and hints once")
  void race(RepetitionInfo repetition) {
    var key = "key-" + repetition.getCurrentRepetition();
    var order = new OrderId("8015g00000%05dAAA".formatted(repetition.getCurrentRepetition()));
    var event =
        new StreamEvent.Undecodable(
            key, new ReplayId(new byte[] {1}), "s", new Payload(new byte[] {1}), "why");
    inbox()
        .receive(new Receipt(new EventBatch(TOPIC, event.replayId(), List.of(event)), List.of()));

    var tries =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () ->
                            parked()
                                .settle(
                                    TOPIC,
                                    key,
                                    "read",
                                    List.of(Hint.of(order, HintSource.OPERATOR)))))
            .limit(4)
            .toList();

    assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);
    assertThat(
            Databases.text(
                DATABASE,
                "select hint_seq from kaitsu.orders where order_id = '%s'".formatted(order)))
        .isEqualTo("1");
  }
}
