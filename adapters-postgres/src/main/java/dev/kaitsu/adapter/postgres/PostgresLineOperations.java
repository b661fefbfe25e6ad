package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.LineRecord;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.model.operation.OperationCensus;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.LineOperations;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Operations on lines: each write of a worker carries its claim's epoch in the same statement. */
final class PostgresLineOperations implements LineOperations {
  private static final String RECENT =
      """
      where line.number = :number
        and (operation.state in ('WAITING', 'RUNNING')
          or operation.touched_at > :now::timestamptz - :back * interval '1 millisecond')
      order by operation.position, fact.seq
      """;
  private static final String OF_LINE =
      """
      where operation.operation_id in (
        select operation_id from kaitsu.sim_operations join kaitsu.managed_lines using (line_id)
        where number = :number order by position desc limit :most)
      order by operation.position desc, fact.seq
      """;
  private static final String UNSETTLED =
      """
      where operation.operation_id in (
        select operation_id from kaitsu.sim_operations
        where state in ('WAITING', 'RUNNING', 'PARKED')
        order by requested_at, operation_id limit :most)
      order by operation.requested_at, operation.operation_id, fact.seq
      """;

  private final Database database;
  private final Doorbell doorbell;

  PostgresLineOperations(Database database, Doorbell doorbell) {
    this.database = database;
    this.doorbell = doorbell;
  }

  @Override
  public LineRecord recall(PhoneNumber line, Duration lookBack) {
    return database.with(handle -> recall(handle, line, lookBack));
  }

  /** The count first: what is added after it makes the caller's addition fail, not go unseen. */
  private static LineRecord recall(Handle handle, PhoneNumber line, Duration lookBack) {
    var now = handle.createQuery("select clock_timestamp()").mapTo(OffsetDateTime.class).one();
    long seq =
        handle
            .createQuery("select operations from kaitsu.managed_lines where number = :number")
            .bind("number", line.digits())
            .mapTo(Long.class)
            .findOne()
            .orElse(0L);
    var query =
        handle
            .createQuery(OperationRows.SELECT + RECENT)
            .bind("number", line.digits())
            .bind("now", now)
            .bind("back", lookBack.toMillis());
    return new LineRecord(line, seq, OperationRows.list(query), now.toInstant());
  }

  @Override
  public boolean add(Operation operation, long seq) {
    boolean added =
        database.inTransaction(handle -> OperationAdditions.add(handle, operation, seq));
    if (added) {
      doorbell.ring();
    }
    return added;
  }

  @Override
  public Optional<OperationHistory> find(OperationId operation) {
    return one("where operation.operation_id = :id order by fact.seq", "id", operation.value());
  }

  @Override
  public Optional<OperationHistory> findKeyed(String key) {
    return one("where operation.idempotency_key = :key order by fact.seq", "key", key);
  }

  @Override
  public boolean record(LineClaim claim, OperationAddition addition) {
    return database.inTransaction(handle -> OperationAdditions.record(handle, claim, addition));
  }

  @Override
  public boolean state(OperationAddition addition) {
    boolean added = database.inTransaction(handle -> OperationAdditions.state(handle, addition));
    if (added) {
      doorbell.ring();
    }
    return added;
  }

  @Override
  public List<OperationHistory> of(PhoneNumber line, int most) {
    return database.with(
        handle ->
            OperationRows.list(
                handle
                    .createQuery(OperationRows.SELECT + OF_LINE)
                    .bind("number", line.digits())
                    .bind("most", most)));
  }

  @Override
  public List<OperationHistory> unsettled(int most) {
    return database.with(
        handle ->
            OperationRows.list(
                handle.createQuery(OperationRows.SELECT + UNSETTLED).bind("most", most)));
  }

  @Override
  public OperationCensus census() {
    return database.with(OperationCounts::read);
  }

  @Override
  public int planStranded() {
    int planned = database.inTransaction(StrandedLines::plan);
    if (planned > 0) {
      doorbell.ring();
    }
    return planned;
  }

  private Optional<OperationHistory> one(String where, String name, Object value) {
    return database.with(
        handle ->
            OperationRows.list(handle.createQuery(OperationRows.SELECT + where).bind(name, value))
                .stream()
                .findFirst());
  }

  /** How a time is bound. */
  static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
