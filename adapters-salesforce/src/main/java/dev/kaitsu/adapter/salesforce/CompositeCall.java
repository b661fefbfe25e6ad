package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several records changed by one call, all of them or none: the outer {@code allOrNone} holds for
 * the collections within as well. The call as such is answered 200 whatever became of it.
 */
final class CompositeCall {
  private static final String OPPORTUNITY = "opportunity";

  // 5 collections a call: Salesforce's limit.
  private static final int MOST_ITEMS = 5 * CollectionCall.MOST_RECORDS;

  // Said of the neighbours of the one that failed.
  private static final Set<String> BYSTANDERS =
      Set.of("PROCESSING_HALTED", "ALL_OR_NONE_OPERATION_ROLLED_BACK");

  /** The part of a call that was refused. */
  record Failure(Refusal refusal, boolean isOfOpportunity) {}

  private final SalesforceRest rest;

  CompositeCall(SalesforceRest rest) {
    this.rest = rest;
  }

  ObjectNode body(WritePlan plan) {
    if (plan.items().size() > MOST_ITEMS) {
      throw ExternalCallException.refused(
          FailureCode.SALESFORCE_REFUSED,
          "order %s has more than %d items to write, which Salesforce does not take in one call"
              .formatted(plan.order().id(), MOST_ITEMS));
    }
    var body = Json.newObject().put("allOrNone", true);
    var parts = body.putArray("compositeRequest");
    patch(parts, "order", plan.order());
    int most = CollectionCall.MOST_RECORDS;
    for (int from = 0; from < plan.items().size(); from += most) {
      var to = Math.min(from + most, plan.items().size());
      collection(parts, "items" + from / most, plan.items().subList(from, to));
    }
    plan.opportunity().ifPresent(update -> patch(parts, OPPORTUNITY, update));
    return body;
  }

  /**
   * Finds out whether a call failed, and by whose fault.
   *
   * @throws ExternalCallException unknown, if the answer does not tell
   */
  Optional<Failure> failure(JsonNode answer) {
    var parts = answer.path("compositeResponse");
    if (!parts.isArray() || parts.isEmpty()) {
      throw unclear("a composite answer without parts");
    }
    Optional<Failure> ofOpportunity = Optional.empty();
    boolean failed = false;
    for (JsonNode part : parts) {
      int status = part.path("httpStatusCode").asInt();
      failed |= status < 200 || status >= 300 || hasFailedRecord(part.path("body"));
      var culprit = culprit(status, part.path("body"));
      if (culprit.isPresent()) {
        if (!part.path("referenceId").asText().equals(OPPORTUNITY)) {
          return culprit.map(refusal -> new Failure(refusal, false));
        }
        ofOpportunity = culprit.map(refusal -> new Failure(refusal, true));
      }
    }
    if (failed && ofOpportunity.isEmpty()) {
      throw unclear("a composite answer that failed without a reason");
    }
    return ofOpportunity;
  }

  private void patch(ArrayNode parts, String reference, RecordUpdate update) {
    parts
        .addObject()
        .put("method", "PATCH")
        .put("url", rest.versioned(update.resource()))
        .put("referenceId", reference)
        .set("body", update.values());
  }

  private void collection(ArrayNode parts, String reference, List<RecordUpdate> updates) {
    var part =
        parts
            .addObject()
            .put("method", "PATCH")
            .put("url", rest.versioned("/composite/sobjects"))
            .put("referenceId", reference);
    var records = part.putObject("body").put("allOrNone", true).putArray("records");
    updates.forEach(update -> records.add(update.row()));
  }

  /** A part that is a list of errors, or of records each with its own list of errors. */
  private static Optional<Refusal> culprit(int status, JsonNode body) {
    for (JsonNode entry : body) {
      var errors = entry.path("errors");
      var refusal = Refusal.read(status, errors.isArray() ? errors.path(0) : entry);
      if (refusal.filter(found -> !BYSTANDERS.contains(found.errorCode())).isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static boolean hasFailedRecord(JsonNode body) {
    for (JsonNode entry : body) {
      if (entry.path("success").isBoolean() && !entry.path("success").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static ExternalCallException unclear(String what) {
    return ExternalCallException.outcomeUnknown(
        FailureCode.HTTP_502, "Salesforce answered a write with " + what);
  }
}
