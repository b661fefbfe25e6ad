package dev.kaitsu.server.api;

import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.StoreException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into a status and the API's one form of an error. */
final class ApiErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
  private static final String TOLD = "kaitsu.told";

  private ApiErrors() {}

  /** What a caller is told of a failure; a defect is logged, and not told. */
  static ApiProblem of(RuntimeException failure, String route) {
    if (failure instanceof ApiProblem problem) {
      return problem;
    }
    if (failure instanceof ExternalCallException call) {
      return of(call.halt());
    }
    if (failure instanceof StoreException) {
      LOG.warn("An API call failed at the database: {}: {}", route, failure.getMessage());
      return new ApiProblem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "DATABASE_UNAVAILABLE",
          "the database does not answer; whether a change was made is to be seen when it does");
    }
    if (failure instanceof HttpResponseException refused) {
      return of(refused);
    }
    LOG.error("An API call failed: {}", route, failure);
    return new ApiProblem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "INTERNAL_ERROR",
        "this should not have happened; the server's log says more");
  }

  private static ApiProblem of(Halt halt) {
    var status =
        halt instanceof Halt.Failed ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY;
    return new ApiProblem(status, halt.code().code(), halt.reason());
  }

  private static ApiProblem of(HttpResponseException refused) {
    return refused.getStatus() == HttpStatus.CONTENT_TOO_LARGE.getCode()
        ? new ApiProblem(
            HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "the body is larger than 64 KiB")
        : new ApiProblem(
            HttpStatus.forStatus(refused.getStatus()),
            "BAD_REQUEST",
            "the request cannot be understood");
  }

  static void tell(ApiProblem problem, Context context) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", problem.code());
    error.put("message", String.valueOf(problem.getMessage()));
    problem.field().ifPresent(field -> error.put("field", field));
    context.attribute(TOLD, true);
    context.status(problem.status()).json(Map.of("error", error));
  }

  static boolean isTold(Context context) {
    return context.attribute(TOLD) != null;
  }
}
