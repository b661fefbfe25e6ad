package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.Field.Access;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.OrgSchema;

/** What objects and fields there are. */
final class DescribeResource {
  private final OrgSchema schema;

  DescribeResource(OrgSchema schema) {
    this.schema = schema;
  }

  ApiReply all(ApiRequest request) {
    var body = Json.object().put("encoding", "UTF-8").put("maxBatchSize", 200);
    var objects = body.putArray("sobjects");
    schema
        .objects()
        .forEach(
            type ->
                objects.addObject().put("name", type.name()).put("keyPrefix", type.keyPrefix()));
    return ApiReply.ok(body);
  }

  ApiReply one(ApiRequest request) {
    var type = new Targets(schema).type(request.path().get(1));
    var body =
        Json.object()
            .put("name", type.name())
            .put("keyPrefix", type.keyPrefix())
            .put("custom", type.name().endsWith("__c"))
            .put("queryable", true)
            .put("updateable", true);
    var fields = body.putArray("fields");
    type.fields().forEach(field -> fields.add(described(field)));
    return ApiReply.ok(body);
  }

  private static ObjectNode described(Field field) {
    var node =
        Json.object()
            .put("name", field.name())
            .put("type", field.type().describedAs())
            .put("length", field.length())
            .put("custom", field.name().endsWith("__c"))
            .put("nillable", !field.required() && field.type() != FieldType.CHECKBOX)
            .put("filterable", field.type() != FieldType.TEXT_AREA)
            .put("createable", field.access() != Access.READ_ONLY)
            .put("updateable", field.access() == Access.WRITABLE)
            .put("restrictedPicklist", field.type() == FieldType.RESTRICTED_PICKLIST);
    var values = node.putArray("picklistValues");
    field
        .values()
        .forEach(
            value ->
                values.addObject().put("active", true).put("label", value).put("value", value));
    var targets = node.putArray("referenceTo");
    field.parent().ifPresent(parent -> targets.add(parent.object()));
    field.parent().ifPresent(parent -> node.put("relationshipName", parent.relationship()));
    return node;
  }
}
