package dev.kaitsu.sandbox.salesforce.rest;

import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.soql.QueryEngine;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.util.List;
import java.util.Map;

/** Finds what a request is for, by its path and method. */
final class Router {
  private final RecordResource records;
  private final QueryResource queries;
  private final CollectionsResource collections;
  private final CompositeResource composite;
  private final DescribeResource describe;
  private final EventResource events;
  private final LimitsResource limits;
  private final ScriptedErrors errors;

  Router(
      Store store,
      QueryEngine engine,
      EventPublisher publisher,
      ApiCalls calls,
      ScriptedErrors errors) {
    this.records = new RecordResource(store);
    this.queries = new QueryResource(engine);
    this.collections = new CollectionsResource(store, errors);
    this.composite = new CompositeResource(store, this::carryOut);
    this.describe = new DescribeResource(store.schema());
    this.events = new EventResource(publisher);
    this.limits = new LimitsResource(calls);
    this.errors = errors;
  }

  /** Does what a request asks for; a refusal becomes its answer. */
  ApiReply carryOut(ApiRequest request) {
    try {
      var route = route(request.method(), request.path());
      var scripted = errors.take(route.operation());
      return scripted.isPresent()
          ? ApiReply.error(
              scripted.get().status(), scripted.get().errorCode(), scripted.get().message())
          : route.resource().answer(request);
    } catch (Refusal refusal) {
      return ApiReply.refused(refusal);
    }
  }

  /**
   * Finds the resource.
   *
   * @throws Refusal with status 404 or 405
   */
  Route route(String method, List<String> path) {
    return switch (path.isEmpty() ? "" : path.get(0)) {
      case "" -> only(method, "GET", "resources", request -> ApiReply.ok(Json.object()));
      case "limits" -> only(method, "GET", "limits", limits::answer);
      case "query", "queryAll" ->
          path.size() == 1
              ? only(method, "GET", "query", queries::first)
              : only(method, "GET", "query.more", queries::more);
      case "sobjects" -> sobjects(method, path);
      case "composite" -> composite(method, path);
      default -> throw Refusal.notFound();
    };
  }

  private Route sobjects(String method, List<String> path) {
    if (path.size() == 1) {
      return only(method, "GET", "describe", describe::all);
    }
    if (path.size() == 2) {
      return path.get(1).endsWith("__e")
          ? only(method, "POST", "event.publish", events::publish)
          : only(method, "POST", "sobject.create", records::create);
    }
    if (path.size() == 3 && path.get(2).equals("describe")) {
      return only(method, "GET", "describe", describe::one);
    }
    var byMethod =
        Map.of(
            "GET", new Route("sobject.get", records::get),
            "PATCH", new Route("sobject.update", records::update),
            "DELETE", new Route("sobject.delete", records::delete));
    if (path.size() != 3) {
      throw Refusal.notFound();
    }
    var route = byMethod.get(method);
    if (route == null) {
      throw notAllowed(method, "GET,PATCH,DELETE");
    }
    return route;
  }

  private Route composite(String method, List<String> path) {
    if (path.size() == 1) {
      return only(method, "POST", "composite", composite::answer);
    }
    if (!path.get(1).equals("sobjects") || path.size() > 3) {
      throw Refusal.notFound();
    }
    return path.size() == 2
        ? only(method, "PATCH", "collections.update", collections::update)
        : only(method, "POST", "collections.get", collections::get);
  }

  private static Route only(String method, String allowed, String operation, Resource resource) {
    if (!method.equals(allowed)) {
      throw notAllowed(method, allowed);
    }
    return new Route(operation, resource);
  }

  private static Refusal notAllowed(String method, String allowed) {
    return new Refusal(
        405,
        "METHOD_NOT_ALLOWED",
        "HTTP Method '%s' not allowed. Allowed are %s".formatted(method, allowed),
        List.of());
  }
}
