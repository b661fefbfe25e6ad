package dev.kaitsu.sandbox.salesforce.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.FieldWriter;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.soql.Projection.Column;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.Store;

/** Writes one answer's worth of a result; what does not fit gets a locator. */
final class ResultWriter {
  private final Store store;
  private final Cursors cursors;
  private final String version;
  private final int childPageSize;

  ResultWriter(Store store, Cursors cursors, String version, int childPageSize) {
    this.store = store;
    this.cursors = cursors;
    this.version = version;
    this.childPageSize = childPageSize;
  }

  ObjectNode first(Page page, int size) {
    int end = Math.min(size, page.rows().size());
    return write(page, 0, end, end < page.rows().size() ? cursors.open(page) : "");
  }

  ObjectNode next(Page page, String locator, int from, int size) {
    return write(page, from, Math.min(from + size, page.rows().size()), locator);
  }

  private ObjectNode write(Page page, int from, int end, String locator) {
    boolean done = end == page.rows().size();
    var result = Json.object().put("totalSize", page.rows().size()).put("done", done);
    if (!done) {
      result.put("nextRecordsUrl", "/services/data/" + version + "/query/" + locator + "-" + end);
    }
    var records = result.putArray("records");
    page.rows()
        .subList(from, end)
        .forEach(row -> records.add(record(row, page.projection(), page.withDeleted())));
    return result;
  }

  private ObjectNode record(Row row, Projection projection, boolean withDeleted) {
    var record = Json.object();
    record.set("attributes", FieldWriter.attributes(row.type(), row.id(), version));
    for (var column : projection.columns()) {
      if (column instanceof Column.Value value) {
        record.set(value.field().name(), FieldWriter.write(row, value.field()));
      } else if (column instanceof Column.Parent parent) {
        record.set(parent.relationship(), parent(row, parent, withDeleted));
      } else if (column instanceof Column.Children children) {
        record.set(children.relationship(), children(row, children, withDeleted));
      }
    }
    return record;
  }

  private JsonNode parent(Row row, Column.Parent column, boolean withDeleted) {
    return row.value(column.lookup())
        .flatMap(id -> store.findEvenDeleted(id.toString()))
        .<JsonNode>map(parent -> record(parent, column.projection(), withDeleted))
        .orElse(NullNode.getInstance());
  }

  private JsonNode children(Row row, Column.Children column, boolean withDeleted) {
    var query = column.query();
    var rows =
        query.choose(
            store.pointingAt(query.type(), column.lookup().name(), row.id()).stream()
                .filter(child -> withDeleted || !child.isDeleted()));
    return rows.isEmpty()
        ? NullNode.getInstance()
        : first(new Page(rows, query.projection(), withDeleted), childPageSize);
  }
}
