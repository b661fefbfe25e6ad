package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several results written by one call, each record for itself. The answer has a row for each record
 * in their order, and is 200 whatever became of them.
 *
 * @param records grouped by object: Salesforce takes at most ten changes of object in a call
 */
record CollectionCall(List<WritePlan> plans, List<RecordUpdate> records) {
  /** Salesforce's limit. */
  static final int MOST_RECORDS = 200;

  /** A record may be named only once: a result that shares one with an earlier is left out. */
  static CollectionCall of(List<WritePlan> wanted) {
    var plans = new ArrayList<WritePlan>();
    var named = new HashSet<String>();
    for (WritePlan plan : wanted) {
      var ids = idsOf(plan);
      if (ids.stream().noneMatch(named::contains)) {
        named.addAll(ids);
        plans.add(plan);
      }
    }
    var records = new ArrayList<RecordUpdate>();
    plans.forEach(plan -> records.add(plan.order()));
    plans.forEach(plan -> records.addAll(plan.items()));
    plans.forEach(plan -> plan.opportunity().ifPresent(records::add));
    return new CollectionCall(plans, records);
  }

  ObjectNode body() {
    var body = Json.newObject().put("allOrNone", false);
    var rows = body.putArray("records");
    records.forEach(record -> rows.add(record.row()));
    return body;
  }

  /**
   * The results of which every record is in place.
   *
   * @throws ExternalCallException unknown, if the answer does not tell
   */
  Set<WritePlan> written(JsonNode answer) {
    if (!answer.isArray() || answer.size() != records.size()) {
      throw ExternalCallException.outcomeUnknown(
          FailureCode.HTTP_502,
          "Salesforce answered a write of %d records with %d rows"
              .formatted(records.size(), answer.size()));
    }
    var inPlace = new HashSet<String>();
    for (int i = 0; i < records.size(); i++) {
      if (answer.path(i).path("success").asBoolean()) {
        inPlace.add(records.get(i).id());
      }
    }
    var written = new HashSet<>(plans);
    written.removeIf(plan -> !inPlace.containsAll(idsOf(plan)));
    return written;
  }

  private static List<String> idsOf(WritePlan plan) {
    return plan.records().stream().map(RecordUpdate::id).toList();
  }
}
