package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import org.jdbi.v3.core.Handle;

/** Reads an order's facts and the database's time in one statement. */
final class History {
  private static final String READ =
      """
      select clock.now, fact.seq, fact.epoch, fact.at, fact.kind, fact.data::text as data
      from (select clock_timestamp() as now) as clock
      left join kaitsu.facts as fact on fact.order_id = :order
      order by fact.seq
      """;

  private History() {}

  static OrderHistory of(Handle handle, OrderId order) {
    return handle
        .createQuery(READ)
        .bind("order", order.value())
        .scanResultSet(
            (rows, context) -> {
              try (context) {
                return read(order, rows.get());
              }
            });
  }

  private static OrderHistory read(OrderId order, ResultSet rows) throws SQLException {
    var entries = new ArrayList<LedgerEntry>();
    var now = Instant.MIN;
    while (rows.next()) {
      now = time(rows, "now");
      if (rows.getString("kind") != null) {
        entries.add(entry(order, rows));
      }
    }
    return new OrderHistory(order, entries, now);
  }

  private static LedgerEntry entry(OrderId order, ResultSet row) throws SQLException {
    return new LedgerEntry(
        row.getLong("seq"),
        row.getLong("epoch"),
        time(row, "at"),
        FactFormat.read(order, row.getString("kind"), row.getString("data")));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
