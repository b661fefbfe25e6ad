package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.FieldReader;
import dev.kaitsu.sandbox.salesforce.json.FieldWriter;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single records: {@code /sobjects/Order} and {@code /sobjects/Order/801…}. */
final class RecordResource {
  private final Store store;
  private final Targets targets;

  RecordResource(Store store) {
    this.store = store;
    this.targets = new Targets(store.schema());
  }

  ApiReply get(ApiRequest request) {
    var type = targets.type(request.path().get(1));
    var row = find(type, targets.id(type, request.path().get(2)));
    Preconditions.requireUnmodified(request, row);
    return Preconditions.isUnmodifiedSince(request, row)
        ? ApiReply.empty(304)
        : ApiReply.ok(shown(row, wanted(type, request.parameter("fields")), request.version()));
  }

  ApiReply create(ApiRequest request) {
    var type = targets.type(request.path().get(1));
    var values = FieldReader.read(type, request.json(), true);
    var row = store.write(request.writer(), tx -> tx.insert(type, values));
    var body = Json.object().put("id", row.id()).put("success", true);
    body.putArray("errors");
    return new ApiReply(
        201,
        Optional.of(body),
        Map.of(
            "Location",
            "/services/data/" + request.version() + "/sobjects/" + type + "/" + row.id()));
  }

  ApiReply update(ApiRequest request) {
    var type = targets.type(request.path().get(1));
    var id = targets.id(type, request.path().get(2));
    var values = FieldReader.read(type, request.json(), false);
    return store.write(
        request.writer(),
        tx -> {
          Preconditions.requireUnmodified(request, find(type, id));
          tx.update(type, id, values);
          return ApiReply.empty(204);
        });
  }

  ApiReply delete(ApiRequest request) {
    var type = targets.type(request.path().get(1));
    var id = targets.id(type, request.path().get(2));
    return store.write(
        request.writer(),
        tx -> {
          tx.delete(type, id);
          return ApiReply.empty(204);
        });
  }

  static ObjectNode shown(Row row, List<Field> fields, String version) {
    var record = Json.object();
    record.set("attributes", FieldWriter.attributes(row.type(), row.id(), version));
    fields.forEach(field -> record.set(field.name(), FieldWriter.write(row, field)));
    record.put("Id", row.id());
    return record;
  }

  static List<Field> wanted(SObjectType type, Optional<String> names) {
    return names
        .map(
            list ->
                Arrays.stream(list.split(",", -1))
                    .map(String::strip)
                    .map(
                        name -> type.field(name).orElseThrow(() -> FieldReader.unknown(type, name)))
                    .toList())
        .orElseGet(type::fields);
  }

  private Row find(SObjectType type, String id) {
    var row = store.findEvenDeleted(id);
    if (row.filter(Row::isDeleted).isPresent()) {
      throw new Refusal(404, "ENTITY_IS_DELETED", "entity is deleted", List.of());
    }
    return row.filter(found -> found.type().equals(type)).orElseThrow(Refusal::notFound);
  }
}
