package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationEntry;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.sim.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Reads operations with their facts, one row a fact, or one for an operation without facts. */
final class OperationRows {
  static final String SELECT =
      """
      select operation.operation_id, line.number, operation.kind, operation.data::text as data,
        operation.asked_by, operation.idempotency_key, operation.requested_at, operation.not_before,
        fact.seq, fact.at, fact.kind as fact_kind, fact.data::text as fact_data
      from kaitsu.sim_operations as operation
      join kaitsu.managed_lines as line using (line_id)
      left join kaitsu.sim_facts as fact using (operation_id)
      """;

  private OperationRows() {}

  static List<OperationHistory> list(Query query) {
    return query.scanResultSet(
        (rows, context) -> {
          try (context) {
            return read(rows.get());
          }
        });
  }

  private static List<OperationHistory> read(ResultSet rows) throws SQLException {
    Map<Operation, List<OperationEntry>> read = new LinkedHashMap<>();
    while (rows.next()) {
      var entries = read.computeIfAbsent(operation(rows), any -> new ArrayList<>());
      if (rows.getString("fact_kind") != null) {
        var fact = OperationFormat.fact(rows.getString("fact_kind"), rows.getString("fact_data"));
        entries.add(new OperationEntry(rows.getLong("seq"), time(rows, "at"), fact));
      }
    }
    return read.entrySet().stream()
        .map(each -> new OperationHistory(each.getKey(), each.getValue()))
        .toList();
  }

  private static Operation operation(ResultSet row) throws SQLException {
    return new Operation(
        new OperationId(row.getObject("operation_id", UUID.class)),
        new PhoneNumber(row.getString("number")),
        OperationFormat.operation(row.getString("kind"), row.getString("data")),
        row.getString("asked_by"),
        Optional.ofNullable(row.getString("idempotency_key")),
        time(row, "requested_at"),
        time(row, "not_before"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
