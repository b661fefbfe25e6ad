package dev.kaitsu.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where groups add their routes: what reads, and what changes something. */
final class ApiRouter {
  private static final Logger LOG = LoggerFactory.getLogger(ApiRouter.class);

  private final RoutesConfig routes;

  ApiRouter(RoutesConfig routes) {
    this.routes = routes;
  }

  /** Answers a request. */
  interface Route {
    ApiAnswer answer(ApiRequest request);
  }

  /** Answers a request that brings something with it. */
  interface RouteWithBody<T> {
    ApiAnswer answer(ApiRequest request, T body);
  }

  /** A GET, below {@code /api}. */
  void read(String path, Route route) {
    routes.get(Api.ROOT + path, context -> answer(context, path, new ApiRequest(context), route));
  }

  /** A POST without a body. It is logged with its caller, whatever becomes of it. */
  void change(String path, Route route) {
    add(
        path,
        context -> {
          JsonBody.refuse(context);
          return route;
        });
  }

  /**
   * A POST with a JSON object as its body: a record, of which every component must be given unless
   * it is {@code Optional}.
   */
  <T extends Record> void change(String path, Class<T> body, RouteWithBody<T> route) {
    add(
        path,
        context -> {
          var read = JsonBody.read(context, body);
          return request -> route.answer(request, read);
        });
  }

  private void add(String path, BodyReading reading) {
    routes.addHttpHandler(
        HandlerType.POST,
        Api.ROOT + path,
        context -> {
          var request = new ApiRequest(context);
          answer(context, path, request, asked -> reading.read(context).answer(asked));
          LOG.info(
              "Change over the API, asked for by {}: {} about {} was answered {}",
              request.caller(),
              Api.ROOT + path,
              request.about(),
              context.statusCode());
        });
  }

  /** Makes a route of what stands in the body. */
  private interface BodyReading {
    Route read(Context context);
  }

  private static void answer(Context context, String path, ApiRequest request, Route route) {
    try {
      var answer = route.answer(request);
      context.status(answer.status()).json(answer.page());
    } catch (RuntimeException failure) {
      ApiErrors.tell(ApiErrors.of(failure, Api.ROOT + path), context);
    }
  }
}
