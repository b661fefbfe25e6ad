package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.FieldReader;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.RecordIds;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Store;
import dev.kaitsu.sandbox.salesforce.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Up to 200 records in one call, each with its own result. */
final class CollectionsResource {
  private static final int MOST_RECORDS = 200;
  private static final int MOST_CHUNKS = 10;

  private final Store store;
  private final Targets targets;
  private final ScriptedErrors errors;

  CollectionsResource(Store store, ScriptedErrors errors) {
    this.store = store;
    this.targets = new Targets(store.schema());
    this.errors = errors;
  }

  /** The records asked for by id, null where there is none. */
  ApiReply get(ApiRequest request) {
    var type = targets.type(request.path().get(2));
    var body = request.json();
    var names = new ArrayList<String>();
    body.path("fields").forEach(name -> names.add(name.asText()));
    var fields = RecordResource.wanted(type, Optional.of(String.join(",", names)));
    var found = Json.array();
    store.read(
        () -> {
          for (var id : body.path("ids")) {
            found.add(
                RecordIds.normalise(id.asText())
                    .flatMap(store::find)
                    .filter(row -> row.type().equals(type))
                    .<JsonNode>map(row -> RecordResource.shown(row, fields, request.version()))
                    .orElse(NullNode.getInstance()));
          }
          return found;
        });
    return ApiReply.ok(found);
  }

  ApiReply update(ApiRequest request) {
    var body = request.json();
    var records = records(body);
    boolean allOrNone = body.path("allOrNone").asBoolean(false);
    try {
      return store.write(request.writer(), tx -> ApiReply.ok(updated(tx, records, allOrNone)));
    } catch (RolledBack e) {
      return e.reply();
    }
  }

  private ArrayNode updated(Transaction tx, List<ObjectNode> records, boolean allOrNone) {
    var results = new ArrayList<RowResult>();
    for (var record : records) {
      results.add(update(tx, record));
    }
    if (allOrNone && results.stream().anyMatch(RowResult::failed)) {
      throw new RolledBack(results);
    }
    return RowResult.array(results);
  }

  private RowResult update(Transaction tx, ObjectNode record) {
    var written = record.path("id").asText(record.path("Id").asText(""));
    try {
      var scripted = errors.take(ScriptedErrors.ROWS);
      if (scripted.isPresent()) {
        throw Refusal.badRequest(scripted.get().errorCode(), scripted.get().message());
      }
      var type = targets.typeOfRecord(record.path("attributes").path("type").asText());
      var id = targets.id(type, written);
      var fields = record.deepCopy();
      fields.remove("Id");
      var values = FieldReader.read(type, fields, false);
      store.write(tx.writer(), part -> part.update(type, id, values));
      return RowResult.success(id);
    } catch (Refusal refusal) {
      if (refusal.errorCode().equals("JSON_PARSER_ERROR")) {
        throw refusal;
      }
      return RowResult.failure(written, refusal);
    }
  }

  private static List<ObjectNode> records(ObjectNode body) {
    var records = new ArrayList<ObjectNode>();
    int chunks = 0;
    var previous = "";
    for (var node : body.path("records")) {
      if (!(node instanceof ObjectNode record)) {
        throw Refusal.badRequest("JSON_PARSER_ERROR", "records must hold objects");
      }
      var type = record.path("attributes").path("type").asText();
      chunks += type.equals(previous) ? 0 : 1;
      previous = type;
      records.add(record);
    }
    if (records.isEmpty()) {
      throw Refusal.badRequest("JSON_PARSER_ERROR", "records must not be empty");
    }
    if (records.size() > MOST_RECORDS || chunks > MOST_CHUNKS) {
      throw Refusal.badRequest(
          "LIMIT_EXCEEDED",
          "At most %d records in %d chunks of one type".formatted(MOST_RECORDS, MOST_CHUNKS));
    }
    return records;
  }
}
