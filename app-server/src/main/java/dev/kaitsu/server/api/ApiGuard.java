package dev.kaitsu.server.api;

import dev.kaitsu.model.Caller;
import dev.kaitsu.wiring.config.ApiToken;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;

/** Lets nobody pass who does not know the token; without a token nobody at all. */
final class ApiGuard implements Handler {
  static final String ACTOR = "X-Kaitsu-Actor";

  private static final String CALLER = "kaitsu.caller";
  private static final String SCHEME = "bearer ";
  private static final Caller UNNAMED = new Caller("api");

  private final Optional<ApiToken> token;

  ApiGuard(Optional<ApiToken> token) {
    this.token = token;
  }

  @Override
  public void handle(Context context) {
    var expected =
        token.orElseThrow(
            () ->
                new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "API_OFF",
                    "the API is off; it answers once KAITSU_API_TOKEN is set"));
    if (told(context).filter(expected::isTold).isEmpty()) {
      context.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"kaitsu\"");
      throw new ApiProblem(
          HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "a valid bearer token is needed");
    }
    context.attribute(CALLER, named(context));
  }

  private static Optional<String> told(Context context) {
    return Optional.ofNullable(context.header(Header.AUTHORIZATION))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()).strip());
  }

  private static Caller named(Context context) {
    var name = context.header(ACTOR);
    try {
      return name == null ? UNNAMED : new Caller(name);
    } catch (IllegalArgumentException malformed) {
      throw ApiProblem.badInput(ACTOR, String.valueOf(malformed.getMessage()));
    }
  }

  /** Who asks; a request that came round the guard is answered nothing. */
  static Caller callerOf(Context context) {
    Caller caller = context.attribute(CALLER);
    if (caller == null) {
      throw new IllegalStateException("a request has not passed the guard");
    }
    return caller;
  }
}
