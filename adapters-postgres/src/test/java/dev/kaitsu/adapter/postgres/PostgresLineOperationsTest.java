package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.LineOperations;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.testkit.contract.LineOperationsContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class PostgresLineOperationsTest extends LineOperationsContract {
  private static final PostgresDatabase PLACE = Databases.fresh();

  private final Database database = Engine.databaseOf(PLACE);
  private final Doorbell doorbell = new Doorbell(new SilentWakeUps());
  private final LineOperations operations = new PostgresLineOperations(database, doorbell);
  private final Map<LineClaim, LineTicket> tickets = new HashMap<>();

  @Override
  protected LineOperations operations() {
    return operations;
  }

  /** Takes the line's ticket, from whoever has it. */
  @Override
  protected LineClaim claim(PhoneNumber number) {
    var me = "node-" + tickets.size();
    var picked =
        database.with(
            handle ->
                handle
                    .createQuery(
                        """
                        update kaitsu.scheduled_tasks
                        set picked = true, picked_by = :me, version = version + 1
                        where task_name = 'sim-line'
                          and task_instance = (select line_id::text from kaitsu.managed_lines where number = :number)
                        returning task_instance::bigint, version
                        """)
                    .bind("me", me)
                    .bind("number", number.digits())
                    .map(row -> List.of(row.getColumn(1, Long.class), row.getColumn(2, Long.class)))
                    .one());
    var ticket = new LineTicket(picked.get(0), me, picked.get(1), 0);
    var claim = new LineClaims(database).claim(ticket).orElseThrow();
    tickets.put(claim, ticket);
    return claim;
  }

  @Override
  protected void complete(LineClaim claim, WorkOutcome outcome) {
    new LineCompletions(database, doorbell).complete(tickets.get(claim), claim, outcome);
  }

  @Override
  protected boolean isDue(PhoneNumber number) {
    return has("not picked and execution_time <= now()", number);
  }

  @Override
  protected void losesJob(PhoneNumber number) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from kaitsu.scheduled_tasks where task_instance =
                      (select line_id::text from kaitsu.managed_lines where number = :number)
                    """)
                .bind("number", number.digits())
                .execute());
  }

  private boolean has(String condition, PhoneNumber number) {
    return !Databases.column(
            PLACE,
            """
            select 1 from kaitsu.scheduled_tasks join kaitsu.managed_lines on task_instance = line_id::text
            where task_name = 'sim-line' and number = '%s' and %s
            """
                .formatted(number.digits(), condition))
        .isEmpty();
  }
}
