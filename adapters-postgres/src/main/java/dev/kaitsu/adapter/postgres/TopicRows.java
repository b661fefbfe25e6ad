package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.TopicStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Reads where every topic stands. */
final class TopicRows {
  private static final String READ =
      """
      select topic, replay_id, saved_at, from_now_on, asked_by, asked_at,
        case when until > clock_timestamp() then owner end as owner, term,
        case when until > clock_timestamp() then until end as until
      from kaitsu.cursors
      full join kaitsu.replay_requests using (topic)
      full join kaitsu.stream_leases using (topic)
      order by topic
      """;

  private TopicRows() {}

  static List<TopicStanding> all(Handle handle) {
    return handle.createQuery(READ).map(TopicRows::standing).list();
  }

  private static TopicStanding standing(RowView row) {
    return new TopicStanding(
        row.getColumn("topic", String.class),
        Optional.ofNullable(row.getColumn("replay_id", byte[].class))
            .map(id -> new TopicStanding.Cursor(new ReplayId(id), time(row, "saved_at"))),
        Optional.ofNullable(row.getColumn("asked_by", String.class)).map(by -> request(row, by)),
        Optional.ofNullable(row.getColumn("owner", String.class))
            .map(
                owner ->
                    new TopicStanding.Reader(
                        owner, row.getColumn("term", Long.class), time(row, "until"))));
  }

  private static TopicStanding.Request request(RowView row, String by) {
    var position = ReplayRequests.position(row.getColumn("from_now_on", Boolean.class));
    return new TopicStanding.Request(position, by, time(row, "asked_at"));
  }

  private static Instant time(RowView row, String column) {
    return row.getColumn(column, Instant.class);
  }
}
