package dev.kaitsu.server.api;

import dev.kaitsu.wiring.Node;
import dev.kaitsu.wiring.config.ApiToken;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Everything under {@code /api/}: the guard before it, and the groups of routes. */
public final class Api {
  static final String ROOT = "/api";

  /** Larger than any request that makes sense, small enough to be held for many at once. */
  private static final long LARGEST_BODY = 64L * 1024;

  private final Optional<ApiToken> token;
  private final List<ApiRoutes> groups;

  Api(Optional<ApiToken> token, List<ApiRoutes> groups) {
    this.token = token;
    this.groups = List.copyOf(groups);
  }

  public static Api of(Node node) {
    return new Api(
        node.apiToken(),
        List.of(
            new OrderRoutes(node.desk()),
            new SimRoutes(node.simDesk()),
            new RecordRoutes(node.recordDesk())));
  }

  /** Adds guard, routes and errors to a server. */
  public void addTo(JavalinConfig config) {
    config.http.maxRequestSize = LARGEST_BODY;
    config.routes.before(ROOT + "/*", new ApiGuard(token));
    config.routes.exception(ApiProblem.class, ApiErrors::tell);
    var router = new ApiRouter(config.routes);
    groups.forEach(group -> group.addTo(router));
  }

  /** Whether the API has said all there is to say, be it that there is no such thing. */
  public static boolean hasAnswered(Context context) {
    return ApiErrors.isTold(context);
  }
}
