package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.salesforce.store.OrgSchema;
import dev.kaitsu.sandbox.salesforce.store.RecordIds;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.List;

/** Reads object names and record ids out of requests. */
final class Targets {
  private final OrgSchema schema;

  Targets(OrgSchema schema) {
    this.schema = schema;
  }

  SObjectType type(String name) {
    return schema.object(name).orElseThrow(Refusal::notFound);
  }

  /** The object a record of a collection names in its attributes. */
  SObjectType typeOfRecord(String name) {
    return schema
        .object(name)
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "INVALID_TYPE", "sObject type '%s' is not supported.".formatted(name)));
  }

  String id(SObjectType type, String written) {
    var id =
        RecordIds.normalise(written)
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "MALFORMED_ID",
                        "%s ID: id value of incorrect type: %s".formatted(type.name(), written),
                        "Id"));
    if (!id.startsWith(type.keyPrefix())) {
      throw new Refusal(
          404,
          "NOT_FOUND",
          "Provided external ID field does not exist or is not accessible: " + written,
          List.of());
    }
    return id;
  }
}
