package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamPosition;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where topics shall begin, whatever their cursors say. */
final class ReplayRequests {
  private static final String START_OVER =
      """
      insert into kaitsu.replay_requests (topic, asked_by)
      select :topic, 'kaitsu, since the cursor was rejected'
      where not exists (select 1 from kaitsu.cursors
                        where topic = :topic and replay_id <> :rejected)
      on conflict do nothing
      """;

  private static final String ASK =
      """
      insert into kaitsu.replay_requests (topic, from_now_on, asked_by)
      values (:topic, :fromNowOn, :by)
      on conflict (topic) do update
      set from_now_on = excluded.from_now_on, asked_by = excluded.asked_by,
          asked_at = excluded.asked_at
      """;

  private ReplayRequests() {}

  static Optional<StreamPosition> find(Handle handle, String topic) {
    return handle
        .createQuery("select from_now_on from kaitsu.replay_requests where topic = :topic")
        .bind("topic", topic)
        .mapTo(Boolean.class)
        .findOne()
        .map(ReplayRequests::position);
  }

  static StreamPosition position(boolean fromNowOn) {
    return fromNowOn ? new StreamPosition.FromNowOn() : new StreamPosition.Earliest();
  }

  static int startOver(Handle handle, String topic, ReplayId rejected) {
    return handle
        .createUpdate(START_OVER)
        .bind("topic", topic)
        .bind("rejected", rejected.bytes())
        .execute();
  }

  static void ask(Handle handle, String topic, boolean fromNowOn, String by) {
    handle
        .createUpdate(ASK)
        .bind("topic", topic)
        .bind("fromNowOn", fromNowOn)
        .bind("by", by)
        .execute();
  }
}
