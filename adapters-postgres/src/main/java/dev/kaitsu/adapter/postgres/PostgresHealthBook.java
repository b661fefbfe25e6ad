package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.HealthClaim;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.port.out.HealthBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/** One row for each system, and the newest findings beside it. */
final class PostgresHealthBook implements HealthBook {
  /** Two hours of checks that are made each minute, four days of hourly ones. */
  static final int KEPT = 100;

  private static final String CLAIM =
      """
      with first as (
        insert into kaitsu.health_checks (system, next_at)
        select system, now() + :millis * interval '1 millisecond' from unnest(:systems) as wanted(system)
        where not exists (select from kaitsu.health_checks known where known.system = wanted.system)
        on conflict (system) do nothing
        returning system, next_at
      ), again as (
        update kaitsu.health_checks set next_at = now() + :millis * interval '1 millisecond'
        where system = any(:systems) and next_at <= now()
        returning system, next_at
      )
      select system, next_at from first union all select system, next_at from again
      """;
  private static final String RECORD =
      """
      update kaitsu.health_checks
      set next_at = now() + :millis * interval '1 millisecond', attended_at = now(),
          checked_at = now(), level = :level, response_ms = :response, problem = :problem
      where system = :system and next_at = :until
      """;
  private static final String KEEP =
      """
      insert into kaitsu.health_results (system, checked_at, level, response_ms, problem)
      values (:system, now(), :level, :response, :problem)
      """;
  private static final String FORGET =
      """
      delete from kaitsu.health_results
      where system = :system and id <= (
        select id from kaitsu.health_results where system = :system order by id desc
        offset :kept limit 1)
      """;
  private static final String PUT_OFF =
      """
      update kaitsu.health_checks
      set next_at = now() + :millis * interval '1 millisecond', attended_at = now()
      where system = :system and next_at = :until
      """;
  private static final String HASTEN =
      """
      update kaitsu.health_checks set next_at = now()
      where system = :system and next_at > now() + :soon * interval '1 millisecond'
        and attended_at <= now() - :moment * interval '1 millisecond'
      """;
  private static final String STANDINGS =
      """
      select system, level, response_ms, problem, checked_at, next_at,
        floor(extract(epoch from clock_timestamp() - attended_at) * 1000)::bigint as unattended
      from kaitsu.health_checks where checked_at is not null order by system
      """;

  private final Database database;

  PostgresHealthBook(Database database) {
    this.database = database;
  }

  @Override
  public List<HealthClaim> claimDue(Collection<String> systems, Duration lease) {
    return database.with(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind("systems", systems.stream().sorted().toArray(String[]::new))
                .bind("millis", lease.toMillis())
                .map(
                    row ->
                        new HealthClaim(
                            row.getColumn("system", String.class),
                            row.getColumn("next_at", Instant.class)))
                .list());
  }

  @Override
  public boolean record(HealthClaim claim, HealthResult result, Duration next) {
    return database.inTransaction(handle -> record(handle, claim, result, next));
  }

  private static boolean record(
      Handle handle, HealthClaim claim, HealthResult result, Duration next) {
    int mine =
        bound(handle.createUpdate(RECORD), result)
            .bind("until", claim.until())
            .bind("millis", next.toMillis())
            .execute();
    if (mine == 1) {
      bound(handle.createUpdate(KEEP), result).execute();
      handle.createUpdate(FORGET).bind("system", claim.system()).bind("kept", KEPT).execute();
    }
    return mine == 1;
  }

  private static Update bound(Update update, HealthResult result) {
    return update
        .bind("system", result.system())
        .bind("level", result.level().name())
        .bind("response", result.responseTime().toMillis())
        .bind("problem", result.problem());
  }

  @Override
  public void putOff(HealthClaim claim, Duration next) {
    database.with(
        handle ->
            handle
                .createUpdate(PUT_OFF)
                .bind("system", claim.system())
                .bind("until", claim.until())
                .bind("millis", next.toMillis())
                .execute());
  }

  @Override
  public void hasten(String system, Duration moment) {
    database.with(
        handle ->
            handle
                .createUpdate(HASTEN)
                .bind("system", system)
                .bind("soon", SOON.toMillis())
                .bind("moment", moment.toMillis())
                .execute());
  }

  @Override
  public List<HealthStanding> standings() {
    return database.with(
        handle -> handle.createQuery(STANDINGS).map(PostgresHealthBook::standing).list());
  }

  private static HealthStanding standing(RowView row) {
    var result =
        new HealthResult(
            row.getColumn("system", String.class),
            HealthLevel.valueOf(row.getColumn("level", String.class)),
            Duration.ofMillis(row.getColumn("response_ms", Long.class)),
            Optional.ofNullable(row.getColumn("problem", String.class)));
    return new HealthStanding(
        result,
        row.getColumn("checked_at", Instant.class),
        row.getColumn("next_at", Instant.class),
        Duration.ofMillis(row.getColumn("unattended", Long.class)));
  }
}
