package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Optional;

/** Gets a key for our credential (PA01-01). */
final class OemLogin {
  private final FreebitExchange exchange;
  private final FreebitCall call;

  OemLogin(FreebitConfig config, FreebitExchange exchange) {
    this.exchange = exchange;
    var credential = config.credential();
    this.call =
        FreebitCall.read(
            "PA01-01",
            "authOem/",
            new Body()
                .withPersonal(Optional.of("oemId"), credential.oemId())
                .withPersonal(Optional.of("oemKey"), credential.oemKey()));
  }

  /**
   * @throws ExternalCallException refused if Freebit does not take the credential, unavailable if
   *     it did not say
   */
  String login() {
    try {
      return keyIn(exchange.send(call, call.body().json()));
    } catch (ExternalCallException failed) {
      throw failed.halt() instanceof Halt.Refused
          ? FreebitErrors.denied(failed.halt().reason())
          : failed;
    }
  }

  private String keyIn(Answer answer) {
    if (answer instanceof Answer.Success success) {
      return success
          .reply()
          .text("authKey")
          .orElseThrow(() -> FreebitErrors.unreadable(call, "a success without an authKey"));
    }
    if (answer instanceof Answer.KeySuspected suspected) {
      throw suspected.otherwise();
    }
    throw FreebitErrors.refusal(
        call, FailureCode.SIM_ACCESS_REFUSED, ((Answer.KeyRefused) answer).said());
  }
}
