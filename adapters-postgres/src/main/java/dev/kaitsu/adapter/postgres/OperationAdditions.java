package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.port.out.LostLineException;
import org.jdbi.v3.core.Handle;

/** Adds operations and facts. Every transaction locks the line's row first, then operations. */
final class OperationAdditions {
  private static final String KNOW_LINE =
      "insert into kaitsu.managed_lines (number) values (:number) on conflict do nothing";
  private static final String TAKE_PLACE =
      """
      update kaitsu.managed_lines
      set operations = operations + 1, wish_seq = wish_seq + 1, updated_at = clock_timestamp()
      where number = :number and operations = :seq
      returning line_id
      """;
  private static final String ADD =
      """
      insert into kaitsu.sim_operations (operation_id, line_id, position, kind, data, asked_by,
        idempotency_key, requested_at, not_before)
      values (:id, :line, :seq + 1, :kind, :data::jsonb, :by, :key, :requested, :notBefore)
      on conflict (idempotency_key) do nothing
      """;
  // The claim is checked and the facts are added in one statement. Waiting for the line's row comes
  // first, so that a claim that is just changing hands is seen as it will be.
  private static final String RECORD =
      """
      with fence as (
        select line_id from kaitsu.managed_lines
        where line_id = :line and epoch = :epoch
        for update),
      known as (
        update kaitsu.sim_operations as operation
        set fact_seq = fact_seq + :count, state = :state, touched_at = clock_timestamp()
        from fence
        where operation.line_id = fence.line_id and operation_id = :id and fact_seq = :after
        returning operation_id)
      insert into kaitsu.sim_facts (operation_id, seq, epoch, kind, data)
      select known.operation_id, :after + fact.position, :epoch, fact.kind, fact.data::jsonb
      from known, unnest(:kinds, :data) with ordinality as fact (kind, data, position)
      """;
  private static final String NEWEST =
      "select exists (select 1 from kaitsu.managed_lines where line_id = :line and epoch = :epoch)";
  private static final String WISH =
      """
      update kaitsu.managed_lines as line
      set wish_seq = wish_seq + 1, updated_at = clock_timestamp()
      from kaitsu.sim_operations as operation
      where operation.operation_id = :id and operation.line_id = line.line_id
      returning line.line_id, line.epoch
      """;

  private OperationAdditions() {}

  /** False, and nothing is added, if the line got another operation or the key is taken. */
  static boolean add(Handle handle, Operation operation, long seq) {
    var number = operation.line().digits();
    handle.createUpdate(KNOW_LINE).bind("number", number).execute();
    var line =
        handle
            .createQuery(TAKE_PLACE)
            .bind("number", number)
            .bind("seq", seq)
            .mapTo(Long.class)
            .findOne();
    if (line.isEmpty() || insert(handle, operation, line.get(), seq) == 0) {
      handle.rollback();
      return false;
    }
    LineTickets.issue(handle, line.get());
    return true;
  }

  private static int insert(Handle handle, Operation operation, long line, long seq) {
    return handle
        .createUpdate(ADD)
        .bind("id", operation.id().value())
        .bind("line", line)
        .bind("seq", seq)
        .bind("kind", operation.kind().name())
        .bind("data", OperationFormat.write(operation.what()))
        .bind("by", operation.by())
        .bind("key", operation.key().orElse(null))
        .bind("requested", PostgresLineOperations.at(operation.requestedAt()))
        .bind("notBefore", PostgresLineOperations.at(operation.notBefore()))
        .execute();
  }

  /**
   * Adds facts under a claim.
   *
   * @throws LostLineException if somebody has a newer one
   */
  static boolean record(Handle handle, LineClaim claim, OperationAddition addition) {
    if (write(handle, claim.lineId(), claim.epoch(), addition)) {
      return true;
    }
    requireNewest(handle, claim);
    return false;
  }

  private static void requireNewest(Handle handle, LineClaim claim) {
    boolean newest =
        handle
            .createQuery(NEWEST)
            .bind("line", claim.lineId())
            .bind("epoch", claim.epoch())
            .mapTo(Boolean.class)
            .one();
    if (!newest) {
      throw new LostLineException(claim.lineId());
    }
  }

  /** Adds what a person states, and has the line looked at. */
  static boolean state(Handle handle, OperationAddition addition) {
    var line =
        handle
            .createQuery(WISH)
            .bind("id", addition.operation().value())
            .map(
                row ->
                    new long[] {
                      row.getColumn("line_id", Long.class), row.getColumn("epoch", Long.class)
                    })
            .findOne();
    if (line.isEmpty() || !write(handle, line.get()[0], line.get()[1], addition)) {
      handle.rollback();
      return false;
    }
    LineTickets.issue(handle, line.get()[0]);
    return true;
  }

  private static boolean write(Handle handle, long line, long epoch, OperationAddition addition) {
    var facts = addition.facts();
    return handle
            .createUpdate(RECORD)
            .bind("line", line)
            .bind("epoch", epoch)
            .bind("id", addition.operation().value())
            .bind("after", addition.after())
            .bind("count", facts.size())
            .bind("state", addition.state().name())
            .bindArray("kinds", String.class, facts.stream().map(OperationFormat::kindOf).toList())
            .bindArray("data", String.class, facts.stream().map(OperationFormat::write).toList())
            .execute()
        > 0;
  }
}
