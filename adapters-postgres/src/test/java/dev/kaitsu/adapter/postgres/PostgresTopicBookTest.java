package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.OrderCensus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.port.out.TopicBook;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.TopicBookContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The book of topics in PostgreSQL")
class PostgresTopicBookTest extends TopicBookContract {
  private static final PostgresDatabase DATABASE = Databases.fresh();
  private static final String TOPIC = "/event/Led";

  @Override
  protected TopicBook topics() {
    return new PostgresTopicBook(Engine.databaseOf(DATABASE));
  }

  @Override
  protected Inbox inbox() {
    return new PostgresInbox(Engine.databaseOf(DATABASE), new Doorbell(new SilentWakeUps()));
  }

  @Override
  protected StreamLeases leases() {
    return new PostgresStreamLeases(Engine.databaseOf(DATABASE), "node", Duration.ofSeconds(10));
  }

  @Override
  protected TopicBook brokenTopics() {
    return new PostgresTopicBook(Engine.brokenDatabase());
  }

  @Test
  @DisplayName("moving a topic ends the lease of whoever reads it, and begins a new term")
  void deposesTheReader() {
    lease("node-1", 7, "now() + interval '1 hour'");
    assertThat(reader()).containsExactly(List.of("node-1", 7L));

    topics().begin(TOPIC, new StreamPosition.Earliest(), "me");

    assertThat(reader()).isEmpty();
    assertThat(
            Databases.text(
                DATABASE,
                "select concat_ws(' ', term, owner, until) from kaitsu.stream_leases where topic = '%s'"
                    .formatted(TOPIC)))
        .isEqualTo("8 -infinity");
  }

  @Test
  @DisplayName("a lease that has run out names no reader")
  void endedLease() {
    lease("node-1", 7, "now() - interval '1 second'");

    assertThat(reader()).isEmpty();
  }

  @Test
  @DisplayName("who moved a topic is written down, with the place it stood at")
  void recordsWhoMoved() {
    topics().begin("/event/Moved", new StreamPosition.After(new ReplayId(new byte[] {1})), "me");
    topics().begin("/event/Moved", new StreamPosition.FromNowOn(), "you");

    assertThat(
            Databases.column(
                DATABASE,
                "select concat_ws(' ', was, became, changed_by) from kaitsu.cursor_changes"
                    + " where topic = '/event/Moved' order by id"))
        .containsExactly("after replay id 01 me", "\\x01 from now on you");
  }

  @Test
  @DisplayName("an order that was looked at and rests is settled")
  void settledOrder() {
    var engine = new Engine(DATABASE);
    var order = new OrderId("8015g0000000009AAA");
    engine.complete(engine.claim(order), new WorkOutcome.Settled());

    assertThat(topics().census(List.of(order))).isEqualTo(new OrderCensus(1, 0, 0));
  }

  private List<List<Object>> reader() {
    return topics().standings().stream()
        .filter(standing -> standing.topic().equals(TOPIC))
        .map(TopicStanding::reader)
        .flatMap(reader -> reader.stream())
        .map(reader -> List.<Object>of(reader.owner(), reader.term()))
        .toList();
  }

  private static void lease(String owner, long term, String until) {
    Databases.execute(
        DATABASE,
        """
        insert into kaitsu.stream_leases (topic, owner, term, until) values ('%s', '%s', %d, %s)
        on conflict (topic) do update
        set owner = excluded.owner, term = excluded.term, until = excluded.until
        """
            .formatted(TOPIC, owner, term, until));
  }
}
