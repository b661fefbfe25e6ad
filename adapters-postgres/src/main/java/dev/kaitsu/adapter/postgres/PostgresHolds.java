package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.port.out.Holds;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Holds as all nodes see them; each node asks for them at most twice a second. */
final class PostgresHolds implements Holds {
  static final Duration GOOD_FOR = Duration.ofMillis(500);

  private static final String READ =
      """
      select system, down_since, back_since is not null as back, rounds, reason
      from kaitsu.held_systems order by down_since limit 1
      """;
  private static final String DOWN =
      """
      with before as (
        select back_since is null as down from kaitsu.held_systems where system = :system)
      insert into kaitsu.held_systems (system, reason) values (:system, :reason)
      on conflict (system) do update set back_since = null, rounds = 0, reason = excluded.reason
      returning not coalesce((select down from before), false)
      """;
  private static final String BACK =
      """
      update kaitsu.held_systems set back_since = clock_timestamp(), rounds = 0
      where system = :system and back_since is null
      """;
  private static final String NEXT_ROUND =
      "update kaitsu.held_systems set rounds = rounds + 1 where system = :system";
  private static final String STILL_HELD =
      "select system from kaitsu.held_systems where system = :system for share";
  private static final String LOCK =
      "select system from kaitsu.held_systems where system = :system for update";
  private static final String LIFT =
      """
      delete from kaitsu.held_systems
      where system = :system and not exists (select 1 from kaitsu.orders where held_since is not null)
      """;

  private final Database database;
  private final Doorbell doorbell;
  private final long goodForNanos;
  private Optional<SystemHold> seen = Optional.empty();
  private Optional<Long> seenAt = Optional.empty();

  PostgresHolds(Database database, Doorbell doorbell, Duration goodFor) {
    this.database = database;
    this.doorbell = doorbell;
    this.goodForNanos = goodFor.toNanos();
  }

  @Override
  public synchronized Optional<SystemHold> current() {
    long now = System.nanoTime();
    if (seenAt.filter(at -> now - at < goodForNanos).isEmpty()) {
      seen = database.with(PostgresHolds::read);
      seenAt = Optional.of(now);
    }
    return seen;
  }

  @Override
  public boolean enqueue(SystemHold hold, OrderId order) {
    return database.inTransaction(
        handle -> isHeld(handle, hold.system()) && HeldOrders.enqueue(handle, order, hold.back()));
  }

  @Override
  public boolean down(String system, String reason) {
    boolean news =
        database.with(
            handle ->
                handle
                    .createQuery(DOWN)
                    .bind("system", system)
                    .bind("reason", reason)
                    .mapTo(Boolean.class)
                    .one());
    forgetSeen();
    return news;
  }

  @Override
  public void back(String system) {
    database.with(handle -> handle.createUpdate(BACK).bind("system", system).execute());
    forgetSeen();
  }

  @Override
  public int startNext(String system, int most) {
    int started =
        database.inTransaction(
            handle -> {
              handle.createUpdate(NEXT_ROUND).bind("system", system).execute();
              return HeldOrders.startOldest(handle, most);
            });
    forgetSeen();
    if (started > 0) {
      doorbell.ring();
    }
    return started;
  }

  @Override
  public void lift(String system) {
    database.inTransaction(
        handle -> {
          // First the lock, then a fresh look: an order that was just enqueued is seen.
          handle.createQuery(LOCK).bind("system", system).mapTo(String.class).list();
          return handle.createUpdate(LIFT).bind("system", system).execute();
        });
    forgetSeen();
  }

  /** Whether the hold is still in force; it stays so until the transaction ends. */
  private static boolean isHeld(Handle handle, String system) {
    return handle
        .createQuery(STILL_HELD)
        .bind("system", system)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  private synchronized void forgetSeen() {
    seenAt = Optional.empty();
  }

  private static Optional<SystemHold> read(Handle handle) {
    return handle
        .createQuery(READ)
        .map(
            row ->
                new SystemHold(
                    row.getColumn("system", String.class),
                    row.getColumn("down_since", OffsetDateTime.class).toInstant(),
                    row.getColumn("back", Boolean.class),
                    row.getColumn("rounds", Integer.class),
                    row.getColumn("reason", String.class)))
        .findOne();
  }
}
