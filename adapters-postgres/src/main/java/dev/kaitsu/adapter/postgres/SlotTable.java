package dev.kaitsu.adapter.postgres;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Which node holds how many slots of an outside system, by the database's clock. */
final class SlotTable {
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('kaitsu.call_shares ' || ?, 0))";
  private static final String FORGET =
      "delete from kaitsu.call_shares where system = ? and until < clock_timestamp()";
  private static final String READ =
      """
      select coalesce(sum(held) filter (where mine), 0)::int as held,
        count(*) filter (where not mine)::int as others,
        coalesce(sum(held) filter (where not mine), 0)::int as held_by_others,
        coalesce(sum(wants) filter (where not mine), 0)::int as wanted_by_others,
        coalesce(min(hungry_since) filter (where not mine)
          < coalesce(min(hungry_since) filter (where mine), 'infinity'), false) as last_in_line
      from (select *, node = :node as mine from kaitsu.call_shares where system = :system) as share
      """;
  private static final String KEEP =
      """
      insert into kaitsu.call_shares as share (system, node, held, wants, hungry_since, until)
      values (:system, :node, :held, :wants,
              case when :held = 0 and :wants > 0 then clock_timestamp() end,
              clock_timestamp() + :lease * interval '1 millisecond')
      on conflict (system, node) do update
      set held = excluded.held, wants = excluded.wants, until = excluded.until,
          hungry_since = case when excluded.hungry_since is not null
                              then coalesce(share.hungry_since, excluded.hungry_since) end
      """;
  private static final String LEAVE =
      "delete from kaitsu.call_shares where system = ? and node = ?";

  private final Database database;
  private final String system;
  private final String node;
  private final int limit;
  private final Duration lease;

  SlotTable(Database database, String system, String node, int limit, Duration lease) {
    this.database = database;
    this.system = system;
    this.node = node;
    this.limit = limit;
    this.lease = lease;
  }

  /**
   * How a node stands beside the others.
   *
   * @param held slots that it holds
   */
  record Standing(int held, SlotShare share) {}

  /**
   * Renews this node's slots and takes more where it may.
   *
   * @param givenBack slots that no call of this node uses any more
   * @param needed calls of this node that are under way or wait
   * @return how the node stands from now on
   */
  Standing keep(int givenBack, int needed) {
    return database.inTransaction(handle -> keep(handle, givenBack, needed));
  }

  void leave() {
    database.with(handle -> handle.execute(LEAVE, system, node));
  }

  private Standing keep(Handle handle, int givenBack, int needed) {
    handle.createQuery(LOCK).bind(0, system).mapTo(String.class).list();
    handle.execute(FORGET, system);
    var before = read(handle);
    int kept = Math.max(0, before.held() - givenBack);
    // Who has just given back for others does not take it again before they could.
    int held = kept + (givenBack > 0 ? 0 : before.share().grant(kept, needed));
    handle
        .createUpdate(KEEP)
        .bind("system", system)
        .bind("node", node)
        .bind("held", held)
        .bind("wants", Math.max(0, Math.max(needed, before.share().fair()) - held))
        .bind("lease", lease.toMillis())
        .execute();
    return new Standing(held, before.share());
  }

  private Standing read(Handle handle) {
    return handle
        .createQuery(READ)
        .bind("system", system)
        .bind("node", node)
        .map(
            row ->
                new Standing(
                    row.getColumn("held", Integer.class),
                    new SlotShare(
                        limit,
                        row.getColumn("others", Integer.class) + 1,
                        row.getColumn("held_by_others", Integer.class),
                        row.getColumn("wanted_by_others", Integer.class),
                        row.getColumn("last_in_line", Boolean.class))))
        .one();
  }
}
