package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.salesforce.soql.QueryEngine;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.regex.Pattern;

/** {@code query}, {@code queryAll} and the pages that follow. */
final class QueryResource {
  private static final Pattern BATCH_SIZE = Pattern.compile("batchSize\\s*=\\s*(\\d{1,5})");
  private static final int SMALLEST = 200;
  private static final int LARGEST = 2_000;

  private final QueryEngine engine;

  QueryResource(QueryEngine engine) {
    this.engine = engine;
  }

  ApiReply first(ApiRequest request) {
    var soql =
        request
            .parameter("q")
            .orElseThrow(
                () -> Refusal.badRequest("MALFORMED_QUERY", "SOQL parameter q is required"));
    boolean withDeleted = request.path().get(0).equals("queryAll");
    return ApiReply.ok(engine.query(soql, withDeleted, request.version(), batchSize(request)));
  }

  ApiReply more(ApiRequest request) {
    return ApiReply.ok(engine.more(request.path().get(1), request.version(), batchSize(request)));
  }

  private static int batchSize(ApiRequest request) {
    return request
        .header("sforce-query-options")
        .map(BATCH_SIZE::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> Integer.parseInt(matcher.group(1)))
        .map(size -> Math.max(SMALLEST, Math.min(LARGEST, size)))
        .orElse(LARGEST);
  }
}
