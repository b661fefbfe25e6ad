package dev.kaitsu.server.api;

import dev.kaitsu.model.Caller;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A request that has passed the guard, read into our words. What cannot be read is told with the
 * name of the parameter.
 */
final class ApiRequest {
  private final Context context;
  private final Caller caller;
  private final Map<String, Object> about = new LinkedHashMap<>();

  ApiRequest(Context context) {
    this.context = context;
    this.caller = ApiGuard.callerOf(context);
  }

  /** Who asks, for whatever is written down about a change. */
  Caller caller() {
    return caller;
  }

  /**
   * A part of the path. It is logged as its {@code toString} says, so that must hide what it must.
   */
  <T> T path(String name, Function<String, T> reading) {
    var value = field(name, () -> reading.apply(context.pathParam(name)));
    about.put(name, value);
    return value;
  }

  /** A parameter of the query. */
  <T> Optional<T> query(String name, Function<String, T> reading) {
    return Optional.ofNullable(context.queryParam(name))
        .map(text -> field(name, () -> reading.apply(text)));
  }

  /** A header. */
  Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** Makes our words of a field of the body; what they object to is a fault of that field. */
  static <T> T field(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw ApiProblem.badInput(name, String.valueOf(malformed.getMessage()));
    }
  }

  /** What the request is about, as far as its path was read. */
  Map<String, Object> about() {
    return about;
  }
}
