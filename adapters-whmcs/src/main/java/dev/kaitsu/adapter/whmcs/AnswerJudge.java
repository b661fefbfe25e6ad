package dev.kaitsu.adapter.whmcs;

import java.util.Optional;

/**
 * Tells WHMCS' own answers from everything else that may come back. The body decides, not the HTTP
 * status; a success is believed only with what the action promises.
 */
final class AnswerJudge {
  private AnswerJudge() {}

  static Answer judge(WhmcsCall call, WhmcsHttp.Page page) {
    if (page.status() >= 300 && page.status() < 400) {
      throw WhmcsErrors.unreadable(call, page.status(), "a redirect; check WHMCS_API_URL");
    }
    var found = AnswerReader.find(call.action(), page.body());
    if (found.isEmpty()) {
      throw WhmcsErrors.unreadable(call, page.status(), whatItIs(page.body()));
    }
    var reply = found.get();
    var result = reply.text("result").or(() -> errorOf(reply)).orElse("");
    if (result.equalsIgnoreCase("success")) {
      return success(call, reply);
    }
    if (result.equalsIgnoreCase("error")) {
      return error(call, page.status(), reply);
    }
    throw WhmcsErrors.unreadable(call, page.status(), "JSON that says neither success nor error");
  }

  /** Some actions write {@code status} where {@code result} belongs; only an error is believed. */
  private static Optional<String> errorOf(WireObject reply) {
    return reply.text("status").filter("error"::equalsIgnoreCase);
  }

  private static Answer success(WhmcsCall call, WireObject reply) {
    if (!call.promised().test(reply)) {
      // The status does not matter here: what is missing is the id, whatever came with it.
      throw WhmcsErrors.unreadable(call, 200, "a success that lacks what it promises");
    }
    return new Answer.Success(reply);
  }

  private static Answer error(WhmcsCall call, int status, WireObject reply) {
    if (status >= 500 || status == 429) {
      throw WhmcsErrors.unreadable(call, status, "an error"); // a server in trouble proves nothing
    }
    var message = reply.text("message").orElse("no reason given");
    var safe = SafeText.of(message);
    var problem = AccessProblem.of(status, message);
    return problem.isPresent() ? new Answer.Denied(problem.get(), safe) : new Answer.Refusal(safe);
  }

  private static String whatItIs(String body) {
    if (body.isBlank()) {
      return "an empty body";
    }
    return body.stripLeading().startsWith("<") ? "a web page" : "something that is no JSON answer";
  }
}
