package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** New values for one record; fields that are to be emptied are there as null. */
record RecordUpdate(String object, String id, ObjectNode values) {
  /** The record's own resource. */
  String resource() {
    return "/sobjects/%s/%s".formatted(object, id);
  }

  /** The record as a row of a collection. */
  ObjectNode row() {
    var row = Json.newObject();
    row.putObject("attributes").put("type", object);
    row.put("id", id).setAll(values);
    return row;
  }
}
