package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs queries to their last page; the children of a row have pages of their own. */
final class Rows {
  // At 200 to 2000 rows a page: far more than any org has waiting.
  private static final int MOST_PAGES = 5_000;

  private final SalesforceRest rest;

  Rows(SalesforceRest rest) {
    this.rest = rest;
  }

  List<JsonNode> query(String operation, String soql) {
    var path = rest.versioned("/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
    return all(operation, rest.read(operation, path));
  }

  /** The children in a row; none is written as null. */
  List<JsonNode> children(String operation, JsonNode row, String relationship) {
    var first = row.path(relationship);
    return first.isObject() ? all(operation, first) : List.of();
  }

  private List<JsonNode> all(String operation, JsonNode firstPage) {
    var rows = new ArrayList<JsonNode>();
    JsonNode page = firstPage;
    for (int pages = 1; pages <= MOST_PAGES; pages++) {
      if (!page.path("records").isArray()) {
        throw unreadable("a page without records");
      }
      page.path("records").forEach(rows::add);
      page = next(operation, page);
      if (page.isMissingNode()) {
        return rows;
      }
    }
    throw unreadable("more than %d pages".formatted(MOST_PAGES));
  }

  private JsonNode next(String operation, JsonNode page) {
    if (page.path("done").asBoolean(true)) {
      return MissingNode.getInstance();
    }
    // Only ever a path on the same host: the session must not be sent elsewhere.
    var path =
        Json.text(page, "nextRecordsUrl")
            .filter(url -> url.startsWith("/services/data/"))
            .orElseThrow(() -> unreadable("an unfinished page that does not name the next"));
    return rest.read(operation, path);
  }

  private static ExternalCallException unreadable(String what) {
    return ExternalCallException.unavailable(
        FailureCode.HTTP_502, "Salesforce answered a query with " + what);
  }
}
