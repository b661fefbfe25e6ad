package dev.kaitsu.server.api;

import dev.kaitsu.port.in.SimDesk.Answer;
import dev.kaitsu.wiring.page.OperationPage;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** What a request for an operation is answered. */
final class SimAnswers {
  private static final int UNPROCESSABLE = 422;

  private SimAnswers() {}

  static ApiAnswer of(Answer answer) {
    if (answer instanceof Answer.Accepted accepted) {
      return ApiAnswer.accepted(OperationPage.of(accepted.operation()));
    }
    if (answer instanceof Answer.Busy busy) {
      var error =
          Map.of(
              "code", "BUSY",
              "message", busy.why(),
              "askAgainAt", busy.askAgainAt().toString(),
              "mayRunAt", busy.mayRunAt().toString());
      return new ApiAnswer(HttpStatus.CONFLICT, Map.of("error", error));
    }
    if (answer instanceof Answer.KeyTaken taken) {
      throw ApiProblem.conflict(
          "KEY_TAKEN", "the key was used for another request: operation " + taken.operation());
    }
    var refused = (Answer.Refused) answer;
    throw new ApiProblem(
        HttpStatus.forStatus(UNPROCESSABLE), refused.code().code(), refused.reason());
  }
}
